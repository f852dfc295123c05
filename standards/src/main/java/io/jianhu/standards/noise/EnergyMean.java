package io.jianhu.standards.noise;

import io.jianhu.standards.quantity.DecimalMath;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Mean of levels over their energy: 10·lg(Σ w·10<sup>0.1·L</sup> / Σ w).
 *
 * <p>Sums relative to the loudest level, so that equal levels give exactly that level. Not thread-safe.
 */
final class EnergyMean {

    private static final MathContext EXACT = new MathContext(DecimalMath.DIGITS);

    private final BigDecimal loudest;
    private BigDecimal energy = BigDecimal.ZERO;
    private BigDecimal weight = BigDecimal.ZERO;

    /** Begins a mean of levels of which none is above the loudest. */
    EnergyMean(BigDecimal loudest) {
        this.loudest = loudest;
    }

    /** The mean of levels that count alike; at least one. */
    static BigDecimal of(Iterable<BigDecimal> levels) {
        BigDecimal loudest = levels.iterator().next();
        for (BigDecimal level : levels) {
            loudest = loudest.max(level);
        }
        EnergyMean mean = new EnergyMean(loudest);
        for (BigDecimal level : levels) {
            mean.add(level, BigDecimal.ONE);
        }
        return mean.value();
    }

    void add(BigDecimal level, BigDecimal share) {
        BigDecimal relative = DecimalMath.pow10(level.subtract(loudest).movePointLeft(1));
        energy = energy.add(relative.multiply(share));
        weight = weight.add(share);
    }

    BigDecimal value() {
        return loudest.add(DecimalMath.log10(energy.divide(weight, EXACT)).movePointRight(1));
    }
}
