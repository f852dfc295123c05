package io.jianhu.standards.air;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Trust;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the composite index")
class CompositeIndexTest {

    private static final LocalDate OLD = LocalDate.parse("2026-02-28");
    private static final LocalDate NEW = LocalDate.parse("2026-03-01");

    private final RuleBook rules = RuleBook.load();

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static List<FindingCode> codes(Judgement<?> judgement) {
        return judgement.findings().stream().map(Finding::code).toList();
    }

    private final CompositeIndex composite = CompositeIndex.of(rules);

    private Map<AirStatistic, BigDecimal> city(
            String so2, String no2, String co, String o3, String coarse, String fine) {
        Map<AirStatistic, BigDecimal> statistics = new LinkedHashMap<>();
        statistics.put(AirStatistic.mean("SO2"), n(so2));
        statistics.put(AirStatistic.mean("NO2"), n(no2));
        statistics.put(AirStatistic.percentile("CO", 95), n(co));
        statistics.put(AirStatistic.percentile("O3", 90), n(o3));
        statistics.put(AirStatistic.mean("PM10"), n(coarse));
        statistics.put(AirStatistic.mean("PM2.5"), n(fine));
        return statistics;
    }

    private BigDecimal value(LocalDate day, CompositeIndex.Form form, Map<AirStatistic, BigDecimal> city) {
        return composite.judge(day, form, city).getValue().value();
    }

    @Test
    @Clause({"HJ 663-2013 附录C", "空气质量公报通行做法 综合指数"})
    void of_a_bulletin_is_reproduced() {
        assertThat(value(OLD, CompositeIndex.Form.RANKING, city("11", "16", "0.6", "139", "40", "16")))
                .isEqualTo(n("2.63"));
        assertThat(value(OLD, CompositeIndex.Form.RANKING, city("9", "14", "1.1", "96", "77", "23")))
                .as("3.1321 from rounded concentrations")
                .isEqualTo(n("3.13"));
    }

    @Test
    @Clause("空气质量公报通行做法 综合指数")
    void is_rounded_once_from_the_exact_sum() {
        assertThat(value(OLD, CompositeIndex.Form.RANKING, city("0", "0", "0", "0", "0.35", "0")))
                .as("0.35/70 = 0.005 exactly: half goes to the even digit")
                .isEqualTo(n("0.00"));
        assertThat(value(OLD, CompositeIndex.Form.RANKING, city("0.2", "0", "0", "0", "0.2", "0.2")))
                .as("three times a bit under 0.006 is 0.0119, not 3 × 0.01")
                .isEqualTo(n("0.01"));
    }

    @Test
    @Clause("HJ 663-2026 综合指数")
    void under_the_limits_of_2026_is_larger_and_marked_unverified() {
        Judgement<Composite> judged =
                composite.judge(NEW, CompositeIndex.Form.RANKING, city("11", "16", "0.6", "139", "40", "16"));
        assertThat(judged.getValue().value()).as("PM10 over 60, PM2.5 over 30").isEqualTo(n("2.80"));
        assertThat(judged.unverified()).hasSize(6);
        assertThat(judged.mayAlarm(Trust.verifiedOnly())).isFalse();
        assertThat(composite
                        .judge(OLD, CompositeIndex.Form.RANKING, city("11", "16", "0.6", "139", "40", "16"))
                        .unverified())
                .isEmpty();
    }

    @Test
    @Clause("HJ 663-2013 附录C")
    void has_another_number_in_the_form_of_annex_C() {
        Map<AirStatistic, BigDecimal> statistics = city("11", "16", "0.6", "139", "40", "16");
        statistics.put(AirStatistic.percentile("SO2", 98), n("20"));
        statistics.put(AirStatistic.percentile("NO2", 98), n("40"));
        statistics.put(AirStatistic.percentile("PM10", 95), n("90"));
        statistics.put(AirStatistic.percentile("PM2.5", 95), n("45"));
        assertThat(value(OLD, CompositeIndex.Form.ANNEX_C, statistics))
                .as("11/60 + 40/80 + 0.6/4 + 139/160 + 90/150 + 45/75")
                .isEqualTo(n("2.90"));
    }

    @Test
    @Clause("HJ 663-2026 综合指数")
    void with_weights_exists_from_2026_on_and_only_under_its_own_name() {
        Map<AirStatistic, BigDecimal> air = city("60", "40", "4", "160", "60", "30");
        assertThat(value(NEW, CompositeIndex.Form.RANKING, air)).isEqualTo(n("6.00"));
        Judgement<Composite> weighted = composite.judge(NEW, CompositeIndex.Form.WEIGHTED, air);
        assertThat(weighted.getValue().value()).as("1+2+1+2+1+3").isEqualTo(n("10.00"));
        assertThat(weighted.unverified()).isNotEmpty();
        assertThat(codes(composite.judge(OLD, CompositeIndex.Form.WEIGHTED, air)))
                .containsExactly(CommonFinding.NO_RULE);
    }

    @Test
    void is_refused_when_an_item_is_missing_or_impossible() {
        Map<AirStatistic, BigDecimal> air = city("11", "16", "0.6", "139", "40", "16");
        air.remove(AirStatistic.mean("SO2"));
        assertThat(codes(composite.judge(OLD, CompositeIndex.Form.RANKING, air)))
                .as("a sum of five is no composite index")
                .containsExactly(CommonFinding.MISSING_INPUT);
        assertThat(codes(composite.judge(OLD, CompositeIndex.Form.RANKING, city("-1", "16", "0.6", "139", "40", "16"))))
                .containsExactly(CommonFinding.NEGATIVE);
    }
}
