package io.jianhu.standards.air.series.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactTest {

    @Test
    void rounds_and_compares_as_decimals_do() {
        long seed = new Random().nextLong();
        System.out.println("ExactTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            long numerator = random.nextLong(1L << random.nextInt(1, 40));
            long denominator = random.nextLong(1, 1L << random.nextInt(1, 20));
            long expected = new BigDecimal(numerator)
                    .divide(new BigDecimal(denominator), 0, RoundingMode.HALF_EVEN)
                    .longValueExact();
            assertThat(Exact.roundHalfEven(numerator, denominator))
                    .as("%d/%d", numerator, denominator)
                    .isEqualTo(expected);
            long limit = random.nextLong(1_000);
            assertThat(numerator >= Exact.leastAbove(limit, denominator))
                    .as("%d/%d above %d", numerator, denominator, limit)
                    .isEqualTo(expected > limit);
        }
    }

    /** 160.5 is 160 and meets the limit; 75.5 is 76 and does not. */
    @Test
    void a_tie_meets_an_even_limit_only() {
        assertThat(Exact.leastAbove(160, 2)).isEqualTo(322);
        assertThat(Exact.leastAbove(75, 2)).isEqualTo(151);
    }

    @Test
    void common_multiples_are_those_of_the_standard_s_hours() {
        assertThat(Exact.commonMultiple(20, 24)).isEqualTo(212_520);
        assertThat(Exact.commonMultiple(6, 8)).isEqualTo(168);
        assertThat(Exact.commonMultiple(27, 35)).isNegative();
    }
}
