package io.jianhu.bench.city;

import io.jianhu.hj212.Frame;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The truth of a run as JSON lines, for those who score what a platform made of it: one line for the city, one a device,
 * one an event when its day begins, one a deed. Times are true times, whatever a logger's clock says. Thread-safe.
 */
final class TruthFile implements Deeds, AutoCloseable {

    private final CityPlan city;
    private final JsonMapper json = new JsonMapper();
    private final BufferedWriter out;
    private LocalDate writtenUntil = LocalDate.MIN;

    private TruthFile(CityPlan city, BufferedWriter out) {
        this.city = city;
        this.out = out;
    }

    /** Creates the file, or replaces it, and writes the city, its devices, and every event that is not over yet. */
    static TruthFile create(Path path, CityPlan city, Instant from, double speed) throws IOException {
        TruthFile truth = new TruthFile(city, Files.newBufferedWriter(path));
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("type", "city");
        head.put("seed", city.seed());
        head.put("from", time(from));
        head.put("speed", speed);
        head.put("devices", city.devices().size());
        truth.write(head);
        for (Device device : city.devices()) {
            truth.write(describe(device));
        }
        LocalDate today = day(from);
        for (LocalDate day = today.minusDays(3); !day.isAfter(today); day = day.plusDays(1)) {
            truth.writeEvents(day, from);
        }
        truth.writtenUntil = today;
        truth.flush();
        return truth;
    }

    /** Writes the events of every day that has begun since; call it now and then. */
    synchronized void advance(Instant now) {
        for (LocalDate day = writtenUntil.plusDays(1); !day.isAfter(day(now)); day = day.plusDays(1)) {
            writeEvents(day, Instant.MIN);
            writtenUntil = day;
        }
        flush();
    }

    @Override
    public synchronized void done(Device device, Moment moment, String what, String detail) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", "deed");
        line.put("at", time(Instant.ofEpochMilli(moment.trueMillis())));
        line.put("mn", device.mn());
        line.put("what", what);
        line.put("detail", detail);
        write(line);
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }

    private synchronized void writeEvents(LocalDate day, Instant endingAfter) {
        for (Device device : city.devices()) {
            for (Event event : new EventPlan(device, city.seed()).listBegunOn(day)) {
                if (event.end().isAfter(endingAfter)) {
                    write(describe(event));
                }
            }
        }
    }

    private static Map<String, Object> describe(Device device) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", "device");
        line.put("mn", device.mn());
        line.put("name", device.name());
        line.put("medium", device.medium().label());
        line.put("industry", device.industry().nameZh());
        line.put("district_code", device.park().district().code());
        line.put("park", device.park().name());
        line.put("longitude", device.place().longitude());
        line.put("latitude", device.place().latitude());
        line.put("edition", device.edition().label());
        line.put("quirks", device.quirks().stream().map(Quirk::name).toList());
        line.put(
                "factors",
                device.factors().stream()
                        .map(factor -> describe(device, factor))
                        .toList());
        return line;
    }

    private static Map<String, Object> describe(Device device, FactorModel factor) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("factor", factor.code());
        line.put("sent_as", device.codeOf(factor));
        if (factor.limit() > 0) {
            line.put("limit", factor.limit());
        }
        line.put("sampling_seconds", factor.sampling().toSeconds());
        return line;
    }

    private static Map<String, Object> describe(Event event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", "event");
        line.put("cause", event.cause());
        line.put("kind", event.kind().label());
        line.put("mn", event.mn());
        if (!event.factor().isEmpty()) {
            line.put("factor", event.factor());
        }
        if (event.size() != 0) {
            line.put("size", event.size());
        }
        line.put("start", time(event.start()));
        line.put("end", time(event.end()));
        return line;
    }

    private synchronized void write(Map<String, Object> line) {
        try {
            out.write(json.writeValueAsString(line));
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the truth file", e);
        }
    }

    private synchronized void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the truth file", e);
        }
    }

    private static String time(Instant instant) {
        return instant.atOffset(Frame.BEIJING).toString();
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(Frame.BEIJING).toLocalDate();
    }
}
