package io.jianhu.standards.quantity;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The state of a gas to which a concentration refers.
 *
 * @param conditions empty where the concentration is that of the air as it was: particles in ambient air
 * @param moisture whether water vapour counts as part of the volume
 * @param oxygenPercent the oxygen content to which it was converted; empty where it was not
 */
public record ReferenceState(Optional<Conditions> conditions, Moisture moisture, Optional<BigDecimal> oxygenPercent) {

    /** The volume that is divided by. */
    public enum Moisture {
        DRY,
        WET,
        /** Ambient air: no standard tells them apart. */
        NOT_STATED
    }

    /** Temperature and pressure. */
    public record Conditions(BigDecimal kelvin, BigDecimal kilopascal) {

        /** @throws IllegalArgumentException when one is not above zero */
        public Conditions {
            if (kelvin.signum() <= 0 || kilopascal.signum() <= 0) {
                throw new IllegalArgumentException(kelvin + " K at " + kilopascal + " kPa is no state of a gas");
            }
        }

        @Override
        public String toString() {
            return kelvin.toPlainString() + " K, " + kilopascal.toPlainString() + " kPa";
        }
    }

    /** Ambient temperature and pressure, whatever they were. */
    public static ReferenceState ambient() {
        return new ReferenceState(Optional.empty(), Moisture.NOT_STATED, Optional.empty());
    }

    /** A fixed temperature and pressure. */
    public static ReferenceState of(BigDecimal kelvin, BigDecimal kilopascal, Moisture moisture) {
        return new ReferenceState(Optional.of(new Conditions(kelvin, kilopascal)), moisture, Optional.empty());
    }

    /** The same, converted to an oxygen content. */
    public ReferenceState atOxygen(BigDecimal percent) {
        return new ReferenceState(conditions, moisture, Optional.of(percent));
    }
}
