package io.jianhu.standards.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LogarithmTest {

    @Test
    void published_digits_come_out() {
        assertThat(Logarithm.ln(new BigDecimal("10"))).isEqualByComparingTo("2.30258509299404568401799145468");
        assertThat(Logarithm.ln(new BigDecimal("2"))).isEqualByComparingTo("0.693147180559945309417232121458");
        assertThat(Logarithm.log10(new BigDecimal("2"))).isEqualByComparingTo("0.301029995663981195213738894724");
        assertThat(Logarithm.pow10(new BigDecimal("0.5"))).isEqualByComparingTo("3.16227766016837933199889354443");
    }

    @Test
    void what_is_a_short_decimal_in_truth_comes_out_as_one() {
        assertThat(Logarithm.log10(new BigDecimal("1000")).toPlainString()).isEqualTo("3");
        assertThat(Logarithm.log10(new BigDecimal("0.00001")).toPlainString()).isEqualTo("-5");
        assertThat(Logarithm.log10(BigDecimal.ONE)).isEqualByComparingTo("0");
        assertThat(Logarithm.log10(Logarithm.pow10(new BigDecimal("5.825"))).toPlainString())
                .isEqualTo("5.825");
        assertThat(Logarithm.pow10(new BigDecimal("-3")).toPlainString()).isEqualTo("0.001");
    }

    @Test
    void agrees_with_binary_logarithms_as_far_as_these_reach() {
        long seed = 20260301;
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            BigDecimal x = new BigDecimal(random.nextDouble() * 1e6 + 1e-6);
            assertThat(Logarithm.ln(x).doubleValue())
                    .as("ln %s, seed %d", x, seed)
                    .isCloseTo(StrictMath.log(x.doubleValue()), within(1e-12));
            BigDecimal back = Logarithm.pow10(Logarithm.log10(x));
            assertThat(back.subtract(x).abs().divide(x, MathContext.DECIMAL64))
                    .as("there and back %s, seed %d", x, seed)
                    .isLessThan(new BigDecimal("1e-27"));
        }
    }

    @Test
    void nothing_has_no_logarithm() {
        assertThatThrownBy(() -> Logarithm.ln(BigDecimal.ZERO)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Logarithm.log10(new BigDecimal("-1"))).isInstanceOf(ArithmeticException.class);
    }
}
