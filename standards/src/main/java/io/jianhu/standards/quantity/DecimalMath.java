package io.jianhu.standards.quantity;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Logarithms and powers of ten on decimals, to {@value #DIGITS} significant digits with an error of a few units in the last
 * one, the same on every machine.
 *
 * <p>Indices of the logarithm (TLI), levels (dB) and the mean of pH are rounded to 2 decimals or fewer. The logarithm of a
 * rational number other than 1 is irrational, so no exact result lies on a rounding boundary, and 30 digits part it from
 * one; arguments that make it rational (1 for {@link #ln}, powers of ten for {@link #log10}) are computed exactly.
 */
public final class DecimalMath {

    /** Significant digits of every result. */
    public static final int DIGITS = 30;

    private static final MathContext RESULT = new MathContext(DIGITS);
    private static final MathContext INNER = new MathContext(DIGITS + 15);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal LN10 = lnBySeries(BigDecimal.TEN);

    private DecimalMath() {}

    /**
     * Natural logarithm.
     *
     * @throws ArithmeticException when x is not above zero
     */
    public static BigDecimal ln(BigDecimal x) {
        if (x.signum() <= 0) {
            throw new ArithmeticException("no logarithm of " + x);
        }
        return lnInner(x).round(RESULT);
    }

    /**
     * Decimal logarithm; exact for powers of ten.
     *
     * @throws ArithmeticException when x is not above zero
     */
    public static BigDecimal log10(BigDecimal x) {
        if (x.signum() <= 0) {
            throw new ArithmeticException("no logarithm of " + x);
        }
        int power = x.precision() - x.scale() - 1;
        BigDecimal mantissa = x.scaleByPowerOfTen(-power);
        return BigDecimal.valueOf(power)
                .add(lnBySeries(mantissa).divide(LN10, INNER))
                .round(RESULT);
    }

    /** Ten to the power of x; exact for integers. */
    public static BigDecimal pow10(BigDecimal x) {
        BigDecimal whole = new BigDecimal(x.toBigInteger());
        BigDecimal rest = x.subtract(whole);
        return exp(rest.multiply(LN10, INNER))
                .scaleByPowerOfTen(whole.intValueExact())
                .round(RESULT);
    }

    private static BigDecimal lnInner(BigDecimal x) {
        int power = x.precision() - x.scale() - 1;
        BigDecimal mantissa = lnBySeries(x.scaleByPowerOfTen(-power));
        return power == 0 ? mantissa : mantissa.add(LN10.multiply(BigDecimal.valueOf(power)), INNER);
    }

    /** Roots bring the argument near 1, where 2·artanh((y−1)/(y+1)) converges quickly. */
    private static BigDecimal lnBySeries(BigDecimal x) {
        BigDecimal y = x;
        BigDecimal factor = TWO;
        for (int i = 0; i < 5; i++) {
            y = y.sqrt(INNER);
            factor = factor.multiply(TWO);
        }
        BigDecimal z = y.subtract(BigDecimal.ONE).divide(y.add(BigDecimal.ONE), INNER);
        BigDecimal square = z.multiply(z, INNER);
        BigDecimal power = z;
        BigDecimal sum = z;
        for (int n = 3; isSeen(power, sum); n += 2) {
            power = power.multiply(square, INNER);
            sum = sum.add(power.divide(BigDecimal.valueOf(n), INNER), INNER);
        }
        return sum.multiply(factor, INNER);
    }

    private static BigDecimal exp(BigDecimal x) {
        BigDecimal small = x.divide(BigDecimal.valueOf(32), INNER);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; isSeen(term, sum); n++) {
            term = term.multiply(small, INNER).divide(BigDecimal.valueOf(n), INNER);
            sum = sum.add(term, INNER);
        }
        return sum.pow(32, INNER);
    }

    private static boolean isSeen(BigDecimal term, BigDecimal sum) {
        return term.signum() != 0
                && sum.precision() - sum.scale() - (term.precision() - term.scale()) <= INNER.getPrecision();
    }
}
