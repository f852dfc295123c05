package io.jianhu.standards.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundingTest {

    @ParameterizedTest
    @Clause({"GB/T 8170-2008 3.2.1", "GB/T 8170-2008 3.2.2", "GB/T 8170-2008 3.2.3", "GB/T 8170-2008 3.2.4"})
    @CsvSource({
        "2.5, 0, 2",
        "3.5, 0, 4",
        "0.5, 0, 0",
        "1.5, 0, 2",
        "-2.5, 0, -2",
        "-3.5, 0, -4",
        "-0.5, 0, 0",
        "0.135, 2, 0.14",
        "0.145, 2, 0.14",
        "25.55, 1, 25.6",
        "25.45, 1, 25.4",
        "2.4501, 1, 2.5",
        "2.45, 1, 2.4",
        "2.449999999999999999999999999999, 1, 2.4",
        "2.450000000000000000000000000001, 1, 2.5",
        "1.005, 2, 1.00",
        "1.015, 2, 1.02",
        "12.1498, 1, 12.1",
        "12, 2, 12.00",
        "250, -2, 200",
        "350, -2, 400",
        "1268, -2, 1300"
    })
    void half_goes_to_the_even_digit_of_the_exact_decimal(String x, int decimals, String rounded) {
        assertThat(Rounding.halfEven(decimals).round(new BigDecimal(x)).toPlainString())
                .isEqualTo(rounded);
    }

    /** 3.3: 15.4546 is 15, never by way of 15.455, 15.46, 15.5 to 16. */
    @Test
    @Clause("GB/T 8170-2008 3.3")
    void a_number_is_rounded_once() {
        BigDecimal x = new BigDecimal("15.4546");
        assertThat(Rounding.halfEven(0).round(x)).isEqualByComparingTo("15");
        BigDecimal again = x;
        for (int decimals = 3; decimals >= 0; decimals--) {
            again = Rounding.halfEven(decimals).round(again);
        }
        assertThat(again).isEqualByComparingTo("16");
    }

    /** 0.285 as a binary fraction lies below the half: who rounds doubles gets 0.28 for the wrong reason, 1.115 wrong. */
    @Test
    void a_binary_fraction_would_lose_the_tie() {
        assertThat(Rounding.halfEven(2).round(new BigDecimal("1.115"))).isEqualByComparingTo("1.12");
        assertThat(Rounding.halfEven(2).round(new BigDecimal(1.115))).isEqualByComparingTo("1.11");
    }

    @Test
    void an_index_is_rounded_up_and_a_whole_one_stays() {
        assertThat(Rounding.upToInteger().round(new BigDecimal("68.000000000001")))
                .isEqualByComparingTo("69");
        assertThat(Rounding.upToInteger().round(new BigDecimal("68.000"))).isEqualByComparingTo("68");
    }

    /** Against the three sentences of 3.2 on whole numbers: compare the rest with the half, ask for the parity at the tie. */
    @Test
    void agrees_with_the_text_of_the_standard_on_random_decimals() {
        long seed = System.nanoTime();
        System.out.println("RoundingTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            int digitsToGo = 1 + random.nextInt(12);
            BigInteger unscaled = new BigInteger(1 + random.nextInt(60), random);
            if (random.nextInt(3) == 0) {
                unscaled = tie(unscaled, digitsToGo);
            }
            int decimals = random.nextInt(8);
            BigDecimal x = new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), decimals + digitsToGo);
            assertThat(Rounding.halfEven(decimals).round(x))
                    .as(x.toPlainString())
                    .isEqualTo(byTheText(x, decimals));
        }
    }

    private static BigInteger tie(BigInteger kept, int digitsToGo) {
        return kept.multiply(BigInteger.TEN.pow(digitsToGo))
                .add(BigInteger.valueOf(5).multiply(BigInteger.TEN.pow(digitsToGo - 1)));
    }

    private static BigDecimal byTheText(BigDecimal x, int decimals) {
        BigInteger unit = BigInteger.TEN.pow(x.scale() - decimals);
        BigInteger[] keptAndRest = x.unscaledValue().abs().divideAndRemainder(unit);
        int toHalf = keptAndRest[1].shiftLeft(1).compareTo(unit);
        boolean up = toHalf > 0 || toHalf == 0 && keptAndRest[0].testBit(0);
        BigInteger rounded = up ? keptAndRest[0].add(BigInteger.ONE) : keptAndRest[0];
        return new BigDecimal(x.signum() < 0 ? rounded.negate() : rounded, decimals);
    }
}
