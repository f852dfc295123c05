package io.jianhu.standards.air.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.air.AirClass;
import io.jianhu.standards.air.series.columns.AirColumns;
import io.jianhu.standards.air.series.columns.AqiColumn;
import io.jianhu.standards.air.series.columns.Column;
import io.jianhu.standards.air.series.columns.ColumnItem;
import io.jianhu.standards.air.series.columns.DailyColumns;
import io.jianhu.standards.air.series.columns.HourlyColumns;
import io.jianhu.standards.statistics.Fraction;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Recorded hours of Beijing and Haikou through the whole chain, in both forms: what cites, and whole numbers. Writes and checks
 * {@code docs/AIR-YEARS.md}.
 */
@Clause({"HJ 663-2013", "GB 3095-2012"})
class AirYearsTest {

    private static final Path PAGE = Path.of("../docs/AIR-YEARS.md");
    private static final String BEIJING = "110000";
    private static final String HAIKOU = "460100";
    private static final List<Column> COLUMNS = List.of(
            new Column("SO2", 4),
            new Column("NO2", 4),
            new Column("CO", 3),
            new Column("O3", 4),
            new Column("PM10", 1),
            new Column("PM2.5", 1));

    private final RuleBook rules = RuleBook.load();

    @Test
    void years_of_recorded_hours_are_evaluated_as_the_page_says() throws IOException {
        if (!Files.isDirectory(RealHours.BEIJING) || !Files.exists(RealHours.HAIKOU)) {
            System.out.println("AirYearsTest: the recorded hours are not there, this suite did not run");
            return;
        }
        AirYearsPage page = new AirYearsPage();
        beijing(page);
        haikou(page);
        if ("write".equals(System.getProperty("jianhu.docs"))) {
            Files.writeString(PAGE, page.text());
        }
        assertThat(Files.readString(PAGE))
                .as("docs/AIR-YEARS.md is stale: run ./mvnw -pl standards test -Dtest=AirYearsTest -Djianhu.docs=write")
                .isEqualTo(page.text());
    }

    private void beijing(AirYearsPage page) throws IOException {
        RealYears years = new RealYears(rules, BEIJING);
        Map<String, RealYears.Days> stations = new TreeMap<>();
        Map<Integer, Map<String, RealYears.CityYear>> byYear = new TreeMap<>();
        for (Path file : listFiles()) {
            String station = file.getFileName().toString().split("_", -1)[2];
            RealHours hours = RealHours.readBeijing(file);
            RealYears.Days days = years.days(hours);
            stations.put(station, days);
            for (int year = 2013; year <= 2017; year++) {
                RealYears.CityYear evaluated = years.evaluate(year, days);
                compare(year, BEIJING, hours, days, evaluated);
                byYear.computeIfAbsent(year, _ -> new TreeMap<>()).put(station, evaluated);
            }
        }
        RealYears.Days city = years.city(stations.values());
        Map<Integer, RealYears.CityYear> cityYears = new TreeMap<>();
        byYear.keySet().forEach(year -> cityYears.put(year, years.evaluate(year, city)));
        page.city("Beijing, twelve stations", cityYears);
        byYear.forEach((year, of) -> {
            if (year > 2013 && year < 2017) {
                page.ranking(year, of, rules);
            }
        });
    }

    private void haikou(AirYearsPage page) throws IOException {
        RealYears years = new RealYears(rules, HAIKOU);
        RealHours hours = RealHours.readHaikou(RealHours.HAIKOU);
        RealYears.Days days = years.days(hours);
        Map<Integer, RealYears.CityYear> byYear = new TreeMap<>();
        for (int year = 2014; year <= 2023; year++) {
            RealYears.CityYear evaluated = years.evaluate(year, days);
            compare(year, HAIKOU, hours, days, evaluated);
            byYear.put(year, evaluated);
        }
        page.city("Haikou, station 1410A", byYear);
    }

    private static List<Path> listFiles() throws IOException {
        try (Stream<Path> files = Files.list(RealHours.BEIJING)) {
            return files.filter(file -> file.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList();
        }
    }

    /** The same year in whole numbers. */
    private void compare(int year, String region, RealHours hours, RealYears.Days days, RealYears.CityYear evaluated) {
        List<Column> columns = COLUMNS.stream()
                .filter(column -> hours.factors().containsKey(column.factor()))
                .toList();
        HourlyColumns network = new HourlyColumns(year, 1, columns);
        for (int column = 0; column < columns.size(); column++) {
            fill(
                    network,
                    column,
                    Objects.requireNonNull(
                            hours.factors().get(columns.get(column).factor())));
        }
        AirColumns fast = AirColumns.of(rules, year, columns, AirClass.SECOND, region);
        DailyColumns daily = fast.days(network, 0);
        ColumnItem[] items = fast.evaluate(daily);
        for (int column = 0; column < columns.size(); column++) {
            String factor = columns.get(column).factor();
            Map<LocalDate, Fraction> expected =
                    Objects.requireNonNull(days.values().get(factor));
            for (int day = 0; day < daily.get(column).days(); day++) {
                assertThat(daily.get(column).find(day))
                        .isEqualTo(Optional.ofNullable(expected.get(LocalDate.ofYearDay(year, day + 1))));
            }
            ItemYear item = evaluated.year().items().get(factor);
            assertThat(items[column].days())
                    .isEqualTo(item == null ? 0 : item.days().have());
            if (item != null) {
                assertThat(items[column].valid()).isEqualTo(item.valid());
                assertThat(items[column].attainingDays()).isEqualTo(item.attainingDays());
                assertThat(BigDecimal.valueOf(
                                items[column].percentile(),
                                item.percentile().value().scale()))
                        .isEqualTo(item.percentile().value());
                long mean = items[column].mean();
                assertThat(item.mean().map(Compared::value))
                        .isEqualTo(mean < 0 ? Optional.empty() : Optional.of(BigDecimal.valueOf(mean)));
            }
        }
        AqiColumn index = fast.aqi(daily);
        assertThat(index.countDays())
                .isEqualTo(evaluated.share().map(share -> share.valid()).orElse(0));
        assertThat(index.countUpTo(100))
                .isEqualTo(evaluated.share().map(share -> share.good()).orElse(0));
        assertThat(fast.composite(items))
                .isEqualTo(evaluated
                        .composite()
                        .map(value -> value.unscaledValue().longValueExact())
                        .orElse(-1L));
    }

    private static void fill(HourlyColumns network, int column, Map<LocalDate, DayHours> days) {
        days.forEach((day, hours) -> {
            for (int hour = 1; day.getYear() == network.year() && hour <= DayHours.HOURS; hour++) {
                int at = hour;
                hours.endingAt(hour).ifPresent(value -> network.set(0, column, day, at, value));
            }
        });
    }
}
