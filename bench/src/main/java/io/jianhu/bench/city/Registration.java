package io.jianhu.bench.city;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Enters the devices of a city in the platform's register before they connect. */
final class Registration {

    private static final int DEVICES_PER_REQUEST = 500;
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final URI address;
    private final String token;
    private final JsonMapper json = new JsonMapper();

    /** @param platform for example {@code http://127.0.0.1:8080} */
    Registration(URI platform, String token) {
        this.address = platform.resolve("/api/v1/devices/import");
        this.token = token;
    }

    /**
     * What came of it.
     *
     * @param refusals what the platform said of devices it did not take
     */
    record Outcome(int created, int updated, List<String> refusals) {}

    Outcome enter(List<Device> devices) throws IOException, InterruptedException {
        int created = 0;
        int updated = 0;
        List<String> refusals = new ArrayList<>();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
            for (int from = 0; from < devices.size(); from += DEVICES_PER_REQUEST) {
                List<Device> chunk = devices.subList(from, Math.min(devices.size(), from + DEVICES_PER_REQUEST));
                JsonNode answer = post(client, chunk);
                created += answer.path("created").asInt(0);
                updated += answer.path("updated").asInt(0);
                for (JsonNode error : answer.path("errors")) {
                    refusals.add(error.path("mn").asString("") + ": "
                            + error.path("message").asString(""));
                }
            }
        }
        return new Outcome(created, updated, refusals);
    }

    private JsonNode post(HttpClient client, List<Device> chunk) throws IOException, InterruptedException {
        Map<String, Object> body =
                Map.of("devices", chunk.stream().map(Registration::describe).toList());
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(address + " answered " + response.statusCode() + ": " + response.body());
        }
        return json.readTree(response.body());
    }

    private static Map<String, Object> describe(Device device) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("mn", device.mn());
        row.put("name", device.name());
        row.put("medium", device.medium().label());
        row.put("district_code", device.park().district().code());
        row.put("longitude", device.place().longitude());
        row.put("latitude", device.place().latitude());
        row.put("edition", device.edition().label());
        row.put("password", device.password());
        return row;
    }
}
