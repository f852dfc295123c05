package io.jianhu.standards.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarbonTest {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private final Carbon carbon = new Carbon(RuleBook.load());

    private static List<FindingCode> codes(Judgement<?> judgement) {
        assertThat(judgement.findValue()).isEmpty();
        return judgement.findings().stream().map(Finding::code).toList();
    }

    private Judgement<BigDecimal> electricity(String grid, String day) {
        return carbon.emission(CarbonActivity.ofElectricity(MILLION, grid, LocalDate.parse(day)));
    }

    @ParameterizedTest
    @CsvSource({
        "national,2023-06-30,530.6",
        "national,2022-12-31,536.6",
        "east_china,2023-01-01,550.0",
        "zhejiang,2021-07-01,542.2",
        "east_china_grid_2012,2012-07-01,703.5",
        "zhejiang,2022-07-01,515.3",
        "national_enterprise,2021-05-01,581.0"
    })
    @Clause({"2021年电力二氧化碳排放因子 因子表", "2022年电力二氧化碳排放因子 因子表", "2023年电力二氧化碳排放因子 因子表", "企业核算电网排放因子 因子表", "2012年区域电网平均因子 因子表"
    })
    void electricity_takes_the_factor_of_its_grid_and_of_the_year_of_the_data(
            String grid, String day, BigDecimal tonnes) {
        assertThat(electricity(grid, day).getValue()).isEqualByComparingTo(tonnes);
    }

    @Test
    @Clause({"2022年电力二氧化碳排放因子 因子表", "2023年电力二氧化碳排放因子 因子表"})
    void the_factor_changes_at_the_turn_of_the_year() {
        assertThat(electricity("national", "2022-12-31").citations())
                .extracting(Rule::id)
                .containsExactly("power/2022/national");
        assertThat(electricity("national", "2023-01-01").citations())
                .extracting(Rule::id)
                .containsExactly("power/2023/national");
    }

    @Test
    void a_year_without_factor_gives_a_finding_that_names_the_years() {
        Judgement<BigDecimal> judgement = electricity("zhejiang", "2023-06-30");
        assertThat(codes(judgement)).containsExactly(CommonFinding.NO_EDITION_ON_DATE);
        assertThat(judgement.findings().getFirst().expected()).isEqualTo("2021, 2022");
    }

    @Test
    @Clause("减排项目电网基准线 华东 OM")
    void the_baseline_0_7921_is_no_factor_of_consumption() {
        assertThat(codes(electricity("east_china_baseline_OM", "2023-06-30")))
                .containsExactly(PlanFinding.BASELINE_FACTOR);
    }

    @Test
    @Clause({"24 个行业核算指南 缺省值", "发电和钢铁核算指南 缺省值", "第三批行业核算指南 缺省值", "省级清单指南 缺省值"})
    void every_printed_factor_is_the_product_of_its_parts() {
        assertThat(carbon.listFuels()).allSatisfy(row -> {
            Optional<BigDecimal> printed = row.findNumber("printed");
            if (printed.isPresent()) {
                BigDecimal computed = carbon.emission(
                                CarbonActivity.ofFuels(Map.of(row.text("fuel"), BigDecimal.ONE), row.text("set")))
                        .getValue();
                assertThat(computed).as(row.id()).isCloseTo(printed.get(), within(new BigDecimal("0.0001")));
            }
        });
    }

    @Test
    @Clause({"24 个行业核算指南 缺省值", "第三批行业核算指南 缺省值"})
    void coal_differs_from_guideline_to_guideline_and_the_set_is_cited() {
        Judgement<BigDecimal> industries =
                carbon.emission(CarbonActivity.ofFuels(Map.of("anthracite", BigDecimal.TEN), "A"));
        Judgement<BigDecimal> others = carbon.emission(CarbonActivity.ofFuels(Map.of("无烟煤", BigDecimal.TEN), "C"));
        assertThat(industries.getValue()).isNotEqualByComparingTo(others.getValue());
        assertThat(industries.citations()).extracting(Rule::id).containsExactly("carbon/A/anthracite");
        assertThat(industries.unverified()).isNotEmpty();
        assertThat(others.unverified()).isEmpty();
    }

    @Test
    @Clause("发电和钢铁核算指南 缺省值")
    void a_guideline_without_oxidation_gives_no_number() {
        assertThat(codes(carbon.emission(CarbonActivity.ofFuels(Map.of("anthracite", BigDecimal.ONE), "B"))))
                .containsExactly(PlanFinding.OXIDATION_UNKNOWN);
    }

    @Test
    @Clause({"24 个行业核算指南 缺省值", "规划指标计算 燃料燃烧"})
    void electricity_heat_and_fuels_add_up() {
        BigDecimal sum = carbon.emission(new CarbonActivity(
                        Optional.of(LocalDate.parse("2023-01-01")),
                        Optional.of(MILLION),
                        CarbonActivity.NATIONAL,
                        Optional.of(BigDecimal.valueOf(100)),
                        Map.of("natural_gas", BigDecimal.ONE),
                        CarbonActivity.DEFAULT_SET,
                        Optional.of(new CarbonActivity.MeasuredFuel(
                                BigDecimal.valueOf(12), BigDecimal.TEN, new BigDecimal("0.025"), BigDecimal.ONE))))
                .getValue();
        assertThat(sum).isEqualByComparingTo("574.2219");
    }

    @Test
    void impossible_input_is_refused() {
        assertThat(codes(carbon.emission(CarbonActivity.ofFuels(Map.of(), "A"))))
                .containsExactly(CommonFinding.EMPTY_SET);
        assertThat(codes(carbon.emission(CarbonActivity.ofFuels(Map.of("peat", BigDecimal.ONE), "A"))))
                .containsExactly(CommonFinding.UNKNOWN_FACTOR);
        assertThat(codes(carbon.emission(CarbonActivity.ofFuels(Map.of("diesel", BigDecimal.valueOf(-1)), "A"))))
                .containsExactly(CommonFinding.NEGATIVE);
        assertThat(codes(measured("26.7", "27.4", "0.94"))).containsExactly(CommonFinding.OUT_OF_RANGE);
        assertThat(codes(measured("26.7", "0.0274", "94"))).containsExactly(CommonFinding.OUT_OF_RANGE);
        assertThat(measured("26.7", "0.0274", "0.94").getValue()).isEqualByComparingTo("2.5215");
    }

    private Judgement<BigDecimal> measured(String ncv, String content, String oxidation) {
        return carbon.emission(new CarbonActivity(
                Optional.empty(),
                Optional.empty(),
                CarbonActivity.NATIONAL,
                Optional.empty(),
                Map.of(),
                CarbonActivity.DEFAULT_SET,
                Optional.of(new CarbonActivity.MeasuredFuel(
                        BigDecimal.ONE, new BigDecimal(ncv), new BigDecimal(content), new BigDecimal(oxidation)))));
    }
}
