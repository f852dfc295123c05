package io.jianhu.standards.emission;

import java.math.BigDecimal;

/**
 * A concentration before and after conversion to reference oxygen; both are kept.
 *
 * @param measured mg/m³, dry, standard state
 * @param converted mg/m³ at reference oxygen; not rounded
 */
public record OxygenConversion(BigDecimal measured, BigDecimal converted) {

    /** The higher of the two, for rules that judge by it. */
    public BigDecimal stricter() {
        return measured.max(converted);
    }
}
