package io.jianhu.bench.replay;

import io.jianhu.bench.UsageException;
import io.jianhu.bench.replay.Measurements.Period;
import io.jianhu.hj212.Frame;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Real measurements that can be replayed, each with its columns and its units. Values are converted to the unit that HJ
 * 212-2017 appendix B gives the factor, so that a platform shows the right number.
 */
enum Dataset {
    /** UCI 501: hourly air quality of twelve stations in Beijing, 2013 to 2017. µg/m³. */
    BEIJING_AIR("\"No\",\"year\",\"month\"", "hourly air of a station, units converted from µg/m³ and hPa") {
        @Override
        Stream<Measurements> read(Stream<String> lines, Instant from) {
            return lines.skip(1).map(Dataset::columns).map(row -> {
                Instant hour = LocalDateTime.of(
                                Integer.parseInt(row.get(1)),
                                Integer.parseInt(row.get(2)),
                                Integer.parseInt(row.get(3)),
                                Integer.parseInt(row.get(4)),
                                0)
                        .toInstant(Frame.BEIJING);
                return new Measurements("beijing " + row.get(17), AIR, Period.HOUR, hour)
                        .with("a34004", shifted(row.get(5), 3))
                        .with("a34002", shifted(row.get(6), 3))
                        .with("a21026", shifted(row.get(7), -3))
                        .with("a21004", shifted(row.get(8), -3))
                        .with("a21005", shifted(row.get(9), -3))
                        .with("a05024", number(row.get(10)))
                        .with("a01001", number(row.get(11)))
                        .with("a01006", shifted(row.get(12), -1))
                        .with("a01008", direction(row.get(15)))
                        .with("a01007", number(row.get(16)));
            });
        }
    },
    /** China's national network: hourly air quality of station 1410A in Haikou. µg/m³, CO mg/m³. */
    HAIKOU_AIR("datetime,PM2.5,O3", "hourly air of a station, units converted from µg/m³") {
        @Override
        Stream<Measurements> read(Stream<String> lines, Instant from) {
            return lines.skip(1).map(Dataset::columns).map(row -> {
                Instant hour = LocalDateTime.parse(row.get(0).replace(' ', 'T')).toInstant(Frame.BEIJING);
                return new Measurements("haikou 1410A", AIR, Period.HOUR, hour)
                        .with("a34004", shifted(row.get(1), 3))
                        .with("a05024", number(row.get(2)))
                        .with("a21004", shifted(row.get(3), -3))
                        .with("a21005", number(row.get(4)))
                        .with("a21026", shifted(row.get(5), -3));
            });
        }
    },
    /** UCI 551: a gas turbine, hourly, without time stamps. mg/m³. */
    GAS_TURBINE(
            "Ambient temperature,Ambient pressure",
            "hourly flue gas of a turbine; the file has no times, they are counted from --from") {
        @Override
        Stream<Measurements> read(Stream<String> lines, Instant from) {
            Supplier<Instant> hours = new Hours(from);
            return lines.skip(1)
                    .map(Dataset::columns)
                    .map(row -> new Measurements("gas turbine", FLUE_GAS, Period.HOUR, hours.get())
                            .with("a01001", number(row.get(0)))
                            .with("a01006", shifted(row.get(1), -1))
                            .with("a01002", number(row.get(2)))
                            .with("a01012", number(row.get(6)))
                            .with("a21005", number(row.get(9)))
                            .with("a21002", number(row.get(10))));
        }
    },
    /** UCI 106: a sewage plant, daily, 1990 and 1991: what comes in and what goes out. m³/d, mg/L, µS/cm. */
    SEWAGE_PLANT("D-", "daily inlet and outlet of a sewage plant, two devices") {
        @Override
        Stream<Measurements> read(Stream<String> lines, Instant from) {
            return lines.map(Dataset::columns).flatMap(row -> {
                Optional<Instant> date = findDay(row.get(0));
                if (date.isEmpty()) {
                    return Stream.of(Measurements.nothing("sewage plant inlet"));
                }
                Instant day = date.get();
                Optional<BigDecimal> cubicMetres = number(row.get(1));
                Optional<BigDecimal> litresPerSecond =
                        cubicMetres.map(volume -> volume.divide(new BigDecimal("86.4"), 2, RoundingMode.HALF_UP));
                Measurements inlet = new Measurements("sewage plant inlet", WASTE_WATER, Period.DAY, day)
                        .withAmount("w00000", litresPerSecond, cubicMetres)
                        .with("w20123", number(row.get(2)))
                        .with("w01001", number(row.get(3)))
                        .with("w01017", number(row.get(4)))
                        .with("w01018", number(row.get(5)))
                        .with("w01012", number(row.get(6)))
                        .with("w01014", number(row.get(9)));
                Measurements outlet = new Measurements("sewage plant outlet", WASTE_WATER, Period.DAY, day)
                        .withAmount("w00000", litresPerSecond, cubicMetres)
                        .with("w01001", number(row.get(23)))
                        .with("w01017", number(row.get(24)))
                        .with("w01018", number(row.get(25)))
                        .with("w01012", number(row.get(26)))
                        .with("w01014", number(row.get(29)));
                return Stream.of(inlet, outlet);
            });
        }
    };

    private static final String AIR = "22";
    private static final String FLUE_GAS = "31";
    private static final String WASTE_WATER = "32";
    private static final List<String> COMPASS =
            List.of("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW");

    private final String firstLine;
    private final String description;

    Dataset(String firstLine, String description) {
        this.firstLine = firstLine;
        this.description = description;
    }

    String description() {
        return description;
    }

    /** The data set whose files begin like this. */
    static Dataset of(String firstLine) {
        return Arrays.stream(values())
                .filter(dataset -> firstLine.startsWith(dataset.firstLine))
                .findFirst()
                .orElseThrow(() -> new UsageException("not a file of packets and not a known data set: it begins with "
                        + firstLine.substring(0, Math.min(60, firstLine.length()))));
    }

    /**
     * The measurements of a file, in its order.
     *
     * @param from the time of the first row where the file has no times
     */
    abstract Stream<Measurements> read(Stream<String> lines, Instant from);

    private static List<String> columns(String line) {
        return Arrays.stream(line.split(",", -1))
                .map(column -> column.replace("\"", "").strip())
                .toList();
    }

    private static Optional<BigDecimal> number(String text) {
        return text.isEmpty() || text.equals("NA") || text.equals("?")
                ? Optional.empty()
                : Optional.of(new BigDecimal(text));
    }

    /** The number times ten to the power, exactly. */
    private static Optional<BigDecimal> shifted(String text, int power) {
        return number(text).map(value -> value.scaleByPowerOfTen(power));
    }

    private static Optional<BigDecimal> direction(String compass) {
        int point = COMPASS.indexOf(compass);
        return point < 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(225L * point, 1));
    }

    /** {@code D-1/3/90}: the first of March 1990. Empty for a date that does not exist, such as {@code D-0/3/90}. */
    private static Optional<Instant> findDay(String text) {
        String[] parts = text.substring(2).split("/", -1);
        try {
            LocalDate date = LocalDate.of(
                    1_900 + Integer.parseInt(parts[2]), Integer.parseInt(parts[1]), Integer.parseInt(parts[0]));
            return Optional.of(date.atStartOfDay().toInstant(Frame.BEIJING));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** One hour after the other. */
    private static final class Hours implements Supplier<Instant> {
        private Instant next;

        private Hours(Instant from) {
            this.next = from.truncatedTo(ChronoUnit.HOURS);
        }

        @Override
        public Instant get() {
            Instant hour = next;
            next = hour.plusSeconds(3_600);
            return hour;
        }
    }
}
