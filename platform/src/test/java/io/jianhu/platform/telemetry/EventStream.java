package io.jianhu.platform.telemetry;

import io.jianhu.platform.support.Caller;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stream of server-sent events, read as a browser reads it. */
final class EventStream implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    record Event(String name, JsonNode data) {}

    private final HttpURLConnection connection;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    private EventStream(HttpURLConnection connection) {
        this.connection = connection;
    }

    static EventStream open(int port, String path, Caller session) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + path).toURL().openConnection();
            connection.setRequestProperty("Accept", "text/event-stream");
            connection.setRequestProperty("Cookie", session.cookieHeader());
            if (connection.getResponseCode() != 200
                    || !connection.getContentType().startsWith("text/event-stream")) {
                throw new AssertionError(
                        "no stream: " + connection.getResponseCode() + " " + connection.getContentType());
            }
            EventStream stream = new EventStream(connection);
            Thread.ofVirtual().start(stream::read);
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The next event that is wanted; others before it are passed over. */
    Event await(String name, Predicate<JsonNode> wanted) {
        try {
            for (; ; ) {
                Event event = events.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                if (event == null) {
                    throw new AssertionError("no event " + name);
                }
                if (event.name().equals(name) && wanted.test(event.data())) {
                    return event;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            String name = "";
            StringBuilder data = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    name = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    data.append(line.substring(5));
                } else if (line.isEmpty() && !data.isEmpty()) {
                    events.add(new Event(name, JsonMapper.shared().readTree(data.toString())));
                    data.setLength(0);
                }
            }
        } catch (IOException closed) {
            events.clear();
        }
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
