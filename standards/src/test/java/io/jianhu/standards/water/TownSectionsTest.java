package io.jianhu.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.RuleBook;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("a town section of Shangyu")
class TownSectionsTest {

    private static final LocalDate DAY = LocalDate.parse("2015-06-01");

    private final TownSections towns = new TownSections(RuleBook.load());

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "1.0, 0.9, 改善",
        "1.0, 0.901, 稳定",
        "1.0, 1.0, 稳定",
        "1.0, 1.099, 稳定",
        "1.0, 1.1, 恶化",
        "0.3, 0.27, 改善",
        "0.3, 0.33, 恶化"
    })
    void changes_by_ten_percent_or_more(BigDecimal before, BigDecimal after, String grade) {
        assertThat(towns.judge(before, after, DAY).getValue().grade().zh()).isEqualTo(grade);
    }

    @Test
    void cannot_be_compared_with_nothing() {
        assertThat(towns.judge(BigDecimal.ZERO, BigDecimal.ONE, DAY).findValue())
                .isEmpty();
        assertThat(towns.judge(BigDecimal.ONE, new BigDecimal("-1"), DAY).findValue())
                .isEmpty();
    }
}
