package io.jianhu.standards.air;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Trust;
import io.jianhu.standards.quantity.Averaging;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the index of HJ 633")
class AirIndexTest {

    private static final LocalDate OLD = LocalDate.parse("2026-02-28");
    private static final LocalDate NEW = LocalDate.parse("2026-03-01");

    private final AirIndex index = AirIndex.of(RuleBook.load());

    static AirItem item(String factor, Averaging averaging) {
        return new AirItem(factor, averaging);
    }

    private Judgement<Aqi> judge(LocalDate day, Report report, Object... itemsAndValues) {
        Map<AirItem, BigDecimal> values = new LinkedHashMap<>();
        for (int i = 0; i < itemsAndValues.length; i += 2) {
            values.put((AirItem) itemsAndValues[i], new BigDecimal(itemsAndValues[i + 1].toString()));
        }
        return index.judge(day, report, values);
    }

    private int daily(LocalDate day, String factor, String value) {
        Averaging averaging = factor.equals("O3") ? Averaging.DAY_MAX_EIGHT_HOURS : Averaging.DAY;
        return judge(day, Report.DAILY, item(factor, averaging), value)
                .getValue()
                .aqi();
    }

    private static List<FindingCode> codes(Judgement<?> judgement) {
        return judgement.findings().stream().map(Finding::code).toList();
    }

    @Test
    @Clause({"HJ 633-2012 表1", "HJ 633-2026 表3"})
    void switches_edition_at_the_midnight_that_begins_2026_03_01() {
        assertThat(daily(OLD, "PM2.5", "75")).isEqualTo(100);
        assertThat(daily(NEW, "PM2.5", "75")).isEqualTo(114);
        assertThat(daily(OLD, "PM10", "150")).isEqualTo(100);
        assertThat(daily(NEW, "PM10", "150")).isEqualTo(112);
    }

    @Test
    @Clause("HJ 633-2026 表3")
    void does_not_change_in_2031_when_the_limits_do() {
        assertThat(daily(LocalDate.parse("2031-01-01"), "PM2.5", "60")).isEqualTo(100);
        assertThat(daily(LocalDate.parse("2031-01-01"), "SO2", "150")).isEqualTo(100);
    }

    @Test
    @Clause("HJ 633-2026 日报和实时报")
    void rounds_the_concentration_half_to_even_first_and_the_index_up_afterwards() {
        assertThat(daily(NEW, "PM2.5", "60.5")).isEqualTo(100);
        assertThat(daily(NEW, "PM2.5", "61.5")).isEqualTo(102);
        assertThat(daily(NEW, "PM2.5", "60.500001")).isEqualTo(101);
        assertThat(daily(NEW, "CO", "2.05"))
                .as("carbon monoxide keeps one decimal: 2.05 is 2.0")
                .isEqualTo(50);
        assertThat(daily(NEW, "CO", "2.06")).as("2.1").isEqualTo(53);
    }

    @Test
    @Clause("HJ 633-2012 表1")
    void an_index_that_is_exactly_an_integer_never_goes_one_up() {
        assertThat(daily(OLD, "PM2.5", "45")).as("50/40×10+50 = 62.5").isEqualTo(63);
        assertThat(daily(OLD, "PM2.5", "43")).as("50/40×8+50 = 60 exactly").isEqualTo(60);
        assertThat(daily(OLD, "CO", "2.2"))
                .as("50/2×0.2+50 = 55 exactly; binary fractions give a little more and 56")
                .isEqualTo(55);
        assertThat(daily(OLD, "PM2.5", "28")).isEqualTo(40);
    }

    @Test
    @Clause("HJ 633-2012 日报和实时报")
    void of_a_day_in_2012_counts_ozone_as_1_h_and_as_8_h_maximum() {
        Judgement<Aqi> day = judge(
                OLD, Report.DAILY, item("O3", Averaging.DAY_MAX_EIGHT_HOURS), "180", item("O3", Averaging.HOUR), "350");
        assertThat(day.getValue().aqi()).as("1 h: 50/100×50+150").isEqualTo(175);
        assertThat(day.getValue().primary()).containsExactly("O3");
    }

    @Test
    @Clause("HJ 633-2026 日报和实时报")
    void of_a_day_in_2026_counts_ozone_as_8_h_maximum_only_and_says_so() {
        Judgement<Aqi> day = judge(
                NEW, Report.DAILY, item("O3", Averaging.DAY_MAX_EIGHT_HOURS), "180", item("O3", Averaging.HOUR), "350");
        assertThat(day.getValue().aqi()).isEqualTo(119);
        assertThat(codes(day)).containsExactly(AirFinding.ITEM_NOT_IN_REPORT);
    }

    @Test
    @Clause("HJ 633-2026 表3")
    void sulphur_dioxide_above_800_in_an_hour_is_200_in_2026() {
        AirItem hour = item("SO2", Averaging.HOUR);
        assertThat(judge(NEW, Report.HOURLY, hour, "801").getValue().aqi()).isEqualTo(200);
        assertThat(judge(NEW, Report.HOURLY, hour, "2000").getValue().aqi()).isEqualTo(200);
        assertThat(codes(judge(NEW, Report.HOURLY, hour, "800.4")))
                .as("800.4 is 800")
                .isEmpty();
    }

    @Test
    @Clause("HJ 633-2012 表1")
    void sulphur_dioxide_above_800_in_an_hour_has_no_index_in_2012_and_the_24_h_mean_stands_in() {
        AirItem hour = item("SO2", Averaging.HOUR);
        AirItem day = item("SO2", Averaging.DAY);
        AirItem carbonMonoxide = item("CO", Averaging.HOUR);

        Judgement<Aqi> alone = judge(OLD, Report.HOURLY, hour, "801");
        assertThat(alone.findValue()).isEmpty();
        assertThat(codes(alone)).containsExactly(AirFinding.NO_INDEX_HERE, AirFinding.NO_INDEX_AT_ALL);

        Judgement<Aqi> amongOthers = judge(OLD, Report.HOURLY, hour, "801", carbonMonoxide, "5");
        assertThat(amongOthers.getValue().aqi()).isEqualTo(50);
        assertThat(amongOthers.getValue().items().getFirst().index()).isEmpty();

        assertThat(judge(OLD, Report.HOURLY, hour, "801", day, "475").getValue().aqi())
                .isEqualTo(150);
        assertThat(judge(OLD, Report.HOURLY, hour, "500", day, "475").getValue().aqi())
                .as("below 800 the 24 h mean plays no part")
                .isEqualTo(100);
    }

    @Test
    @Clause({"HJ 633-2012 表1", "HJ 633-2026 表3"})
    void ozone_above_800_in_8_h_is_300_in_2026_and_the_1_h_value_in_2012() {
        AirItem eight = item("O3", Averaging.DAY_MAX_EIGHT_HOURS);
        AirItem hour = item("O3", Averaging.HOUR);
        assertThat(judge(NEW, Report.DAILY, eight, "801").getValue().aqi()).isEqualTo(300);
        assertThat(judge(OLD, Report.DAILY, eight, "801", hour, "1000")
                        .getValue()
                        .aqi())
                .isEqualTo(400);
        assertThat(judge(OLD, Report.DAILY, eight, "801").findValue()).isEmpty();
    }

    @Test
    @Clause({"HJ 633-2012 日报和实时报", "HJ 633-2026 日报和实时报"})
    void particles_of_an_hour_are_24_h_moving_means_in_2012_and_1_h_means_on_the_daily_scale_in_2026() {
        AirItem hour = item("PM2.5", Averaging.HOUR);
        AirItem day = item("PM2.5", Averaging.DAY);
        assertThat(judge(OLD, Report.HOURLY, day, "75").getValue().aqi()).isEqualTo(100);
        assertThat(judge(NEW, Report.HOURLY, hour, "60").getValue().aqi()).isEqualTo(100);
        assertThat(codes(judge(OLD, Report.HOURLY, hour, "75")))
                .containsExactly(AirFinding.ITEM_NOT_IN_REPORT, AirFinding.NO_INDEX_AT_ALL);
    }

    @Test
    void stays_at_500_above_the_scale_and_warns() {
        Judgement<Aqi> day = judge(NEW, Report.DAILY, item("PM2.5", Averaging.DAY), "501");
        assertThat(day.getValue().aqi()).isEqualTo(500);
        assertThat(codes(day)).containsExactly(AirFinding.ABOVE_SCALE);
    }

    @Test
    @Clause({"HJ 633-2012 空气质量指数及首要污染物", "HJ 633-2026 空气质量指数及首要污染物"})
    void names_no_primary_pollutant_up_to_50_and_every_one_of_a_tie_above() {
        AirItem fine = item("PM2.5", Averaging.DAY);
        AirItem coarse = item("PM10", Averaging.DAY);
        assertThat(judge(OLD, Report.DAILY, fine, "35", coarse, "50").getValue().primary())
                .isEmpty();
        assertThat(judge(OLD, Report.DAILY, fine, "75", coarse, "150")
                        .getValue()
                        .primary())
                .containsExactly("PM10", "PM2.5");
        assertThat(judge(OLD, Report.DAILY, coarse, "150", fine, "75")
                        .getValue()
                        .primary())
                .as("in the order of the tables, whatever the order of the input")
                .containsExactly("PM10", "PM2.5");
    }

    @Test
    @Clause("HJ 633-2012 超标污染物")
    void names_non_attainment_pollutants_in_2012_only() {
        AirItem fine = item("PM2.5", Averaging.DAY);
        AirItem coarse = item("PM10", Averaging.DAY);
        assertThat(judge(OLD, Report.DAILY, fine, "76", coarse, "150")
                        .getValue()
                        .nonAttainment())
                .isEqualTo(Optional.of(List.of("PM2.5")));
        assertThat(judge(NEW, Report.DAILY, fine, "76", coarse, "150")
                        .getValue()
                        .nonAttainment())
                .isEmpty();
    }

    @Test
    @Clause({"HJ 633-2012 表2", "HJ 633-2026 表1"})
    void is_at_least_1_in_2026_and_marks_that_reading_as_unverified() {
        AirItem fine = item("PM2.5", Averaging.DAY);
        assertThat(judge(OLD, Report.DAILY, fine, "0").getValue().aqi()).isZero();
        Judgement<Aqi> clean = judge(NEW, Report.DAILY, fine, "0");
        assertThat(clean.getValue().aqi()).isEqualTo(1);
        assertThat(clean.unverified()).extracting(Rule::id).containsExactly("HJ633-2026/aqi-min");
        assertThat(clean.mayAlarm(Trust.verifiedOnly())).isFalse();
        assertThat(judge(NEW, Report.DAILY, fine, "1").unverified()).isEmpty();
    }

    @Test
    void refuses_what_cannot_be() {
        AirItem fine = item("PM2.5", Averaging.DAY);
        assertThat(codes(judge(NEW, Report.DAILY, fine, "-1"))).containsExactly(CommonFinding.NEGATIVE);
        assertThat(judge(NEW, Report.DAILY, fine, "-1", item("CO", Averaging.DAY), "1")
                        .findValue())
                .as("one impossible value among good ones")
                .isEmpty();
        assertThat(codes(judge(NEW, Report.DAILY))).containsExactly(CommonFinding.EMPTY_SET);
        assertThat(codes(judge(NEW, Report.DAILY, item("NH3N", Averaging.DAY), "1")))
                .containsExactly(CommonFinding.UNKNOWN_FACTOR);
        assertThat(codes(judge(LocalDate.parse("2015-12-31"), Report.DAILY, fine, "1")))
                .containsExactly(CommonFinding.NO_EDITION_ON_DATE);
    }

    @Test
    void cites_the_row_of_every_item_the_threshold_and_the_level() {
        assertThat(judge(NEW, Report.HOURLY, item("PM2.5", Averaging.HOUR), "50")
                        .citations())
                .extracting(Rule::id)
                .containsExactly(
                        "HJ633-2026/hourly/PM2.5/1h",
                        "HJ633-2026/T3/PM2.5/24h",
                        "HJ633-2026/T1/level-2",
                        "HJ633-2026/primary");
    }
}
