package io.jianhu.standards.statistics;

import io.jianhu.standards.Text;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What Spearman's rank correlation says of a series.
 *
 * @param coefficient rs, -1 to 1, to ten decimals; empty where all values are equal
 * @param critical Wp at significance 0.05, one-sided
 * @param criticalStrict Wp at significance 0.01, one-sided, where the table has it
 */
public record SpearmanTrend(
        Optional<BigDecimal> coefficient,
        BigDecimal critical,
        Optional<BigDecimal> criticalStrict,
        Direction direction) {

    /** Whether the values rise or fall with time, at significance 0.05. */
    public enum Direction {
        INCREASE("significant increase", "显著上升"),
        DECREASE("significant decrease", "显著下降"),
        NONE("not significant", "变化不显著");

        private final Text title;

        Direction(String en, String zh) {
            this.title = new Text(zh, en);
        }

        public Text title() {
            return title;
        }
    }
}
