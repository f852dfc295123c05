package io.jianhu.standards.soil;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Finding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FarmlandRegisterTest {

    private final FarmlandRegister register = new FarmlandRegister(RuleBook.load());

    private Judgement<BigDecimal> rate(int safeUse, int strictControl, int due) {
        return register.safeUseRate(
                BigDecimal.valueOf(safeUse), BigDecimal.valueOf(strictControl), BigDecimal.valueOf(due));
    }

    private Judgement<Boolean> cancel(String item, String... results) {
        return register.mayCancel(item, Stream.of(results).map(BigDecimal::new).toList(), Optional.empty());
    }

    @Test
    @Clause("绍兴市生态环境保护十四五规划 表2")
    void the_safe_use_rate_counts_safe_use_and_strict_control() {
        assertThat(rate(950, 21, 1000).getValue()).isEqualByComparingTo("97.1");
    }

    @Test
    void a_rate_above_one_hundred_or_of_nothing_is_refused() {
        assertThat(rate(950, 51, 1000).findings())
                .extracting(Finding::code)
                .containsExactly(SoilFinding.PARTS_EXCEED_TOTAL);
        assertThat(rate(0, 0, 0).findings()).extracting(Finding::code).containsExactly(CommonFinding.EMPTY_SET);
        assertThat(rate(-1, 0, 10).findings()).extracting(Finding::code).containsExactly(CommonFinding.NEGATIVE);
    }

    @Test
    @Clause({"农用地对账销号 四(六)2", "GB 2762-2022 表 (镉)"})
    void a_point_leaves_the_register_after_two_qualified_results_in_a_row() {
        assertThat(cancel("Cd", "0.18", "0.2").getValue()).isTrue();
        assertThat(cancel("Cd", "0.35", "0.18", "0.2").getValue()).isTrue();
        assertThat(cancel("Cd", "0.18", "0.21").getValue()).isFalse();
        assertThat(cancel("Cd", "0.18", "0.21", "0.1").getValue()).isFalse();
        assertThat(cancel("Cd", "0.1").getValue()).isFalse();
    }

    @Test
    void an_item_without_crop_limit_needs_one() {
        assertThat(cancel("Pb", "0.1", "0.1").findings())
                .extracting(Finding::code)
                .containsExactly(SoilFinding.NO_CROP_LIMIT);
        assertThat(register.mayCancel(
                                "Pb",
                                List.of(new BigDecimal("0.1"), new BigDecimal("0.2")),
                                Optional.of(new BigDecimal("0.2")))
                        .getValue())
                .isTrue();
    }
}
