package io.jianhu.standards.quantity;

import io.jianhu.standards.quantity.ReferenceState.Conditions;
import java.math.BigDecimal;
import java.math.MathContext;

/** The ideal gas: what a mole takes up, and what a concentration becomes at another temperature and pressure. */
public final class GasLaw {

    /** One atmosphere, kPa, by definition. */
    public static final BigDecimal ATMOSPHERE = new BigDecimal("101.325");

    /** The molar gas constant, J/(mol·K), exact since the redefinition of the SI in 2019; also kPa·L/(mol·K). */
    private static final BigDecimal GAS_CONSTANT = new BigDecimal("8.31446261815324");

    private static final MathContext DIGITS = new MathContext(40);

    private GasLaw() {}

    /** L/mol: 22.414 at 273.15 K and one atmosphere, 24.465 at 298.15 K. */
    public static BigDecimal molarVolume(Conditions conditions) {
        return GAS_CONSTANT.multiply(conditions.kelvin()).divide(conditions.kilopascal(), DIGITS);
    }

    /** A mass concentration at other conditions: as many molecules in another volume. */
    public static BigDecimal concentrationAt(BigDecimal concentration, Conditions from, Conditions to) {
        return concentration
                .multiply(from.kelvin())
                .multiply(to.kilopascal())
                .divide(to.kelvin().multiply(from.kilopascal()), DIGITS);
    }

    /** mg/m³ of a substance of so many g/mol from ppm. */
    public static BigDecimal massOf(BigDecimal ppm, BigDecimal molarMass, Conditions conditions) {
        return ppm.multiply(molarMass)
                .multiply(conditions.kilopascal())
                .divide(GAS_CONSTANT.multiply(conditions.kelvin()), DIGITS);
    }

    /** ppm from mg/m³ of a substance of so many g/mol. */
    public static BigDecimal shareOf(BigDecimal milligramPerCubicMetre, BigDecimal molarMass, Conditions conditions) {
        return milligramPerCubicMetre
                .multiply(GAS_CONSTANT)
                .multiply(conditions.kelvin())
                .divide(molarMass.multiply(conditions.kilopascal()), DIGITS);
    }
}
