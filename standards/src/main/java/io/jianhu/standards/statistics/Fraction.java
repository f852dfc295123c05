package io.jianhu.standards.statistics;

import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;

/**
 * An exact rational number: what a mean over 23 hours is before it is rounded. Immutable, in lowest terms, denominator
 * above zero.
 */
public final class Fraction implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    /** Digits after the point that {@link #toDecimal} keeps before it marks what is cut off. */
    private static final int KEPT = 24;

    private final BigInteger numerator;
    private final BigInteger denominator;

    private Fraction(BigInteger numerator, BigInteger denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /** @throws ArithmeticException when the denominator is zero */
    public static Fraction of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("denominator zero");
        }
        BigInteger common = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            common = common.negate();
        }
        return new Fraction(numerator.divide(common), denominator.divide(common));
    }

    /** @throws ArithmeticException when the denominator is zero */
    public static Fraction of(long numerator, long denominator) {
        return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Fraction of(BigDecimal value) {
        return value.scale() <= 0
                ? new Fraction(value.toBigIntegerExact(), BigInteger.ONE)
                : of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }

    /**
     * The arithmetic mean.
     *
     * @throws ArithmeticException when there are no values
     */
    public static Fraction mean(Collection<Fraction> values) {
        return sum(values).dividedBy(of(values.size(), 1));
    }

    /** The sum; zero of nothing. */
    public static Fraction sum(Collection<Fraction> values) {
        Fraction sum = ZERO;
        for (Fraction value : values) {
            sum = sum.plus(value);
        }
        return sum;
    }

    public Fraction plus(Fraction other) {
        return of(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(new Fraction(other.numerator.negate(), other.denominator));
    }

    public Fraction times(Fraction other) {
        return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** @throws ArithmeticException when the other is zero */
    public Fraction dividedBy(Fraction other) {
        return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Fraction abs() {
        return new Fraction(numerator.abs(), denominator);
    }

    public int signum() {
        return numerator.signum();
    }

    /**
     * The value as a decimal that rounds as the fraction itself does, whatever the {@link Rounding} to 23 decimals or
     * fewer: exact where 24 decimals hold it, else cut off there with a last digit 1 that stands for the rest.
     */
    public BigDecimal toDecimal() {
        BigInteger[] cut = numerator.multiply(BigInteger.TEN.pow(KEPT)).divideAndRemainder(denominator);
        if (cut[1].signum() == 0) {
            BigDecimal exact = new BigDecimal(cut[0], KEPT).stripTrailingZeros();
            return exact.scale() < 0 ? exact.setScale(0) : exact;
        }
        BigInteger rest = BigInteger.valueOf(cut[1].signum());
        return new BigDecimal(cut[0].multiply(BigInteger.TEN).add(rest), KEPT + 1);
    }

    /** The value rounded once. */
    public BigDecimal round(Rounding rounding) {
        return rounding.round(toDecimal());
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fraction fraction
                && numerator.equals(fraction.numerator)
                && denominator.equals(fraction.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
