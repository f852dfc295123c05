package io.jianhu.standards;

import io.jianhu.standards.quantity.Dimension;
import io.jianhu.standards.quantity.GasLaw;
import io.jianhu.standards.quantity.Quantity;
import io.jianhu.standards.quantity.ReferenceState;
import io.jianhu.standards.quantity.ReferenceState.Conditions;
import io.jianhu.standards.quantity.ReferenceState.Moisture;
import io.jianhu.standards.quantity.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Turns quantities into other units, and refuses what has no answer.
 *
 * <ul>
 *   <li>Inside one dimension a factor does it, whatever is measured: {@link #convert}.
 *   <li>mg/m³ and µg/L are the same concentration only in water, so that step has its own name: {@link #convertInWater}.
 *   <li>mg/m³ and ppm of a gas need its molar mass and the temperature and pressure that mg/m³ refers to, mg/m³ at two
 *       reference states those of both: {@link #convertGas}. Water vapour and oxygen are no matter of units: another
 *       moisture or another oxygen content is refused here and converted by the rules of emission.
 * </ul>
 *
 * <p>Nothing is rounded but quotients without an end, at 34 digits or more. HJ 75 writes 22.4 L/mol where {@link GasLaw} has
 * 22.414: who follows its formula asks the emission rules.
 */
public final class UnitConversion {

    private static final BigDecimal HUNDRED = new BigDecimal("100");

    private UnitConversion() {}

    /** The same quantity in another unit of its dimension. */
    public static Judgement<Quantity> convert(Quantity quantity, Unit target) {
        Working working = new Working();
        if (!quantity.unit().isOfOneKindWith(target)) {
            return mismatch(working, quantity.unit(), target);
        }
        if (isImpossible(working, quantity)) {
            return working.notJudged();
        }
        Quantity converted = quantity.in(target);
        note(working, quantity.toString(), converted);
        return working.judged(converted);
    }

    /** A concentration in water: mg/m³ is µg/L, of chlorophyll a for one. */
    public static Judgement<Quantity> convertInWater(Quantity quantity, Unit target) {
        Working working = new Working();
        Optional<Quantity> litres = inLitres(quantity);
        Optional<Unit> wanted = Optional.of(target).filter(UnitConversion::isConcentration);
        if (litres.isEmpty() || wanted.isEmpty()) {
            return mismatch(working, quantity.unit(), target);
        }
        if (isImpossible(working, quantity)) {
            return working.notJudged();
        }
        Quantity converted = target.dimension() == Dimension.MASS_PER_WATER_VOLUME
                ? litres.get().in(target)
                : new Quantity(litres.get().in(Unit.MICROGRAM_PER_LITRE).value(), Unit.MILLIGRAM_PER_CUBIC_METRE)
                        .in(target);
        note(working, quantity + " = " + litres.get(), converted);
        return working.judged(converted);
    }

    private static boolean isConcentration(Unit unit) {
        return unit.dimension() == Dimension.MASS_PER_WATER_VOLUME || unit.dimension() == Dimension.MASS_PER_GAS_VOLUME;
    }

    private static Optional<Quantity> inLitres(Quantity quantity) {
        return switch (quantity.unit().dimension()) {
            case MASS_PER_WATER_VOLUME -> Optional.of(quantity);
            case MASS_PER_GAS_VOLUME ->
                Optional.of(
                        new Quantity(quantity.in(Unit.MILLIGRAM_PER_CUBIC_METRE).value(), Unit.MICROGRAM_PER_LITRE));
            default -> Optional.empty();
        };
    }

    /**
     * A concentration of a gas, or of particles, in another unit or at another reference state.
     *
     * @param from what the quantity refers to; for a volume share it does not matter
     * @param to what the result shall refer to
     */
    public static Judgement<Quantity> convertGas(
            Quantity quantity, Factor factor, ReferenceState from, Unit target, ReferenceState to) {
        Working working = new Working();
        if (isImpossible(working, quantity) || differsByMoreThanTheGasLaw(working, from, to)) {
            return working.notJudged();
        }
        Optional<Kind> given = Kind.of(quantity.unit());
        Optional<Kind> wanted = Kind.of(target);
        if (given.isEmpty() || wanted.isEmpty()) {
            return quantity.unit().isOfOneKindWith(target) && from.equals(to)
                    ? convert(quantity, target)
                    : mismatch(working, quantity.unit(), target);
        }
        return switch (given.get()) {
            case MASS ->
                switch (wanted.get()) {
                    case MASS -> massToMass(working, quantity, from, target, to);
                    case SHARE -> massToShare(working, quantity, factor, from, target);
                };
            case SHARE ->
                switch (wanted.get()) {
                    case MASS -> shareToMass(working, quantity, factor, target, to);
                    case SHARE -> convert(quantity, target);
                };
        };
    }

    private enum Kind {
        MASS,
        SHARE;

        static Optional<Kind> of(Unit unit) {
            return switch (unit.dimension()) {
                case MASS_PER_GAS_VOLUME -> Optional.of(MASS);
                case VOLUME_SHARE -> Optional.of(SHARE);
                default -> Optional.empty();
            };
        }
    }

    private static Judgement<Quantity> massToMass(
            Working working, Quantity quantity, ReferenceState from, Unit target, ReferenceState to) {
        if (from.conditions().equals(to.conditions())) {
            return convert(quantity, target);
        }
        Optional<Conditions> before = conditions(working, "from", from);
        Optional<Conditions> after = conditions(working, "to", to);
        if (before.isEmpty() || after.isEmpty()) {
            return working.notJudged();
        }
        BigDecimal value = GasLaw.concentrationAt(quantity.value(), before.get(), after.get());
        Quantity converted = new Quantity(value, quantity.unit()).in(target);
        note(
                working,
                quantity + " × (" + before.get().kelvin().toPlainString() + "/"
                        + after.get().kelvin().toPlainString() + ") × ("
                        + after.get().kilopascal().toPlainString() + "/"
                        + before.get().kilopascal().toPlainString() + ")",
                converted);
        return working.judged(converted);
    }

    private static Judgement<Quantity> massToShare(
            Working working, Quantity quantity, Factor factor, ReferenceState from, Unit target) {
        Optional<Conditions> at = conditions(working, "from", from);
        Optional<BigDecimal> mass = molarMass(working, factor, quantity.unit(), target);
        if (at.isEmpty() || mass.isEmpty()) {
            return working.notJudged();
        }
        BigDecimal milligrams = quantity.in(Unit.MILLIGRAM_PER_CUBIC_METRE).value();
        Quantity converted = new Quantity(GasLaw.shareOf(milligrams, mass.get(), at.get()), Unit.PPM).in(target);
        note(working, quantity + " × Vm / M, " + describe(at.get(), mass.get()), converted);
        return working.judged(converted);
    }

    private static Judgement<Quantity> shareToMass(
            Working working, Quantity quantity, Factor factor, Unit target, ReferenceState to) {
        Optional<Conditions> at = conditions(working, "to", to);
        Optional<BigDecimal> mass = molarMass(working, factor, quantity.unit(), target);
        if (at.isEmpty() || mass.isEmpty()) {
            return working.notJudged();
        }
        BigDecimal milligrams = GasLaw.massOf(quantity.in(Unit.PPM).value(), mass.get(), at.get());
        Quantity converted = new Quantity(milligrams, Unit.MILLIGRAM_PER_CUBIC_METRE).in(target);
        note(working, quantity + " × M / Vm, " + describe(at.get(), mass.get()), converted);
        return working.judged(converted);
    }

    private static String describe(Conditions at, BigDecimal mass) {
        return "M = " + mass.toPlainString() + " g/mol, Vm = "
                + GasLaw.molarVolume(at).round(new MathContext(6)).toPlainString() + " L/mol (" + at + ")";
    }

    private static Optional<Conditions> conditions(Working working, String place, ReferenceState state) {
        if (state.conditions().isEmpty()) {
            working.finding(CommonFinding.UNIT_MISMATCH, place, "temperature and pressure", "ambient state");
        }
        return state.conditions();
    }

    private static Optional<BigDecimal> molarMass(Working working, Factor factor, Unit from, Unit to) {
        if (factor.molarMass().isEmpty()) {
            working.finding(
                    CommonFinding.UNIT_MISMATCH,
                    "factor",
                    "a substance with a molar mass, for " + from.symbol() + " to " + to.symbol(),
                    factor.key());
        }
        return factor.molarMass();
    }

    private static boolean differsByMoreThanTheGasLaw(Working working, ReferenceState from, ReferenceState to) {
        if (from.moisture() != to.moisture()
                && from.moisture() != Moisture.NOT_STATED
                && to.moisture() != Moisture.NOT_STATED) {
            working.finding(
                    CommonFinding.UNIT_MISMATCH,
                    "to",
                    from.moisture() + ", or the moisture content",
                    to.moisture().toString());
        }
        if (!from.oxygenPercent().equals(to.oxygenPercent())) {
            working.finding(
                    CommonFinding.UNIT_MISMATCH,
                    "to",
                    "the same oxygen content, or o2_conversion",
                    from.oxygenPercent() + " to " + to.oxygenPercent());
        }
        return working.hasFindings();
    }

    private static boolean isImpossible(Working working, Quantity quantity) {
        Dimension dimension = quantity.unit().dimension();
        String value = quantity.value().toPlainString();
        if (quantity.value().signum() < 0 && !dimension.hasNegativeValues()) {
            working.finding(CommonFinding.NEGATIVE, "value", ">= 0", value);
        } else if (dimension == Dimension.TEMPERATURE
                && quantity.in(Unit.KELVIN).value().signum() < 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, "value", ">= 0 K", quantity.toString());
        } else if (dimension == Dimension.VOLUME_SHARE
                && quantity.in(Unit.VOLUME_PERCENT).value().compareTo(HUNDRED) > 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, "value", "<= 100 %", quantity.toString());
        }
        return working.hasFindings();
    }

    private static Judgement<Quantity> mismatch(Working working, Unit from, Unit to) {
        working.finding(
                CommonFinding.UNIT_MISMATCH,
                "to",
                String.join(
                        ", ",
                        Unit.listUnits(from.dimension()).stream()
                                .map(Unit::symbol)
                                .toList()),
                to.symbol());
        return working.notJudged();
    }

    private static void note(Working working, String formula, Quantity converted) {
        working.step(
                new Text("单位换算", "Conversion of units"),
                formula,
                converted.value(),
                converted.unit().symbol());
    }
}
