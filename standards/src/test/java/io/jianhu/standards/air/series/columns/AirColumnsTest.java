package io.jianhu.standards.air.series.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jianhu.standards.Completeness;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.air.AirClass;
import io.jianhu.standards.air.AirIndex;
import io.jianhu.standards.air.AirItem;
import io.jianhu.standards.air.Aqi;
import io.jianhu.standards.air.IndexItem;
import io.jianhu.standards.air.Report;
import io.jianhu.standards.air.series.AirYear;
import io.jianhu.standards.air.series.AnnualEvaluations;
import io.jianhu.standards.air.series.CityValues;
import io.jianhu.standards.air.series.Compared;
import io.jianhu.standards.air.series.ItemYear;
import io.jianhu.standards.air.series.NaiveAir;
import io.jianhu.standards.air.series.Rankings;
import io.jianhu.standards.quantity.Averaging;
import io.jianhu.standards.statistics.Fraction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Integer columns against decimals of 60 digits and against the calculators that cite: digit for digit. */
class AirColumnsTest {

    private static final String SHAOXING = "330600";
    private static final List<Column> FINE = List.of(
            new Column("SO2", 1),
            new Column("NO2", 4),
            new Column("CO", 3),
            new Column("O3", 1),
            new Column("PM10", 2),
            new Column("PM2.5", 1));
    private static final List<Column> AS_PUBLISHED = List.of(
            new Column("SO2", 0),
            new Column("NO2", 0),
            new Column("CO", 1),
            new Column("O3", 0),
            new Column("PM10", 0),
            new Column("PM2.5", 0));
    /** What hours go up to, in the unit of the factor: means lie around the limits. */
    private static final Map<String, Integer> LARGEST =
            Map.of("SO2", 130, "NO2", 90, "CO", 8, "O3", 260, "PM10", 150, "PM2.5", 75);

    private final RuleBook rules = RuleBook.load();

    @ParameterizedTest
    @ValueSource(ints = {2016, 2025, 2026, 2030, 2031})
    void gives_what_the_naive_way_gives(int year) {
        long seed = new Random().nextLong();
        System.out.println("AirColumnsTest " + year + " seed " + seed);
        for (List<Column> columns : List.of(FINE, AS_PUBLISHED)) {
            new Network(year, columns, new Random(seed)).compare();
        }
    }

    /** A random network in both forms. */
    private final class Network {

        private static final int STATIONS = 4;

        private final int year;
        private final List<Column> columns;
        private final HourlyColumns hours;
        private final AirColumns fast;
        private final List<Map<String, Map<LocalDate, List<Optional<BigDecimal>>>>> stations = new ArrayList<>();

        private Network(int year, List<Column> columns, Random random) {
            this.year = year;
            this.columns = columns;
            this.hours = new HourlyColumns(year, STATIONS, columns);
            this.fast = AirColumns.of(rules, year, columns, AirClass.SECOND, SHAOXING);
            for (int station = 0; station < STATIONS; station++) {
                Map<String, Map<LocalDate, List<Optional<BigDecimal>>>> factors = new HashMap<>();
                for (int column = 0; column < columns.size(); column++) {
                    Column of = columns.get(column);
                    int largest = get(LARGEST, of.factor()) * (int) Exact.powerOfTen(of.decimals());
                    Map<LocalDate, List<Optional<BigDecimal>>> days = station % 2 == 0
                            ? NaiveAir.tidyYear(year, random, of.decimals(), largest)
                            : NaiveAir.randomYear(year, random, of.decimals(), largest);
                    factors.put(of.factor(), days);
                    fill(station, column, days);
                }
                stations.add(factors);
            }
        }

        private void fill(int station, int column, Map<LocalDate, List<Optional<BigDecimal>>> days) {
            days.forEach((day, values) -> {
                for (int hour = 1; hour <= 24; hour++) {
                    int at = hour;
                    values.get(hour - 1).ifPresent(value -> hours.set(station, column, day, at, value));
                }
            });
        }

        private void compare() {
            List<DailyColumns> network = new ArrayList<>();
            long[] composites = new long[STATIONS];
            Map<String, BigDecimal> published = new HashMap<>();
            for (int station = 0; station < STATIONS; station++) {
                DailyColumns daily = fast.days(hours, station);
                network.add(daily);
                Map<String, Map<LocalDate, BigDecimal>> naive = naiveDays(station);
                compareDays(daily, naive);
                compareIndex(fast.aqi(daily), station, naive);
                ColumnItem[] items = fast.evaluate(daily);
                compareYear(items, naive, fractions(daily));
                composites[station] = fast.composite(items);
                if (composites[station] >= 0) {
                    BigDecimal composite = naiveComposite(items);
                    published.put("station " + station, composite);
                    assertThat(BigDecimal.valueOf(composites[station], 2)).isEqualByComparingTo(composite);
                }
            }
            assertThat(published).hasSizeGreaterThanOrEqualTo(2);
            compareRanks(AirColumns.rank(composites), published);
            compareCity(network);
        }

        private Map<String, Map<LocalDate, BigDecimal>> naiveDays(int station) {
            Map<String, Map<LocalDate, BigDecimal>> factors = new HashMap<>();
            stations.get(station).forEach((factor, days) -> {
                Map<LocalDate, BigDecimal> values = new TreeMap<>();
                days.forEach((day, of) -> (factor.equals("O3")
                                ? NaiveAir.maxEightHours(of, BigDecimal.valueOf(160))
                                : NaiveAir.dayMean(of))
                        .ifPresent(value -> values.put(day, value)));
                factors.put(factor, values);
            });
            return factors;
        }

        private void compareDays(DailyColumns daily, Map<String, Map<LocalDate, BigDecimal>> naive) {
            for (int column = 0; column < columns.size(); column++) {
                Map<LocalDate, BigDecimal> expected =
                        get(naive, columns.get(column).factor());
                for (int day = 0; day < daily.get(column).days(); day++) {
                    Optional<BigDecimal> actual =
                            daily.get(column).find(day).map(value -> NaiveAir.round(value.toDecimal(), 20));
                    assertThat(actual)
                            .as("%s day %d", columns.get(column), day)
                            .isEqualTo(Optional.ofNullable(expected.get(LocalDate.ofYearDay(year, day + 1)))
                                    .map(value -> NaiveAir.round(value, 20)));
                }
            }
        }

        private void compareIndex(AqiColumn aqi, int station, Map<String, Map<LocalDate, BigDecimal>> naive) {
            AirIndex index = AirIndex.of(rules);
            for (int day = 0; day < aqi.days(); day++) {
                LocalDate date = LocalDate.ofYearDay(year, day + 1);
                Map<AirItem, BigDecimal> values = new HashMap<>();
                for (IndexItem item : index.listItems(date, Report.DAILY)) {
                    naiveItem(item, station, date, naive).ifPresent(value -> values.put(item.item(), value));
                }
                Optional<Aqi> expected = index.judge(date, Report.DAILY, values).findValue();
                assertThat(aqi.aqi(day))
                        .as("%s", date)
                        .isEqualTo(expected.map(Aqi::aqi).orElse(-1));
                assertThat(aqi.listPrimary(day))
                        .containsExactlyInAnyOrderElementsOf(
                                expected.map(Aqi::primary).orElse(List.of()));
                boolean complete = naive.values().stream().allMatch(days -> days.containsKey(date));
                boolean mayStand = date.getYear() > 2026 || (year == 2026 && date.getMonthValue() > 2);
                assertThat(aqi.counts(day)).isEqualTo(complete || (mayStand && aqi.aqi(day) > 100));
            }
        }

        private Optional<BigDecimal> naiveItem(
                IndexItem item, int station, LocalDate date, Map<String, Map<LocalDate, BigDecimal>> naive) {
            if (item.item().averaging() == Averaging.HOUR) {
                return get(get(stations.get(station), item.item().factor()), date).stream()
                        .flatMap(Optional::stream)
                        .max(BigDecimal::compareTo);
            }
            return Optional.ofNullable(get(naive, item.item().factor()).get(date))
                    .map(NaiveAir::snap);
        }

        private void compareYear(
                ColumnItem[] items,
                Map<String, Map<LocalDate, BigDecimal>> naive,
                Map<String, Map<LocalDate, Fraction>> fractions) {
            AirYear cited = AnnualEvaluations.of(rules)
                    .judge(year, fractions, AirClass.SECOND, SHAOXING)
                    .getValue();
            for (int column = 0; column < items.length; column++) {
                String factor = columns.get(column).factor();
                int decimals = factor.equals("CO") ? 1 : 0;
                Map<LocalDate, BigDecimal> days = get(naive, factor);
                ColumnItem item = items[column];
                int p = factor.equals("O3") ? 90 : factor.endsWith("O2") ? 98 : 95;
                assertThat(BigDecimal.valueOf(item.percentile(), decimals))
                        .as("%s P%d", factor, p)
                        .isEqualByComparingTo(NaiveAir.round(NaiveAir.percentile(days.values(), p), decimals));
                if (!factor.equals("CO") && !factor.equals("O3")) {
                    assertThat(BigDecimal.valueOf(item.mean(), decimals))
                            .isEqualByComparingTo(NaiveAir.round(NaiveAir.mean(days.values()), decimals));
                }
                assertThat(item.valid()).isEqualTo(NaiveAir.isValidYear(days.keySet(), year));
                assertThat(asItem(item, get(cited.items(), factor))).isEqualTo(get(cited.items(), factor));
            }
        }

        /** The column's numbers put into the cited record, so that equality compares every one of them. */
        private ItemYear asItem(ColumnItem item, ItemYear cited) {
            int decimals = cited.percentile().value().scale();
            return new ItemYear(
                    cited.factor(),
                    new Completeness(
                            item.days(), cited.days().expected(), cited.days().needed()),
                    cited.invalidMonths().stream()
                            .filter(month -> (item.invalidMonths() >> month.getMonthValue() - 1 & 1) == 1)
                            .toList(),
                    item.valid(),
                    cited.mean().map(mean -> with(mean, item.mean(), decimals)),
                    with(cited.percentile(), item.percentile(), decimals),
                    item.attainingDays(),
                    cited.attainmentRate(),
                    item.valid() ? Optional.of(item.within()) : Optional.empty());
        }

        private Compared with(Compared compared, long value, int decimals) {
            return new Compared(BigDecimal.valueOf(value, decimals), compared.limit(), compared.exceedMultiple());
        }

        private Map<String, Map<LocalDate, Fraction>> fractions(DailyColumns daily) {
            Map<String, Map<LocalDate, Fraction>> factors = new HashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                Map<LocalDate, Fraction> values = new TreeMap<>();
                for (int day = 0; day < daily.get(column).days(); day++) {
                    LocalDate date = LocalDate.ofYearDay(year, day + 1);
                    daily.get(column).find(day).ifPresent(value -> values.put(date, value));
                }
                factors.put(columns.get(column).factor(), values);
            }
            return factors;
        }

        /** Class 2 limits of the annual means, CO 4 and ozone 160, as they stand in GB 3095 for the last day of the year. */
        private BigDecimal naiveComposite(ColumnItem[] items) {
            List<BigDecimal> limits = (year < 2026
                            ? List.of("60", "40", "4", "160", "70", "35")
                            : year < 2031
                                    ? List.of("60", "40", "4", "160", "60", "30")
                                    : List.of("20", "30", "4", "160", "50", "25"))
                    .stream().map(BigDecimal::new).toList();
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < items.length; i++) {
                BigDecimal value = i == 2
                        ? BigDecimal.valueOf(items[i].percentile(), 1)
                        : BigDecimal.valueOf(i == 3 ? items[i].percentile() : items[i].mean());
                sum = sum.add(value.divide(limits.get(i), new MathContext(60)));
            }
            return NaiveAir.round(sum, 2);
        }

        private void compareRanks(int[] ranks, Map<String, BigDecimal> published) {
            Rankings.of(rules)
                    .rank(published, Rankings.Order.LOWER_IS_BETTER)
                    .getValue()
                    .forEach(place -> assertThat(
                                    ranks[Integer.parseInt(place.name().substring("station ".length()))])
                            .isEqualTo(place.rank()));
        }

        private void compareCity(List<DailyColumns> network) {
            for (int column = 0; column < columns.size(); column++) {
                DailyColumn city = fast.city(network, column).orElseThrow();
                String factor = columns.get(column).factor();
                for (int day = 0; day < city.days(); day++) {
                    int at = day;
                    int of = column;
                    Optional<Fraction> expected = CityValues.of(rules)
                            .mean(
                                    factor,
                                    factor.equals("O3") ? Averaging.DAY_MAX_EIGHT_HOURS : Averaging.DAY,
                                    network.stream()
                                            .map(station -> station.get(of).find(at))
                                            .toList(),
                                    LocalDate.ofYearDay(year, day + 1))
                            .getValue()
                            .findValid();
                    assertThat(city.find(day)).isEqualTo(expected);
                }
            }
        }
    }

    private static <K, V> V get(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key), () -> "nothing for " + key);
    }

    @Test
    void ranks_skip_what_is_shared_and_leave_out_what_has_no_index() {
        assertThat(AirColumns.rank(new long[] {300, 250, -1, 300, 410, 250})).containsExactly(3, 1, 0, 3, 5, 1);
    }

    @Test
    void a_column_that_is_coarser_than_its_evaluation_is_refused() {
        assertThatThrownBy(() -> AirColumns.of(rules, 2025, List.of(new Column("CO", 0)), AirClass.SECOND, SHAOXING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CO");
    }

    @Test
    void an_hour_that_does_not_fit_is_refused() {
        HourlyColumns hours = new HourlyColumns(2025, 1, List.of(new Column("SO2", 1)));
        LocalDate day = LocalDate.parse("2025-01-01");
        assertThatThrownBy(() -> hours.set(0, 0, day, 1, new BigDecimal("1.05")))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> hours.set(0, 0, day, 1, new BigDecimal("-1"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> hours.set(0, 0, day, 1, new BigDecimal("90000000")))
                .isInstanceOf(ArithmeticException.class);
    }

    /** With thirty stations the common multiple of 23 to 30 does not fit: the caller is told, no digit is lost. */
    @Test
    void a_city_of_thirty_stations_is_left_to_fractions() {
        AirColumns fast = AirColumns.of(rules, 2025, AS_PUBLISHED, AirClass.SECOND, SHAOXING);
        HourlyColumns hours = new HourlyColumns(2025, 40, AS_PUBLISHED);
        List<DailyColumns> stations = new ArrayList<>();
        for (int station = 0; station < 40; station++) {
            stations.add(fast.days(hours, station));
        }
        assertThat(fast.city(stations, 0)).isEmpty();
        assertThat(fast.city(stations.subList(0, 12), 0)).isPresent();
    }
}
