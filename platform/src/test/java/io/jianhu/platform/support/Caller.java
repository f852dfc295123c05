package io.jianhu.platform.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who talks to the platform over HTTP: keeps cookies like a browser, or sends headers like a program. */
public final class Caller {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String base;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    private Caller(String base) {
        this.base = base;
    }

    /** A new caller without cookies. */
    public static Caller of(int port) {
        return new Caller("http://127.0.0.1:" + port);
    }

    /** An answer. */
    public record Answer(int status, HttpResponse<String> response) {

        public String text() {
            return response.body();
        }

        public JsonNode json() {
            return JSON.readTree(response.body());
        }

        public Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        /** {@code code} of the problem; fails where the answer is none. */
        public String problemCode() {
            if (!header("Content-Type").orElse("").startsWith("application/problem+json")) {
                throw new AssertionError("not a problem: " + status + " " + text());
            }
            return json().get("code").asString();
        }

        @Override
        public String toString() {
            return status + " " + text();
        }
    }

    /** Sends this header from now on. */
    public Caller with(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public Caller withBearer(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /** All cookies, as they are sent. */
    public String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    /** Puts a cookie into the jar, as another party could. */
    public Caller withCookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    public Answer logIn(String login, String password) {
        return send("POST", "/api/v1/session", JSON.writeValueAsString(Map.of("login", login, "password", password)));
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    /** Sends a change as the pages do: with the token of the cookie in the header. */
    public Answer change(String method, String path, String body) {
        Optional<String> token = cookie("XSRF-TOKEN");
        token.ifPresent(value -> headers.put("X-XSRF-TOKEN", value));
        try {
            return send(method, path, body);
        } finally {
            headers.remove("X-XSRF-TOKEN");
        }
    }

    /** Sends just this. */
    public Answer send(String method, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty() && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            keepCookies(response.headers().allValues("Set-Cookie"));
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keepCookies(List<String> lines) {
        for (String line : lines) {
            String pair = line.split(";", 2)[0];
            String name = pair.substring(0, pair.indexOf('='));
            String value = pair.substring(name.length() + 1);
            if (value.isEmpty()) {
                cookies.remove(name);
            } else {
                cookies.put(name, value);
            }
        }
    }
}
