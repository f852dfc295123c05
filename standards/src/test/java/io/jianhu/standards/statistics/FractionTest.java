package io.jianhu.standards.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FractionTest {

    @Test
    void a_third_of_a_unit_below_a_tie_is_not_a_tie() {
        assertThat(Fraction.of(1, 3).round(Rounding.halfEven(0))).isEqualByComparingTo("0");
        assertThat(Fraction.of(5, 2).round(Rounding.halfEven(0))).isEqualByComparingTo("2");
        assertThat(Fraction.of(7, 2).round(Rounding.halfEven(0))).isEqualByComparingTo("4");
    }

    @Test
    void a_tie_missed_by_less_than_any_decimal_shows_is_still_not_a_tie() {
        BigInteger huge = BigInteger.TEN.pow(60);
        Fraction justAbove =
                Fraction.of(huge.multiply(BigInteger.valueOf(5)).add(BigInteger.ONE), huge.multiply(BigInteger.TWO));
        Fraction justBelow = Fraction.of(
                huge.multiply(BigInteger.valueOf(7)).subtract(BigInteger.ONE), huge.multiply(BigInteger.TWO));

        assertThat(justAbove.round(Rounding.halfEven(0))).isEqualByComparingTo("3");
        assertThat(justBelow.round(Rounding.halfEven(0))).isEqualByComparingTo("3");
        assertThat(justBelow.round(Rounding.upToInteger())).isEqualByComparingTo("4");
    }

    @Test
    void rounds_as_integers_divide() {
        long seed = new Random().nextLong();
        System.out.println("FractionTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long numerator = random.nextInt(-100_000, 100_000);
            long denominator = random.nextInt(1, 400);
            int decimals = random.nextInt(3);
            BigDecimal expected =
                    new BigDecimal(numerator).divide(new BigDecimal(denominator), decimals, RoundingMode.HALF_EVEN);
            assertThat(Fraction.of(numerator, denominator).round(Rounding.halfEven(decimals)))
                    .as("%d/%d to %d", numerator, denominator, decimals)
                    .isEqualByComparingTo(expected);
        }
    }
}
