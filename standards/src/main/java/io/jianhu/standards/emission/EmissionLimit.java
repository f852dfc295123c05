package io.jianhu.standards.emission;

import io.jianhu.standards.Rule;
import io.jianhu.standards.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One limit of one factor.
 *
 * @param rules the row, then the rows that its number was derived with (interpolation between stack heights); empty for a
 *     limit that a permit sets by itself
 * @param factor key of the factor
 * @param limit the number, the upper one of a range; empty where the limit is no number
 * @param low the lower number of a range
 * @param unit as the standard prints it
 * @param basis the averaging that the standard asks for
 * @param oxygenReference oxygen in %, or the coefficient where the basis is excess air
 * @param note what the table adds, possibly empty
 */
public record EmissionLimit(
        List<Rule> rules,
        String factor,
        LimitComparison comparison,
        Optional<BigDecimal> limit,
        Optional<BigDecimal> low,
        String unit,
        LimitBasis basis,
        OxygenBasis oxygen,
        Optional<BigDecimal> oxygenReference,
        Text note) {

    private static final Text NO_NOTE = new Text("", "");

    public EmissionLimit {
        rules = List.copyOf(rules);
    }

    /** A limit set by a permit or an agreement, as measured. */
    public static EmissionLimit ofPermit(String factor, BigDecimal limit, String unit, LimitBasis basis) {
        return new EmissionLimit(
                List.of(),
                factor,
                LimitComparison.AT_MOST,
                Optional.of(limit),
                Optional.empty(),
                unit,
                basis,
                OxygenBasis.NONE,
                Optional.empty(),
                NO_NOTE);
    }

    /** The same limit, meant at reference oxygen. */
    public EmissionLimit atReferenceOxygen(BigDecimal reference) {
        return withOxygen(OxygenBasis.AIR, Optional.of(reference));
    }

    EmissionLimit withOxygen(OxygenBasis other, Optional<BigDecimal> reference) {
        return new EmissionLimit(rules, factor, comparison, limit, low, unit, basis, other, reference, note);
    }

    /** The same limit with another number, derived with further rows. */
    EmissionLimit derived(BigDecimal number, List<Rule> from) {
        return new EmissionLimit(
                from, factor, comparison, Optional.of(number), low, unit, basis, oxygen, oxygenReference, note);
    }

    /** The limit as a person writes it, such as {@code ≤ 35 mg/m³}, {@code 6~9}. */
    public String describe() {
        String number = switch (comparison) {
            case AT_MOST, AT_LEAST -> comparison.sign() + " " + plain(limit);
            case RANGE -> plain(low) + comparison.sign() + plain(limit);
            case NOT_DETECTED, INVISIBLE -> comparison.sign();
        };
        return unit.isEmpty() || limit.isEmpty() ? number : number + " " + unit;
    }

    private static String plain(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }

    /** Whether two limits ask the same of a value, whatever row they stand in. */
    boolean asksTheSame(EmissionLimit other) {
        return comparison == other.comparison
                && same(limit, other.limit)
                && same(low, other.low)
                && unit.equals(other.unit)
                && basis == other.basis
                && oxygen == other.oxygen
                && same(oxygenReference, other.oxygenReference);
    }

    private static boolean same(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.isPresent() && b.isPresent() ? a.get().compareTo(b.get()) == 0 : a.equals(b);
    }

    /** Whether this asks more than the other: a lower maximum, a higher minimum, a narrower range, nothing at all. */
    boolean isStricterThan(EmissionLimit other) {
        if (comparison != other.comparison) {
            return comparison == LimitComparison.NOT_DETECTED && other.comparison == LimitComparison.AT_MOST;
        }
        return switch (comparison) {
            case AT_MOST -> compare(limit, other.limit) < 0;
            case AT_LEAST -> compare(limit, other.limit) > 0;
            case RANGE -> compare(limit, other.limit) <= 0 && compare(low, other.low) >= 0 && !asksTheSame(other);
            case NOT_DETECTED, INVISIBLE -> false;
        };
    }

    private static int compare(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.orElseThrow().compareTo(b.orElseThrow());
    }
}
