package io.jianhu.standards.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class DecimalMathTest {

    @Test
    void the_logarithms_of_two_and_ten_are_right_to_the_last_digits() {
        assertThat(DecimalMath.ln(new BigDecimal("2")))
                .isCloseTo(new BigDecimal("0.693147180559945309417232121458"), within("1e-29"));
        assertThat(DecimalMath.ln(new BigDecimal("10")))
                .isCloseTo(new BigDecimal("2.30258509299404568401799145468"), within("1e-28"));
        assertThat(DecimalMath.log10(new BigDecimal("2")))
                .isCloseTo(new BigDecimal("0.301029995663981195213738894724"), within("1e-29"));
    }

    @Test
    void arguments_with_a_rational_logarithm_give_it_exactly() {
        assertThat(DecimalMath.ln(BigDecimal.ONE)).isEqualByComparingTo("0");
        assertThat(DecimalMath.ln(new BigDecimal("1.000"))).isEqualByComparingTo("0");
        assertThat(DecimalMath.log10(new BigDecimal("0.0010"))).isEqualByComparingTo("-3");
        assertThat(DecimalMath.log10(new BigDecimal("1E+7"))).isEqualByComparingTo("7");
        assertThat(DecimalMath.pow10(new BigDecimal("-7.0"))).isEqualByComparingTo("0.0000001");
        assertThat(DecimalMath.pow10(BigDecimal.ZERO)).isEqualByComparingTo("1");
    }

    @Test
    void powers_and_logarithms_undo_each_other_and_agree_with_binary_fractions() {
        long seed = 20260302L;
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = 0; i < 200; i++) {
            double exponent = random.nextDouble(-12, 12);
            BigDecimal x = new BigDecimal(exponent, MathContext.DECIMAL32);
            BigDecimal power = DecimalMath.pow10(x);
            assertThat(DecimalMath.log10(power)).as("seed %d, %s", seed, x).isCloseTo(x, within("1e-27"));
            assertThat(DecimalMath.ln(power).doubleValue())
                    .as("seed %d, %s", seed, x)
                    .isCloseTo(Math.log(power.doubleValue()), org.assertj.core.api.Assertions.within(1e-13));
        }
    }

    @Test
    void there_is_no_logarithm_of_zero() {
        assertThatThrownBy(() -> DecimalMath.ln(BigDecimal.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> DecimalMath.log10(new BigDecimal("-1"))).isInstanceOf(ArithmeticException.class);
    }

    private static org.assertj.core.data.Offset<BigDecimal> within(String error) {
        return org.assertj.core.api.Assertions.within(new BigDecimal(error));
    }
}
