package io.jianhu.standards.air.series;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The recorded hours of one station, by factor and day, read from a public file that is not part of this repository. */
final class RealHours {

    private static final Path DATA = Path.of("../../shared/data");
    static final Path BEIJING = DATA.resolve("uci_beijing_multisite");
    static final Path HAIKOU = DATA.resolve("cnemc_haikou_1410A/PM2.5NO2SO2O3CO_1410A.csv.gz");

    private final Map<String, Map<LocalDate, DayHours>> factors = new TreeMap<>();

    private RealHours() {}

    /** One of the twelve stations. The row of hour 0 is taken as the first hour of its day; CO comes in µg/m³. */
    static RealHours readBeijing(Path file) throws IOException {
        RealHours hours = new RealHours();
        try (BufferedReader reader = open(file)) {
            Map<String, Integer> columns = header(reader.readLine());
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.replace("\"", "").split(",", -1);
                LocalDate day = LocalDate.of(
                        Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), Integer.parseInt(cells[3]));
                int hour = Integer.parseInt(cells[4]) + 1;
                columns.forEach((factor, column) -> number(cells[column])
                        .map(value -> factor.equals("CO") ? value.movePointLeft(3) : value)
                        .ifPresent(value -> hours.put(factor, day, hour, value)));
            }
        }
        return hours;
    }

    /** The station of Haikou: stamped with the end of the hour, as the network publishes it. */
    static RealHours readHaikou(Path file) throws IOException {
        RealHours hours = new RealHours();
        try (BufferedReader reader = open(file)) {
            Map<String, Integer> columns = header(reader.readLine());
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] cells = line.split(",", -1);
                LocalDateTime begin =
                        LocalDateTime.parse(cells[0].replace(' ', 'T')).minusHours(1);
                columns.forEach((factor, column) -> number(cells[column])
                        .ifPresent(value -> hours.put(factor, begin.toLocalDate(), begin.getHour() + 1, value)));
            }
        }
        return hours;
    }

    private static BufferedReader open(Path file) throws IOException {
        return new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
    }

    private static Map<String, Integer> header(String line) {
        Map<String, Integer> columns = new HashMap<>();
        String[] names = line.replace("\"", "").split(",", -1);
        for (int column = 0; column < names.length; column++) {
            if (names[column].matches("SO2|NO2|CO|O3|PM10|PM2\\.5")) {
                columns.put(names[column], column);
            }
        }
        return columns;
    }

    private static Optional<BigDecimal> number(String text) {
        return text.isEmpty() || text.equals("NA") ? Optional.empty() : Optional.of(new BigDecimal(text));
    }

    private void put(String factor, LocalDate day, int hour, BigDecimal value) {
        factors.computeIfAbsent(factor, _ -> new TreeMap<>())
                .merge(
                        day,
                        DayHours.empty().with(hour, Optional.of(value)),
                        (before, _) -> before.with(hour, Optional.of(value)));
    }

    /** By factor and day; days without an hour are missing. */
    Map<String, Map<LocalDate, DayHours>> factors() {
        return factors;
    }
}
