package io.jianhu.standards.noise;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.FindingCode;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("limits of noise")
class NoiseLimitsTest {

    private static final LocalDate DAY = LocalDate.parse("2026-05-01");
    private final NoiseLimits limits = new NoiseLimits(RuleBook.load());

    private Judgement<NoiseVerdict> judge(NoiseStandard standard, String zone, String day, String night) {
        return limits.judge(standard, zone, Optional.of(new BigDecimal(day)), Optional.of(new BigDecimal(night)), DAY);
    }

    private static List<FindingCode> codes(Judgement<?> judgement) {
        assertThat(judgement.findValue()).isEmpty();
        return judgement.findings().stream().map(Finding::code).toList();
    }

    @ParameterizedTest
    @CsvSource({"0,50,40", "1,55,45", "2,60,50", "3,65,55", "4a,70,55", "4b,70,60"})
    @Clause("GB 3096-2008 表1")
    void GB_3096_table_1_a_level_on_the_limit_complies_and_a_tenth_more_does_not(String zone, int day, int night) {
        NoiseVerdict on =
                judge(NoiseStandard.AMBIENT, zone, day + ".0", night + ".0").getValue();
        assertThat(on.day())
                .hasValueSatisfying(level -> assertThat(level.complies()).isTrue());
        assertThat(on.night())
                .hasValueSatisfying(level -> assertThat(level.complies()).isTrue());
        NoiseVerdict over =
                judge(NoiseStandard.AMBIENT, zone, day + ".1", night + ".1").getValue();
        assertThat(over.day())
                .hasValueSatisfying(level -> assertThat(level.complies()).isFalse());
        assertThat(over.night())
                .hasValueSatisfying(level -> assertThat(level.complies()).isFalse());
    }

    @ParameterizedTest
    @CsvSource({"60.04,true", "60.05,true", "60.06,false", "60.4,false", "60.15,false"})
    @Clause("HJ 640-2012 4.4")
    void a_level_is_rounded_to_one_decimal_half_to_even_and_not_to_an_integer(String level, boolean complies) {
        assertThat(judge(NoiseStandard.AMBIENT, "2", level, "40").getValue().day())
                .hasValueSatisfying(it -> assertThat(it.complies()).isEqualTo(complies));
    }

    @Test
    void one_period_alone_is_judged_alone() {
        NoiseVerdict verdict = limits.judge(
                        NoiseStandard.AMBIENT, "2", Optional.empty(), Optional.of(new BigDecimal("50.6")), DAY)
                .getValue();
        assertThat(verdict.day()).isEmpty();
        assertThat(verdict.night())
                .hasValueSatisfying(level -> assertThat(level.complies()).isFalse());
        assertThat(codes(limits.judge(NoiseStandard.AMBIENT, "2", Optional.empty(), Optional.empty(), DAY)))
                .containsExactly(CommonFinding.MISSING_INPUT);
    }

    @Test
    @Clause("GB 12348-2008 表1")
    void a_boundary_in_4a_or_4b_is_of_class_4() {
        for (String zone : List.of("4", "4a", "4b")) {
            assertThat(judge(NoiseStandard.BOUNDARY, zone, "70", "55.1")
                            .getValue()
                            .night())
                    .hasValueSatisfying(level -> assertThat(level.limit()).isEqualByComparingTo("55"));
        }
        assertThat(codes(judge(NoiseStandard.AMBIENT, "4", "70", "55"))).containsExactly(NoiseFinding.UNKNOWN_ZONE);
    }

    @Test
    @Clause({"GB 12523-2011 表1", "GB 12523-2025 表1"})
    void building_sites_change_their_edition_at_the_turn_of_2026_and_keep_their_limits() {
        assertThat(editionOf("2025-12-31")).isEqualTo("GB 12523-2011");
        assertThat(editionOf("2026-01-01")).isEqualTo("GB 12523-2025");
        assertThat(codes(limits.judge(
                        NoiseStandard.CONSTRUCTION,
                        "",
                        Optional.of(BigDecimal.TEN),
                        Optional.empty(),
                        LocalDate.parse("2012-06-30"))))
                .containsExactly(CommonFinding.NO_EDITION_ON_DATE);
    }

    private String editionOf(String day) {
        Judgement<NoiseVerdict> judgement = limits.judge(
                NoiseStandard.CONSTRUCTION,
                "2",
                Optional.of(BigDecimal.valueOf(70)),
                Optional.of(BigDecimal.valueOf(55)),
                LocalDate.parse(day));
        assertThat(judgement.getValue().day())
                .hasValueSatisfying(level -> assertThat(level.limit()).isEqualByComparingTo("70"));
        return judgement.citations().getFirst().edition().id();
    }

    @ParameterizedTest
    @CsvSource({
        "AMBIENT,SUDDEN,65.0,true",
        "AMBIENT,SUDDEN,65.1,false",
        "BOUNDARY,SUDDEN,65,true",
        "BOUNDARY,FREQUENT,60,true",
        "BOUNDARY,FREQUENT,60.1,false",
        "CONSTRUCTION,SUDDEN,70,true",
        "CONSTRUCTION,SUDDEN,70.1,false"
    })
    @Clause({"GB 3096-2008 5.4", "GB 12348-2008 4.1.2", "GB 12348-2008 4.1.3", "GB 12523-2025 表1"})
    void a_maximum_at_night_may_exceed_the_night_limit_by_the_margin_of_its_kind(
            NoiseStandard standard, PeakKind kind, String level, boolean complies) {
        assertThat(limits.judgePeak(standard, "2", kind, new BigDecimal(level), DAY)
                        .getValue()
                        .complies())
                .isEqualTo(complies);
    }

    @Test
    @Clause("GB 3096-2008 5.4")
    void only_boundaries_know_frequent_noise() {
        assertThat(codes(limits.judgePeak(NoiseStandard.AMBIENT, "2", PeakKind.FREQUENT, BigDecimal.TEN, DAY)))
                .containsExactly(CommonFinding.NO_RULE);
    }

    @Test
    void impossible_levels_are_refused() {
        assertThat(codes(judge(NoiseStandard.AMBIENT, "2", "-1", "40"))).containsExactly(CommonFinding.OUT_OF_RANGE);
        assertThat(codes(judge(NoiseStandard.AMBIENT, "2", "50", "400"))).containsExactly(CommonFinding.OUT_OF_RANGE);
    }

    @ParameterizedTest
    @Clause({"GB 3096-2008 附录C", "GB 12348-2008 4.1.5", "GB 12523-2025 未核实"})
    @CsvSource({"AMBIENT,40", "BOUNDARY,40", "CONSTRUCTION,45"})
    void measured_in_a_sensitive_building_the_limit_is_ten_decibels_lower(NoiseStandard standard, String limit) {
        NoiseVerdict verdict = limits.judge(
                        standard, "2", Microphone.INDOORS, Optional.empty(), Optional.of(new BigDecimal(limit)), DAY)
                .getValue();
        assertThat(verdict.night())
                .hasValueSatisfying(level -> assertThat(level.limit()).isEqualByComparingTo(limit))
                .hasValueSatisfying(level -> assertThat(level.complies()).isTrue());
    }

    @Test
    @Clause({"GB 12523-2011 4.2", "GB 12523-2011 4.3"})
    void a_building_site_before_2026_has_the_same_margin_and_the_same_reduction() {
        LocalDate day = LocalDate.parse("2025-12-31");
        NoiseVerdict.Level peak = limits.judgePeak(
                        NoiseStandard.CONSTRUCTION, "", PeakKind.SUDDEN, new BigDecimal("70.1"), day)
                .getValue();
        assertThat(peak.limit()).isEqualByComparingTo("70");
        assertThat(peak.complies()).isFalse();
        assertThat(limits.judge(
                                NoiseStandard.CONSTRUCTION,
                                "",
                                Microphone.INDOORS,
                                Optional.of(new BigDecimal("60.1")),
                                Optional.empty(),
                                day)
                        .getValue()
                        .day())
                .hasValueSatisfying(level -> assertThat(level.complies()).isFalse());
    }
}
