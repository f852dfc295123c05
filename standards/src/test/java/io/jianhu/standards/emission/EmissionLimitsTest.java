package io.jianhu.standards.emission;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Trust;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("the limit that applies to an outlet")
class EmissionLimitsTest {

    private static final String SHAOXING = "330600";
    private static final String JIANGSU = "320500";

    private final EmissionLimits limits = new EmissionLimits(RuleBook.load());

    private String limit(Outlet outlet, String factor, String day) {
        return limits.find(outlet, factor, LocalDate.parse(day))
                .getValue()
                .limit()
                .describe();
    }

    private String rule(Outlet outlet, String factor, String day) {
        return limits.find(outlet, factor, LocalDate.parse(day))
                .getValue()
                .limit()
                .rules()
                .getFirst()
                .id();
    }

    private List<String> findings(Outlet outlet, String factor, String day) {
        Judgement<LimitChoice> judgement = limits.find(outlet, factor, LocalDate.parse(day));
        assertThat(judgement.findValue()).isEmpty();
        return judgement.findings().stream()
                .map(finding -> finding.code().name() + " " + finding.place())
                .toList();
    }

    private static Outlet powerBoiler() {
        return Outlet.of(EmissionMedium.GAS)
                .withStandard("GB 13223-2011")
                .with("facility", "boiler")
                .with("fuel", "coal");
    }

    private static Outlet sewageWorks() {
        return Outlet.of(EmissionMedium.WATER).withStandard("GB 18918-2002").withRegion(JIANGSU);
    }

    private static Outlet dyeingMill() {
        return Outlet.of(EmissionMedium.WATER)
                .withStandard("GB 4287")
                .with("special", "no")
                .with("built", "2016-05-01");
    }

    @ParameterizedTest
    @CsvSource({
        "2010-01-01, 600, 2018-10-31, GB13223-2011/T2/coal/PM",
        "2010-01-01, 600, 2018-11-01, DB33/2147-2018/T1/II/PM",
        "2010-01-01, 300, 2018-11-01, DB33/2147-2018/T1/II/PM",
        "2010-01-01, 299, 2019-12-31, GB13223-2011/T2/coal/PM",
        "2010-01-01, 299, 2020-01-01, DB33/2147-2018/T1/I/PM",
        "2018-11-01, 50, 2018-11-01, DB33/2147-2018/T1/II/PM"
    })
    @Clause({"GB 13223-2011 表2", "DB33/2147-2018 表1 第Ⅰ阶段", "DB33/2147-2018 表1 第Ⅱ阶段"})
    void of_a_coal_unit_in_Zhejiang_changes_on_the_days_of_DB33_2147(
            String built, String megawatts, String day, String expected) {
        Outlet unit = powerBoiler()
                .withRegion(SHAOXING)
                .with("special", "yes")
                .with("ultra_low", "no")
                .with("built", built)
                .with("capacity_mw", megawatts);
        assertThat(rule(unit, "烟尘", day)).isEqualTo(expected);
    }

    @Test
    @Clause("DB33/2147-2018 表1 第Ⅱ阶段")
    void of_a_coal_unit_in_Zhejiang_is_5_35_50_and_says_what_it_goes_before() {
        Outlet unit =
                powerBoiler().withRegion(SHAOXING).with("built", "2019-05-01").with("special", "yes");
        assertThat(limit(unit, "PM", "2024-01-01")).isEqualTo("≤ 5 mg/m³");
        assertThat(limit(unit, "SO2", "2024-01-01")).isEqualTo("≤ 35 mg/m³");
        LimitChoice choice =
                limits.find(unit, "NOx", LocalDate.parse("2024-01-01")).getValue();
        assertThat(choice.limit().describe()).isEqualTo("≤ 50 mg/m³");
        assertThat(choice.limit().oxygenReference())
                .hasValueSatisfying(o2 -> assertThat(o2).isEqualByComparingTo("6"));
        assertThat(choice.candidates())
                .filteredOn(candidate -> candidate.state() == LimitCandidate.State.OVERRULED)
                .singleElement()
                .satisfies(candidate ->
                        assertThat(candidate.limit().rules().getFirst().id()).isEqualTo("GB13223-2011/T2/coal/NOx"))
                .satisfies(
                        candidate -> assertThat(candidate.reasons().getFirst().zh())
                                .contains("DB33/2147-2018")
                                .contains("从严"));
    }

    @Test
    @Clause({"GB 13223-2011 表2", "环发[2015]164号 总体要求"})
    void of_NOx_in_an_area_of_special_limits_is_100_and_50_only_for_units_committed_to_ultra_low_emission() {
        Outlet unit = powerBoiler().withRegion(JIANGSU).with("special", "yes").with("built", "2012-06-01");
        assertThat(limit(unit.with("ultra_low", "no"), "NOx", "2020-01-01")).isEqualTo("≤ 100 mg/m³");
        assertThat(limit(unit.with("ultra_low", "yes"), "NOx", "2020-01-01")).isEqualTo("≤ 50 mg/m³");
        assertThat(findings(unit, "NOx", "2020-01-01")).contains("MISSING_FACT ultra_low");
    }

    @Test
    @Clause("GB 13271-2014 表1~表3")
    void of_an_existing_coal_boiler_is_laxer_for_SO2_than_of_a_new_one() {
        Outlet unit = powerBoiler().withRegion(JIANGSU).with("special", "no").with("ultra_low", "no");
        assertThat(limit(unit.with("built", "2012-01-01"), "SO2", "2016-01-01")).isEqualTo("≤ 100 mg/m³");
        assertThat(limit(unit.with("built", "2011-12-31"), "SO2", "2016-01-01")).isEqualTo("≤ 200 mg/m³");
    }

    @Test
    void of_an_existing_unit_before_its_day_is_not_held() {
        Outlet unit = powerBoiler()
                .withRegion(JIANGSU)
                .with("special", "no")
                .with("ultra_low", "no")
                .with("built", "2010-01-01");
        assertThat(findings(unit, "SO2", "2014-06-30")).containsExactly("NO_RULE factor");
        assertThat(limit(unit, "SO2", "2014-07-01")).isEqualTo("≤ 200 mg/m³");
    }

    @ParameterizedTest
    @CsvSource({"1A, COD, 50", "1B, COD, 60", "2, COD, 100", "3, COD, 120", "1A, TN, 15", "1B, BOD5, 20"})
    @Clause("GB 18918-2002 表1")
    void of_a_sewage_works_follows_its_level(String level, String factor, String expected) {
        assertThat(limit(sewageWorks().with("level", level), factor, "2020-07-01"))
                .isEqualTo("≤ " + expected + " mg/L");
    }

    @Test
    @Clause("GB 18918-2002 表1 注")
    void of_ammonia_depends_on_the_temperature_of_the_water_and_of_phosphorus_on_the_year_of_the_plant() {
        Outlet works = sewageWorks().with("level", "1A");
        assertThat(limit(works.with("water_temp_c", "12"), "NH3N", "2020-01-15"))
                .isEqualTo("≤ 8 mg/L");
        assertThat(limit(works.with("water_temp_c", "12.1"), "NH3N", "2020-01-15"))
                .isEqualTo("≤ 5 mg/L");
        assertThat(limit(works.with("built", "2005-12-31"), "TP", "2020-01-15")).isEqualTo("≤ 1 mg/L");
        assertThat(limit(works.with("built", "2006-01-01"), "TP", "2020-01-15")).isEqualTo("≤ 0.5 mg/L");
    }

    @Test
    void is_never_guessed_the_missing_fact_is_named_and_every_candidate_listed() {
        Judgement<LimitChoice> judgement = limits.find(sewageWorks(), "COD", LocalDate.parse("2020-07-01"));
        assertThat(judgement.findValue()).isEmpty();
        assertThat(judgement.findings())
                .extracting(finding -> finding.code().name() + " " + finding.place())
                .containsExactly("MISSING_FACT level", "LIMIT_UNDECIDED level");
        assertThat(judgement.findings().getFirst().expected()).contains("1A, 1B");
        Finding list = judgement.findings().getLast();
        assertThat(list.actual()).contains("≤ 50 mg/L", "≤ 60 mg/L", "≤ 100 mg/L", "≤ 120 mg/L");
    }

    @Test
    void is_found_without_a_fact_that_cannot_change_it() {
        assertThat(limit(sewageWorks(), "pH", "2020-07-01")).isEqualTo("6~9");
        assertThat(limit(sewageWorks().with("level", "2"), "TP", "2020-07-01")).isEqualTo("≤ 3 mg/L");
    }

    @Test
    void asks_for_the_point_of_monitoring_before_it_applies_a_limit_of_the_workshop() {
        Outlet works =
                Outlet.of(EmissionMedium.WATER).withStandard("GB 8978-1996").withRegion(JIANGSU);
        assertThat(findings(works, "Cd", "2020-01-01")).contains("MISSING_FACT point");
        assertThat(limit(works.with("point", "workshop"), "Cd", "2020-01-01")).isEqualTo("≤ 0.1 mg/L");
        assertThat(findings(works.with("point", "main"), "Cd", "2020-01-01")).containsExactly("NO_RULE factor");
    }

    @Test
    @Clause({"GB 4287-2012 表2", "GB 4287-2012 2015 年修改单"})
    void of_a_dyeing_mill_follows_the_route_and_since_the_amendment_of_2015_the_receiving_plant() {
        Outlet direct = dyeingMill().with("route", "direct");
        Outlet indirect = dyeingMill().with("route", "indirect");
        assertThat(limit(direct, "COD", "2016-06-01")).isEqualTo("≤ 80 mg/L");
        assertThat(limit(indirect.with("receiver", "other"), "COD", "2016-06-01"))
                .isEqualTo("≤ 200 mg/L");
        assertThat(limit(indirect.with("receiver", "dedicated-park"), "COD", "2016-06-01"))
                .isEqualTo("≤ 500 mg/L");
        assertThat(limit(indirect.with("receiver", "dedicated-park"), "BOD5", "2016-06-01"))
                .isEqualTo("≤ 150 mg/L");
        assertThat(limit(indirect.with("receiver", "municipal"), "COD", "2016-06-01"))
                .isEqualTo("≤ 80 mg/L");
        assertThat(findings(indirect, "COD", "2016-06-01")).contains("MISSING_FACT receiver");
    }

    @Test
    @Clause("GB 4287-2012 2015 年修改单")
    void of_a_dyeing_mill_changes_with_the_amendment_on_2015_03_27() {
        Outlet indirect = dyeingMill()
                .with("built", "2013-05-01")
                .with("route", "indirect")
                .with("receiver", "municipal");
        assertThat(limit(indirect, "COD", "2015-03-26")).isEqualTo("≤ 200 mg/L");
        assertThat(limit(indirect, "COD", "2015-03-27")).isEqualTo("≤ 80 mg/L");
        assertThat(findings(indirect, "Sb", "2015-03-26")).contains("NO_RULE factor");
        assertThat(limit(indirect, "Sb", "2015-03-27")).isEqualTo("≤ 0.1 mg/L");
    }

    @Test
    @Clause("GB 4287-2012 表1")
    void of_an_existing_dyeing_mill_tightens_on_2015_01_01() {
        Outlet existing = dyeingMill().with("built", "2012-12-31").with("route", "direct");
        assertThat(limit(existing, "COD", "2014-12-31")).isEqualTo("≤ 100 mg/L");
        assertThat(limit(existing, "COD", "2015-01-01")).isEqualTo("≤ 80 mg/L");
    }

    @Test
    void that_a_remembered_notice_suspends_may_not_alarm() {
        Outlet mill = dyeingMill().with("route", "direct");
        Judgement<LimitChoice> judgement = limits.find(mill, "anilines", LocalDate.parse("2020-01-01"));
        assertThat(judgement.getValue().limit().comparison()).isEqualTo(LimitComparison.NOT_DETECTED);
        assertThat(judgement.unverified()).extracting(Rule::id).containsExactly("GB4287-2012/T2/direct/anilines");
        assertThat(judgement.mayAlarm(Trust.verifiedOnly())).isFalse();
    }

    @Test
    @Clause("GB 18485-2014 表4")
    void of_an_incinerator_is_one_hourly_and_one_daily() {
        Outlet furnace = Outlet.of(EmissionMedium.GAS).withStandard("GB 18484").with("built", "2022-03-01");
        LimitChoice choice =
                limits.find(furnace, "SO2", LocalDate.parse("2023-01-01")).getValue();
        assertThat(choice.limits())
                .extracting(l -> l.basis() + " " + l.describe() + " " + l.oxygen())
                .containsExactly("HOUR ≤ 100 mg/m³ COMBUSTION_AIR", "DAY ≤ 80 mg/m³ COMBUSTION_AIR");
    }

    @Test
    void is_found_from_the_industry_and_marks_that_the_mapping_is_unverified() {
        Outlet mill = Outlet.of(EmissionMedium.WATER)
                .withIndustry("C1713")
                .withRegion(JIANGSU)
                .with("special", "no")
                .with("built", "2016-05-01")
                .with("route", "direct");
        Judgement<LimitChoice> judgement = limits.find(mill, "COD", LocalDate.parse("2020-01-01"));
        assertThat(judgement.getValue().limit().describe()).isEqualTo("≤ 80 mg/L");
        assertThat(judgement.unverified()).extracting(Rule::id).containsExactly("scope/GB4287");
        assertThat(judgement.mayAlarm(Trust.verifiedOnly())).isFalse();
    }

    @Test
    void of_an_industry_without_a_standard_of_its_own_is_the_general_one() {
        Outlet plant = Outlet.of(EmissionMedium.WATER)
                .withIndustry("3411")
                .withRegion(JIANGSU)
                .with("built", "2005-01-01")
                .with("level", "1");
        assertThat(rule(plant, "COD", "2020-01-01")).isEqualTo("GB8978-1996/T4/1/COD");
    }

    @Test
    @Clause({"GB 8978-1996", "GB 16297-1996"})
    void of_the_general_standard_gives_way_to_that_of_the_industry() {
        Outlet mill = Outlet.of(EmissionMedium.WATER)
                .withIndustry("C1752")
                .withRegion(JIANGSU)
                .with("special", "no")
                .with("built", "2016-05-01")
                .with("route", "direct")
                .with("level", "1");
        List<LimitCandidate> candidates = limits.listCandidates(mill, "COD", LocalDate.parse("2020-01-01"));
        assertThat(candidates)
                .filteredOn(c -> c.limit().rules().getFirst().id().startsWith("GB8978"))
                .allSatisfy(c -> assertThat(c.state()).isEqualTo(LimitCandidate.State.EXCLUDED))
                .allSatisfy(c -> assertThat(c.reasons().getFirst().zh()).contains("不交叉执行"))
                .hasSize(3);
    }

    @Test
    void warns_where_Zhejiang_has_a_standard_whose_limits_are_not_held() {
        Outlet coating = Outlet.of(EmissionMedium.GAS)
                .withStandard("GB 16297")
                .withRegion(SHAOXING)
                .with("product", "surface-coating")
                .with("built", "2010-01-01");
        Judgement<LimitChoice> judgement = limits.find(coating, "benzene", LocalDate.parse("2020-01-01"));
        assertThat(judgement.findings())
                .extracting(f -> f.code().name() + " " + f.expected())
                .contains("LOCAL_LIMIT_NOT_HELD DB33/2146-2018");
    }

    @Test
    @Clause("DB33/2169-2018 表1")
    void of_a_sewage_works_in_Zhejiang_is_the_unverified_local_one() {
        Outlet works = sewageWorks().withRegion(SHAOXING).with("level", "1A").with("built", "2010-01-01");
        Judgement<LimitChoice> judgement = limits.find(works, "COD", LocalDate.parse("2020-01-01"));
        assertThat(judgement.getValue().limit().rules().getFirst().id()).isEqualTo("DB33/2169-2018/T1/COD");
        assertThat(judgement.mayAlarm(Trust.verifiedOnly())).isFalse();
        assertThat(limit(works, "COD", "2018-12-31")).isEqualTo("≤ 50 mg/L");
        assertThat(limit(works, "NH3N", "2020-11-01")).isEqualTo("≤ 4 mg/L");
        assertThat(limit(works, "NH3N", "2020-10-31")).isEqualTo("≤ 2 mg/L");
    }

    @Test
    @Clause({"GB 16297-1996 附录B", "GB 16297-1996 7.1"})
    void of_a_rate_is_interpolated_between_two_stacks_and_halved_beside_higher_buildings() {
        Outlet stack = Outlet.of(EmissionMedium.GAS)
                .withStandard("GB 16297")
                .withRegion(JIANGSU)
                .with("built", "2000-01-01")
                .with("level", "2")
                .with("stack_clear", "yes");
        assertThat(rate(stack.with("stack_m", "15"))).isEqualTo("≤ 3.1 kg/h");
        assertThat(rate(stack.with("stack_m", "18"))).isEqualTo("≤ 4.36 kg/h");
        assertThat(rate(stack.with("stack_m", "20"))).isEqualTo("≤ 5.2 kg/h");
        assertThat(rate(stack.with("stack_m", "20").with("stack_clear", "no"))).isEqualTo("≤ 2.60 kg/h");
    }

    private String rate(Outlet stack) {
        return limits.find(stack, "toluene", LocalDate.parse("2020-01-01")).getValue().limits().stream()
                .map(EmissionLimit::describe)
                .filter(text -> text.endsWith("kg/h"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void names_what_is_wrong_with_a_description() {
        Outlet works =
                sewageWorks().with("level", "5").with("built", "2005-13-01").with("colour", "red");
        assertThat(findings(works, "COD", "2020-01-01"))
                .containsExactlyInAnyOrder("UNKNOWN_CHOICE level", "OUT_OF_RANGE built", "UNKNOWN_INPUT colour");
        assertThat(findings(Outlet.of(EmissionMedium.WATER), "COD", "2020-01-01"))
                .containsExactly("NEEDS_STANDARD_OR_INDUSTRY standard");
        assertThat(findings(Outlet.of(EmissionMedium.WATER).withStandard("GB 99999"), "COD", "2020-01-01"))
                .containsExactly("UNKNOWN_STANDARD standard");
        assertThat(limits.find(sewageWorks(), "unobtainium", LocalDate.EPOCH).findings())
                .extracting(Finding::code)
                .containsExactly(CommonFinding.UNKNOWN_FACTOR);
    }
}
