package io.jianhu.standards.quantity;

import java.math.BigDecimal;
import java.math.MathContext;

/** A number with its unit. */
public record Quantity(BigDecimal value, Unit unit) {

    /** Digits kept beyond those of the value where a quotient has no end. */
    private static final int MORE_DIGITS = 34;

    /** @throws NumberFormatException when the text is no decimal */
    public static Quantity of(String value, Unit unit) {
        return new Quantity(new BigDecimal(value), unit);
    }

    /**
     * The same quantity in another unit of its dimension, exact wherever the quotient ends.
     *
     * @throws IllegalArgumentException when the unit measures something else
     */
    public Quantity in(Unit target) {
        if (!unit.isOfOneKindWith(target)) {
            throw new IllegalArgumentException(unit + " does not turn into " + target);
        }
        BigDecimal base = value.multiply(unit.factor()).add(unit.offset()).subtract(target.offset());
        return new Quantity(quotient(base, target.factor()), target);
    }

    private static BigDecimal quotient(BigDecimal base, BigDecimal factor) {
        BigDecimal quotient = base.divide(factor, new MathContext(base.precision() + MORE_DIGITS))
                .stripTrailingZeros();
        return quotient.scale() < 0 ? quotient.setScale(0) : quotient;
    }

    @Override
    public String toString() {
        return (value.toPlainString() + " " + unit.symbol()).strip();
    }
}
