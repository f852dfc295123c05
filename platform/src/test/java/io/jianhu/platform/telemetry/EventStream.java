package io.jianhu.platform.telemetry;

import io.jianhu.platform.support.Caller;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A stream of server-sent events, read as a browser reads it. */
final class EventStream implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 20;

    record Event(String name, JsonNode data) {}

    private final Socket socket;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    private EventStream(Socket socket) {
        this.socket = socket;
    }

    /** Opens the stream with the cookies of the session. HTTP 1.0, so that its lines are not cut into chunks. */
    static EventStream open(int port, String path, Caller session) {
        return open(port, path, "Cookie: " + session.cookieHeader());
    }

    static EventStream openWithToken(int port, String path, String token) {
        return open(port, path, "Authorization: Bearer " + token);
    }

    private static EventStream open(int port, String path, String credential) {
        try {
            EventStream stream = new EventStream(new Socket(InetAddress.getLoopbackAddress(), port));
            stream.socket
                    .getOutputStream()
                    .write(("""
                            GET %s HTTP/1.0\r
                            Host: 127.0.0.1\r
                            Accept: text/event-stream\r
                            %s\r
                            \r
                            """.formatted(path, credential)).getBytes(StandardCharsets.US_ASCII));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(stream.socket.getInputStream(), StandardCharsets.UTF_8));
            String status = lines.readLine();
            if (status == null || !status.contains(" 200")) {
                throw new AssertionError("no stream: " + status);
            }
            Thread.ofVirtual().start(() -> stream.read(lines));
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

    /** Whether the platform ends the stream within the time. */
    boolean endsWithin(Duration patience) {
        try {
            return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every event so far that nobody has awaited. */
    List<Event> drain() {
        List<Event> drained = new ArrayList<>();
        events.drainTo(drained);
        return drained;
    }

    private void read(BufferedReader lines) {
        try (lines) {
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
        } finally {
            ended.countDown();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
