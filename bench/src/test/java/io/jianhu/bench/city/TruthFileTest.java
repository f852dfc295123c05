package io.jianhu.bench.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TruthFileTest {

    private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");

    @TempDir
    private Path folder;

    private final CityPlan city = CityPlan.of(3, new CityPlan.Size(60, 20, 0));

    @Test
    void it_names_every_device_and_every_event_that_shows_in_the_signal() throws IOException {
        List<JsonNode> lines = write(NOON.plusSeconds(2 * 86_400));

        assertThat(ofType(lines, "device")).hasSize(80);
        Set<String> written = new HashSet<>();
        for (JsonNode event : ofType(lines, "event")) {
            written.add(event.path("kind").asString("")
                    + event.path("mn").asString("")
                    + OffsetDateTime.parse(event.path("start").asString("")).toInstant());
        }
        for (Device device : city.devices()) {
            EventPlan events = new EventPlan(device, city.seed());
            for (long second = NOON.getEpochSecond(); second < NOON.getEpochSecond() + 86_400; second += 300) {
                for (Event event : events.listAt(second)) {
                    assertThat(written).contains(event.kind().label() + event.mn() + event.start());
                }
            }
        }
    }

    @Test
    void a_day_is_written_once_when_it_begins() throws IOException {
        List<JsonNode> lines = write(NOON.plusSeconds(86_400));

        LocalDate tomorrow = LocalDate.of(2026, 3, 11);
        long begun = ofType(lines, "event").stream()
                .filter(event -> event.path("start").asString("").startsWith(tomorrow.toString()))
                .filter(event -> !event.path("kind").asString("").equals(EventKind.START_UP.label()))
                .count();
        long planned = city.devices().stream()
                .flatMap(device -> new EventPlan(device, city.seed()).listBegunOn(tomorrow).stream())
                .filter(event -> event.kind() != EventKind.START_UP)
                .count();
        assertThat(begun).isEqualTo(planned);
    }

    @Test
    void deeds_are_written_as_they_happen() throws IOException {
        Path file = folder.resolve("truth.jsonl");
        try (TruthFile truth = TruthFile.create(file, city, NOON, 1)) {
            truth.done(city.devices().getFirst(), new Moment(NOON.toEpochMilli(), 0), "clock-set", "was off by 300 s");
        }

        assertThat(ofType(read(file), "deed")).singleElement().satisfies(deed -> {
            assertThat(deed.path("mn").asString(""))
                    .isEqualTo(city.devices().getFirst().mn());
            assertThat(deed.path("what").asString("")).isEqualTo("clock-set");
            assertThat(deed.path("at").asString("")).isEqualTo("2026-03-10T12:00+08:00");
        });
    }

    private List<JsonNode> write(Instant until) throws IOException {
        Path file = folder.resolve("truth.jsonl");
        try (TruthFile truth = TruthFile.create(file, city, NOON, 1)) {
            truth.advance(until);
            truth.advance(until);
        }
        return read(file);
    }

    private static List<JsonNode> read(Path file) throws IOException {
        JsonMapper json = new JsonMapper();
        return Files.readAllLines(file).stream().map(json::readTree).toList();
    }

    private static List<JsonNode> ofType(List<JsonNode> lines, String type) {
        return lines.stream()
                .filter(line -> line.path("type").asString("").equals(type))
                .toList();
    }
}
