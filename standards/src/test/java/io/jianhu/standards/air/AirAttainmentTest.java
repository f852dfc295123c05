package io.jianhu.standards.air;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Averaging;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("attainment of GB 3095")
class AirAttainmentTest {

    private static final LocalDate LAST_OF_2012 = LocalDate.parse("2026-02-28");
    private static final LocalDate FIRST_TRANSITION = LocalDate.parse("2026-03-01");
    private static final LocalDate LAST_TRANSITION = LocalDate.parse("2030-12-31");
    private static final LocalDate FIRST_FINAL = LocalDate.parse("2031-01-01");

    private final RuleBook rules = RuleBook.load();
    private final AirAttainment attainment = AirAttainment.of(rules);
    private final AirLimits limits = AirLimits.of(rules);

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private Judgement<Attainment> day(LocalDate day, String... factorsAndValues) {
        Map<AirItem, BigDecimal> values = new LinkedHashMap<>();
        for (int i = 0; i < factorsAndValues.length; i += 2) {
            String factor = factorsAndValues[i];
            values.put(
                    new AirItem(factor, factor.equals("O3") ? Averaging.DAY_MAX_EIGHT_HOURS : Averaging.DAY),
                    n(factorsAndValues[i + 1]));
        }
        return attainment.judge(day, values);
    }

    private static List<FindingCode> codes(Judgement<?> judgement) {
        return judgement.findings().stream().map(Finding::code).toList();
    }

    private String second(String factor, Averaging averaging, LocalDate day) {
        return limits.findBinding(new AirItem(factor, averaging), day, new Working())
                .orElseThrow()
                .second()
                .toPlainString();
    }

    @Test
    @Clause({"GB 3095-2012 表1", "GB 3095-2026 表1", "GB 3095-2026 表2"})
    void limits_switch_on_2026_03_01_and_on_2031_01_01() {
        assertThat(List.of(
                        second("PM2.5", Averaging.YEAR, LAST_OF_2012),
                        second("PM2.5", Averaging.YEAR, FIRST_TRANSITION),
                        second("PM2.5", Averaging.YEAR, LAST_TRANSITION),
                        second("PM2.5", Averaging.YEAR, FIRST_FINAL)))
                .containsExactly("35", "30", "30", "25");
        assertThat(List.of(
                        second("PM10", Averaging.DAY, LAST_OF_2012),
                        second("PM10", Averaging.DAY, FIRST_TRANSITION),
                        second("PM10", Averaging.DAY, FIRST_FINAL)))
                .containsExactly("150", "120", "100");
        assertThat(List.of(
                        second("NO2", Averaging.DAY, LAST_TRANSITION),
                        second("NO2", Averaging.DAY, FIRST_FINAL),
                        second("SO2", Averaging.YEAR, FIRST_FINAL),
                        second("SO2", Averaging.DAY, FIRST_FINAL)))
                .containsExactly("80", "50", "20", "50");
        assertThat(List.of(second("NOx", Averaging.YEAR, LAST_TRANSITION), second("NOx", Averaging.YEAR, FIRST_FINAL)))
                .containsExactly("50", "40");
    }

    @Test
    void a_day_has_exactly_one_limit_of_an_item() {
        for (LocalDate day : List.of(LAST_OF_2012, FIRST_TRANSITION, LAST_TRANSITION, FIRST_FINAL)) {
            assertThat(limits.listOn(day)).extracting(AirLimit::item).doesNotHaveDuplicates();
            assertThat(limits.listOn(day).stream().filter(AirLimit::isBinding))
                    .as("23 items of tables 1 and 2 on %s", day)
                    .hasSize(23);
        }
    }

    @Test
    void the_first_class_is_never_laxer_than_the_second() {
        for (AirLimit limit : limits.listOn(FIRST_FINAL)) {
            assertThat(limit.first()).isLessThanOrEqualTo(limit.second());
        }
    }

    @Test
    @Clause({"GB 3095-2026 表1", "HJ 633-2026 表3"})
    void from_2031_a_day_with_an_index_up_to_100_can_exceed() {
        AirIndex index = AirIndex.of(rules);
        Map<AirItem, BigDecimal> air = Map.of(
                new AirItem("PM2.5", Averaging.DAY), n("60"),
                new AirItem("PM10", Averaging.DAY), n("120"),
                new AirItem("SO2", Averaging.DAY), n("150"),
                new AirItem("NO2", Averaging.DAY), n("80"));
        assertThat(index.judge(FIRST_FINAL, Report.DAILY, air).getValue().aqi()).isEqualTo(100);
        assertThat(attainment.judge(FIRST_FINAL, air).getValue().failing(AirClass.SECOND))
                .containsExactly("SO2", "NO2", "PM10", "PM2.5");
        assertThat(attainment.judge(LAST_TRANSITION, air).getValue().attains(AirClass.SECOND))
                .isTrue();
    }

    @Test
    @Clause("GB 3095-2026 表1")
    void a_value_on_the_limit_attains_and_it_is_the_rounded_value_that_counts() {
        assertThat(day(FIRST_TRANSITION, "PM2.5", "60").getValue().attains(AirClass.SECOND))
                .isTrue();
        assertThat(day(FIRST_TRANSITION, "PM2.5", "60.5").getValue().attains(AirClass.SECOND))
                .as("60.5 is 60")
                .isTrue();
        assertThat(day(FIRST_TRANSITION, "PM2.5", "60.51").getValue().attains(AirClass.SECOND))
                .isFalse();
        assertThat(day(FIRST_TRANSITION, "CO", "4.05").getValue().attains(AirClass.SECOND))
                .as("one decimal: 4.0")
                .isTrue();
        assertThat(day(FIRST_TRANSITION, "CO", "4.06").getValue().attains(AirClass.SECOND))
                .isFalse();
    }

    @Test
    @Clause("HJ 663-2013 表1")
    void a_year_needs_mean_and_percentile_of_an_item() {
        Judgement<Attainment> year = attainment.judgeYear(
                LAST_OF_2012,
                Map.of(AirStatistic.mean("PM2.5"), n("34"), AirStatistic.percentile("PM2.5", 95), n("76")));
        assertThat(year.getValue().attains(AirClass.SECOND)).isFalse();
        assertThat(year.getValue().failing(AirClass.SECOND)).containsExactly("PM2.5");
    }

    @Test
    @Clause("HJ 663-2013 表1")
    void carbon_monoxide_and_ozone_are_judged_by_their_percentile_alone() {
        Judgement<Attainment> year = attainment.judgeYear(
                LAST_OF_2012,
                Map.of(AirStatistic.percentile("CO", 95), n("1.1"), AirStatistic.percentile("O3", 90), n("161")));
        assertThat(year.getValue().failing(AirClass.SECOND)).containsExactly("O3");
        assertThat(year.getValue().checks())
                .extracting(check -> check.limit().item().averaging())
                .containsExactly(Averaging.DAY, Averaging.DAY_MAX_EIGHT_HOURS);
        assertThat(codes(attainment.judgeYear(LAST_OF_2012, Map.of(AirStatistic.mean("O3"), n("60")))))
                .as("ozone has no annual mean")
                .containsExactly(CommonFinding.NO_RULE);
    }

    @Test
    void a_year_without_all_statistics_is_judged_with_a_warning_and_is_incomplete() {
        Judgement<Attainment> year = attainment.judgeYear(LAST_OF_2012, Map.of(AirStatistic.mean("PM2.5"), n("28")));
        assertThat(codes(year)).containsExactly(AirFinding.HALF_AN_ITEM, AirFinding.NOT_ALL_SIX);
        assertThat(year.completeness()).hasValueSatisfying(counted -> {
            assertThat(counted.have()).isEqualTo(1);
            assertThat(counted.needed()).isEqualTo(10);
            assertThat(counted.isEnough()).isFalse();
        });
    }

    @Test
    void another_percentile_than_that_of_the_item_is_refused() {
        assertThat(codes(attainment.judgeYear(LAST_OF_2012, Map.of(AirStatistic.percentile("SO2", 95), n("20")))))
                .containsExactly(CommonFinding.NO_RULE);
    }

    @Test
    @Clause("GB 3095-2012 附录A")
    void reference_values_of_annex_A_are_shown_and_never_judged_by() {
        AirItem cadmium = new AirItem("Cd", Averaging.YEAR);
        assertThat(limits.find(cadmium, LAST_OF_2012, new Working())).isPresent();
        Judgement<Attainment> judged = attainment.judge(LAST_OF_2012, Map.of(cadmium, n("0.001")));
        assertThat(judged.findValue()).isEmpty();
        assertThat(codes(judged)).containsExactly(AirFinding.REFERENCE_ONLY);
        assertThat(judged.unverified()).extracting(Rule::id).containsExactly("GB3095-2012/A/Cd/year");
    }

    @Test
    void refuses_what_cannot_be() {
        assertThat(codes(day(FIRST_FINAL, "PM2.5", "-1"))).containsExactly(CommonFinding.NEGATIVE);
        assertThat(codes(day(FIRST_FINAL, "NH3N", "1"))).containsExactly(CommonFinding.UNKNOWN_FACTOR);
        assertThat(codes(day(FIRST_FINAL))).containsExactly(CommonFinding.EMPTY_SET);
        assertThat(codes(day(LocalDate.parse("2015-12-31"), "PM2.5", "1", "PM10", "1")))
                .containsExactly(CommonFinding.NO_EDITION_ON_DATE);
        assertThat(codes(attainment.judge(FIRST_FINAL, Map.of(new AirItem("O3", Averaging.YEAR), n("1")))))
                .as("ozone has no annual limit")
                .containsExactly(CommonFinding.NO_RULE);
    }

    @Test
    void dirtier_air_never_attains_more() {
        long seed = new Random().nextLong();
        System.out.println("AirAttainmentTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 1_000; round++) {
            BigDecimal value = BigDecimal.valueOf(random.nextInt(2_000), 1);
            BigDecimal more = value.add(BigDecimal.valueOf(random.nextInt(500), 1));
            LocalDate day = FIRST_TRANSITION.plusDays(random.nextInt(4_000));
            for (AirClass airClass : AirClass.values()) {
                boolean attains =
                        day(day, "PM10", value.toPlainString()).getValue().attains(airClass);
                boolean attainsMore =
                        day(day, "PM10", more.toPlainString()).getValue().attains(airClass);
                assertThat(!attains && attainsMore)
                        .as("%s %s %s", day, value, more)
                        .isFalse();
            }
        }
    }

    @Test
    @Clause("HJ 663-2013 附录A")
    void an_exceedance_has_a_multiple_and_an_attainment_none() {
        ExceedMultiples multiples = ExceedMultiples.of(rules);
        AirItem item = new AirItem("PM2.5", Averaging.DAY);
        assertThat(multiples
                        .judge(LAST_OF_2012, item, AirClass.SECOND, n("100"))
                        .getValue()
                        .multiple())
                .contains(n("0.33"));
        assertThat(multiples
                        .judge(FIRST_TRANSITION, item, AirClass.SECOND, n("90"))
                        .getValue()
                        .multiple())
                .contains(n("0.50"));
        assertThat(multiples
                        .judge(FIRST_TRANSITION, item, AirClass.SECOND, n("60"))
                        .getValue()
                        .multiple())
                .isEmpty();
        assertThat(multiples
                        .judge(FIRST_TRANSITION, item, AirClass.SECOND, n("-3"))
                        .findValue())
                .isEmpty();
    }
}
