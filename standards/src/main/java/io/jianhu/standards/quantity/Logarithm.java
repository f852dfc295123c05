package io.jianhu.standards.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Logarithms and powers of ten of exact decimals: sound levels, trophic index, acidity.
 *
 * <p>Every result is correct to {@value #DIGITS} significant digits, far below any rounding step of a standard. It is cut
 * to these digits, so that a result which is a short decimal in truth (the energy mean of equal levels) comes out as that
 * decimal and rounds like it.
 */
public final class Logarithm {

    /** Significant digits of every result. */
    public static final int DIGITS = 30;

    private static final MathContext RESULT = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
    private static final MathContext WORK = new MathContext(DIGITS + 20, RoundingMode.HALF_EVEN);
    private static final BigDecimal NEGLIGIBLE = BigDecimal.ONE.movePointLeft(WORK.getPrecision());
    private static final BigDecimal LN_10 = lnOfMantissa(BigDecimal.TEN);

    private Logarithm() {}

    /**
     * The natural logarithm.
     *
     * @throws ArithmeticException when the number is not above zero
     */
    public static BigDecimal ln(BigDecimal x) {
        return strip(lnToWork(x));
    }

    /**
     * The decimal logarithm.
     *
     * @throws ArithmeticException when the number is not above zero
     */
    public static BigDecimal log10(BigDecimal x) {
        return strip(lnToWork(x).divide(LN_10, WORK));
    }

    /** Ten to the power of any decimal. */
    public static BigDecimal pow10(BigDecimal exponent) {
        BigInteger whole = exponent.setScale(0, RoundingMode.FLOOR).toBigInteger();
        BigDecimal rest = exponent.subtract(new BigDecimal(whole));
        return strip(exp(rest.multiply(LN_10, WORK)).scaleByPowerOfTen(whole.intValueExact()));
    }

    private static BigDecimal strip(BigDecimal exact) {
        return exact.round(RESULT).stripTrailingZeros();
    }

    private static BigDecimal lnToWork(BigDecimal x) {
        if (x.signum() <= 0) {
            throw new ArithmeticException("no logarithm of " + x);
        }
        int exponent = x.precision() - x.scale() - 1;
        BigDecimal mantissa = x.scaleByPowerOfTen(-exponent);
        return lnOfMantissa(mantissa).add(LN_10.multiply(BigDecimal.valueOf(exponent)), WORK);
    }

    /** For 1 ≤ m ≤ 10: ln m = 32·artanh((y-1)/(y+1)) with y the sixteenth root of m. */
    private static BigDecimal lnOfMantissa(BigDecimal m) {
        BigDecimal root = m;
        for (int i = 0; i < 4; i++) {
            root = root.sqrt(WORK);
        }
        BigDecimal z = root.subtract(BigDecimal.ONE).divide(root.add(BigDecimal.ONE), WORK);
        BigDecimal square = z.multiply(z, WORK);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal power = z;
        for (int k = 1; power.abs().compareTo(NEGLIGIBLE) > 0; k += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(k), WORK), WORK);
            power = power.multiply(square, WORK);
        }
        return sum.multiply(BigDecimal.valueOf(32), WORK);
    }

    /** For 0 ≤ x ≤ 3: the Taylor series of x/256, squared eight times. */
    private static BigDecimal exp(BigDecimal x) {
        BigDecimal small = x.divide(BigDecimal.valueOf(256), WORK);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = small;
        for (int k = 2; term.compareTo(NEGLIGIBLE) > 0; k++) {
            sum = sum.add(term, WORK);
            term = term.multiply(small, WORK).divide(BigDecimal.valueOf(k), WORK);
        }
        for (int i = 0; i < 8; i++) {
            sum = sum.multiply(sum, WORK);
        }
        return sum;
    }
}
