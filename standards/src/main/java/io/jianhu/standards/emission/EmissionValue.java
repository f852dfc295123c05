package io.jianhu.standards.emission;

import io.jianhu.standards.Completeness;
import io.jianhu.standards.quantity.Reading;
import io.jianhu.standards.quantity.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A measured value that may be held against a limit. Only measurement makes one; see {@link SubstitutedAmount}.
 *
 * @param reading of waste gas dry, at the standard state, not yet converted to reference oxygen
 * @param unit of the reading; that of the limit when empty
 * @param basis the averaging it was made with
 * @param day of the data
 * @param oxygen measured with it, dry, %
 * @param combustionAir φ0, oxygen of the combustion air, %; plain air when empty
 * @param excessAir measured excess-air or dilution coefficient, for industrial furnaces
 * @param marks flags and marks on it
 * @param completeness how much of its period was valid, where known
 */
public record EmissionValue(
        Reading reading,
        Optional<Unit> unit,
        LimitBasis basis,
        LocalDate day,
        Optional<BigDecimal> oxygen,
        Optional<BigDecimal> combustionAir,
        Optional<BigDecimal> excessAir,
        List<DataMark> marks,
        Optional<Completeness> completeness) {

    public EmissionValue {
        marks = List.copyOf(marks);
    }

    public static EmissionValue of(Reading reading, LimitBasis basis, LocalDate day) {
        return new EmissionValue(
                reading,
                Optional.empty(),
                basis,
                day,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    public EmissionValue withUnit(Unit symbol) {
        return new EmissionValue(
                reading, Optional.of(symbol), basis, day, oxygen, combustionAir, excessAir, marks, completeness);
    }

    public EmissionValue withOxygen(BigDecimal percent) {
        return new EmissionValue(
                reading, unit, basis, day, Optional.of(percent), combustionAir, excessAir, marks, completeness);
    }

    public EmissionValue withCombustionAir(BigDecimal percent) {
        return new EmissionValue(
                reading, unit, basis, day, oxygen, Optional.of(percent), excessAir, marks, completeness);
    }

    public EmissionValue withExcessAir(BigDecimal alpha) {
        return new EmissionValue(
                reading, unit, basis, day, oxygen, combustionAir, Optional.of(alpha), marks, completeness);
    }

    public EmissionValue withMarks(List<DataMark> all) {
        return new EmissionValue(reading, unit, basis, day, oxygen, combustionAir, excessAir, all, completeness);
    }

    public EmissionValue withCompleteness(Completeness counted) {
        return new EmissionValue(
                reading, unit, basis, day, oxygen, combustionAir, excessAir, marks, Optional.of(counted));
    }
}
