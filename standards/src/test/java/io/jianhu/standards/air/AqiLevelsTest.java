package io.jianhu.standards.air;

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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the levels of HJ 633")
class AqiLevelsTest {

    private static final LocalDate OLD = LocalDate.parse("2026-02-28");
    private static final LocalDate NEW = LocalDate.parse("2026-03-01");
    private static final LocalDate FINAL = LocalDate.parse("2031-01-01");

    private final RuleBook rules = RuleBook.load();

    private static BigDecimal n(String number) {
        return new BigDecimal(number);
    }

    private static List<FindingCode> codes(Judgement<?> judgement) {
        return judgement.findings().stream().map(Finding::code).toList();
    }

    @Test
    @Clause({"HJ 633-2012 表2、表A.1", "HJ 633-2026 表1、表A.1", "HJ 633-2026 表2"})
    void a_level_has_its_colours_and_from_2026_on_its_sensitive_groups() {
        AqiLevels levels = AqiLevels.of(rules);
        AqiLevel heavy = levels.judge(NEW, n("201")).getValue();
        assertThat(heavy.level()).isEqualTo(5);
        assertThat(heavy.hex()).isEqualTo("#99004C");
        assertThat(heavy.cmyk()).containsExactly(10, 100, 40, 30);
        assertThat(levels.judge(NEW, n("200")).getValue().level()).isEqualTo(4);
        assertThat(codes(levels.judge(NEW, n("0")))).containsExactly(CommonFinding.OUT_OF_RANGE);
        assertThat(levels.judge(OLD, n("0")).getValue().level()).isEqualTo(1);
        assertThat(codes(levels.judge(NEW, n("501")))).containsExactly(CommonFinding.OUT_OF_RANGE);
        assertThat(levels.explain(OLD, n("119")).unverified()).isEmpty();
        assertThat(levels.explain(NEW, n("119")).unverified())
                .as("the wording of 2026")
                .hasSize(1);
    }

    @Test
    @Clause({"HJ 633-2012 表2、表A.1", "HJ 633-2026 表1、表A.1"})
    void the_levels_of_an_edition_cover_its_range_without_gap_or_overlap() {
        for (LocalDate day : List.of(OLD, NEW, FINAL)) {
            List<AqiLevel> levels = AqiLevels.of(rules).listOn(day);
            for (int i = 1; i < levels.size(); i++) {
                assertThat(levels.get(i).from()).isEqualTo(levels.get(i - 1).to() + 1);
            }
            assertThat(levels.getLast().to()).isEqualTo(500);
        }
    }
}
