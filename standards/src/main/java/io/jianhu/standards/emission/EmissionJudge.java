package io.jianhu.standards.emission;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.UnitConversion;
import io.jianhu.standards.Working;
import io.jianhu.standards.emission.MarkEffect.Compliance;
import io.jianhu.standards.quantity.Quantity;
import io.jianhu.standards.quantity.Reading;
import io.jianhu.standards.quantity.Rounding;
import io.jianhu.standards.quantity.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds measured values against emission limits. Immutable.
 *
 * <p>Marks first: what is marked invalid is no evidence. Then the averaging that the standard asks for, the conversion to
 * reference oxygen, one rounding to the decimals of the limit (GB/T 8170), the comparison. A value on the limit complies.
 */
public final class EmissionJudge {

    private static final String DUST = "PM";
    private static final String PH = "pH";
    private static final Rounding MULTIPLE = Rounding.halfEven(2);

    /** The limit of dust during start-up, shut-down and fault, by family of the standard. */
    private static final Map<String, String> START_UP_DUST = Map.of(
            "GB 18484", "incineration/dust/hazardous",
            "GB 39707", "incineration/dust/medical");

    private final Parameters parameters;
    private final EmissionLimits limits;
    private final FlueGas gas;
    private final WasteWater water;
    private final DataMarks marks;

    public EmissionJudge(RuleBook rules) {
        this.parameters = new Parameters(rules);
        this.limits = new EmissionLimits(rules);
        this.gas = new FlueGas(rules);
        this.water = new WasteWater(rules);
        this.marks = new DataMarks(rules);
    }

    /** The limits it judges by. */
    public EmissionLimits limits() {
        return limits;
    }

    /** Finds the limit of the outlet for the day and averaging of the value, and judges by it. */
    public Judgement<EmissionVerdict> judge(Outlet outlet, String factor, EmissionValue value, ValueChoice choice) {
        Working working = new Working();
        Optional<LimitChoice> found = working.lean(limits.find(outlet, factor, value.day()));
        if (found.isEmpty()) {
            return working.notJudged();
        }
        List<EmissionLimit> fitting = found.get().limits().stream()
                .filter(candidate -> candidate.basis() == value.basis() || candidate.basis() == LimitBasis.UNSPECIFIED)
                .toList();
        if (value.unit().isEmpty() && fitting.size() > 1) {
            working.finding(
                    CommonFinding.MISSING_INPUT,
                    "value_unit",
                    String.join(", ", fitting.stream().map(EmissionLimit::unit).toList()),
                    "");
            return working.notJudged();
        }
        Optional<EmissionLimit> limit =
                fitting.stream().max(Comparator.comparing(candidate -> isOfOneKind(candidate, value)));
        if (limit.isEmpty()) {
            refuseAveraging(working, found.get().limit(), value);
            return working.notJudged();
        }
        return judge(working, limit.get(), value, choice);
    }

    /** Judges by a limit that is already known, such as one of a permit. */
    public Judgement<EmissionVerdict> judge(EmissionLimit limit, EmissionValue value, ValueChoice choice) {
        Working working = new Working();
        limit.rules().forEach(working::cite);
        if (limit.basis() != LimitBasis.UNSPECIFIED && limit.basis() != value.basis()) {
            refuseAveraging(working, limit, value);
            return working.notJudged();
        }
        return judge(working, limit, value, choice);
    }

    /** Whether value and limit measure the same, such as a concentration or a rate. */
    private static boolean isOfOneKind(EmissionLimit limit, EmissionValue value) {
        return value.unit().isPresent()
                && Unit.findUnit(limit.unit())
                        .filter(value.unit().get()::isOfOneKindWith)
                        .isPresent();
    }

    private static void refuseAveraging(Working working, EmissionLimit limit, EmissionValue value) {
        working.finding(
                EmissionFinding.AVERAGING_MISMATCH,
                "basis",
                limit.basis().label() + " " + limit.basis().title().zh(),
                value.basis().label());
    }

    private Judgement<EmissionVerdict> judge(
            Working working, EmissionLimit limit, EmissionValue value, ValueChoice choice) {
        value.completeness().ifPresent(working::completeness);
        Optional<EmissionLimit> marked = applyMarks(working, limit, value);
        if (marked.isEmpty()) {
            return working.notJudged();
        }
        if (value.completeness().filter(counted -> !counted.isEnough()).isPresent()) {
            working.finding(
                    CommonFinding.NOT_ENOUGH_DATA,
                    "valid_parts",
                    Integer.toString(value.completeness().get().needed()),
                    Integer.toString(value.completeness().get().have()));
            return working.notJudged();
        }
        return compare(working, marked.get(), value, choice);
    }

    /** The limit that holds under the marks; empty where the value may not be judged. */
    private Optional<EmissionLimit> applyMarks(Working working, EmissionLimit limit, EmissionValue value) {
        EmissionLimit held = limit;
        for (DataMark mark : value.marks()) {
            Optional<MarkEffect> effect = working.lean(marks.judge(mark, value.day()));
            if (effect.isEmpty()) {
                return Optional.empty();
            }
            Compliance compliance = effect.get().compliance();
            switch (compliance) {
                case JUDGE -> {}
                case JUDGE_FLAGGED ->
                    working.finding(
                            EmissionFinding.FLAGGED_VALUE,
                            "mark",
                            "",
                            effect.get().title().en());
                case EXCLUDE -> {
                    working.finding(
                            EmissionFinding.MARKED_INVALID,
                            "mark",
                            "",
                            effect.get().title().en());
                    return Optional.empty();
                }
                case BY_RULE -> {
                    working.finding(
                            EmissionFinding.MARK_NEEDS_INDUSTRY_RULE,
                            "mark",
                            "",
                            effect.get().title().en());
                    return Optional.empty();
                }
                case DUST_ONLY -> {
                    Optional<EmissionLimit> dust = dustLimit(working, held, effect.get());
                    if (dust.isEmpty()) {
                        return Optional.empty();
                    }
                    held = dust.get();
                }
            }
        }
        return Optional.of(held);
    }

    /** During start-up, shut-down and fault only the hourly mean of dust is held against a limit, one of its own. */
    private Optional<EmissionLimit> dustLimit(Working working, EmissionLimit limit, MarkEffect effect) {
        Optional<String> dustRule = limit.rules().stream()
                .findFirst()
                .flatMap(rule ->
                        Optional.ofNullable(START_UP_DUST.get(rule.edition().family())));
        boolean hourlyDust = limit.factor().equals(DUST) && limit.basis() == LimitBasis.HOUR;
        if (dustRule.isEmpty() || !hourlyDust) {
            working.finding(
                    dustRule.isEmpty() ? EmissionFinding.MARK_NEEDS_INDUSTRY_RULE : EmissionFinding.MARKED_INVALID,
                    "mark",
                    "",
                    effect.title().en());
            return Optional.empty();
        }
        Rule rule = working.cite(parameters.getRule(dustRule.get()));
        return Optional.of(limit.derived(rule.getNumber("value"), List.of(rule)));
    }

    private Judgement<EmissionVerdict> compare(
            Working working, EmissionLimit limit, EmissionValue value, ValueChoice choice) {
        if (limit.comparison() == LimitComparison.INVISIBLE) {
            working.finding(EmissionFinding.NOT_A_NUMERIC_LIMIT, "limit", limit.describe(), "");
            return working.notJudged();
        }
        return inUnitOf(limit, value, working)
                .map(reading -> switch (reading) {
                    case Reading.BelowDetection below -> compareUndetected(working, limit, below);
                    case Reading.Measured measured -> compareMeasured(working, limit, value, measured, choice);
                })
                .orElseGet(working::notJudged);
    }

    /** The reading in the unit of the limit; empty after a finding where no conversion exists. */
    private static Optional<Reading> inUnitOf(EmissionLimit limit, EmissionValue value, Working working) {
        if (value.unit().isEmpty() || value.unit().get().symbol().equals(limit.unit())) {
            return Optional.of(value.reading());
        }
        Unit from = value.unit().get();
        Optional<Unit> target = Unit.findUnit(limit.unit());
        if (target.isEmpty()) {
            working.finding(CommonFinding.UNIT_MISMATCH, "value", limit.unit(), from.symbol());
            return Optional.empty();
        }
        return switch (value.reading()) {
            case Reading.Measured measured ->
                convert(measured.value(), from, target.get(), working).map(Reading.Measured::new);
            case Reading.BelowDetection below ->
                convert(below.detectionLimit(), from, target.get(), working).map(Reading.BelowDetection::new);
        };
    }

    private static Optional<BigDecimal> convert(BigDecimal number, Unit from, Unit target, Working working) {
        return working.lean(UnitConversion.convert(new Quantity(number, from), target))
                .map(Quantity::value);
    }

    private static Judgement<EmissionVerdict> compareUndetected(
            Working working, EmissionLimit limit, Reading.BelowDetection below) {
        boolean meets = switch (limit.comparison()) {
            case NOT_DETECTED -> true;
            case AT_MOST -> below.detectionLimit().compareTo(limit.limit().orElseThrow()) <= 0;
            case AT_LEAST, RANGE, INVISIBLE -> false;
        };
        if (!meets) {
            working.finding(
                    EmissionFinding.DETECTION_LIMIT_ABOVE_LIMIT,
                    "value",
                    limit.describe(),
                    below.detectionLimit().toPlainString() + "L");
            return working.notJudged();
        }
        return working.judged(
                new EmissionVerdict(limit, below, Optional.empty(), Optional.empty(), false, Optional.empty()));
    }

    private Judgement<EmissionVerdict> compareMeasured(
            Working working, EmissionLimit limit, EmissionValue value, Reading.Measured measured, ValueChoice choice) {
        if (measured.value().signum() < 0) {
            working.finding(
                    CommonFinding.NEGATIVE, "value", ">= 0", measured.value().toPlainString());
            return working.notJudged();
        }
        if (limit.factor().equals(PH) && !water.checkPh(working, "value", measured.value())) {
            return working.notJudged();
        }
        Optional<BigDecimal> converted = Optional.empty();
        BigDecimal exact = measured.value();
        if (limit.oxygen() != OxygenBasis.NONE) {
            Optional<OxygenConversion> conversion = convert(working, limit, value, measured.value());
            if (conversion.isEmpty()) {
                return working.notJudged();
            }
            converted = Optional.of(conversion.get().converted());
            exact = choice == ValueChoice.STRICTER
                    ? conversion.get().stricter()
                    : conversion.get().converted();
        }
        if (limit.comparison() == LimitComparison.NOT_DETECTED) {
            return working.judged(new EmissionVerdict(
                    limit, measured, converted, Optional.of(exact), exact.signum() > 0, Optional.empty()));
        }
        BigDecimal number = limit.limit().orElseThrow();
        BigDecimal judged = working.step(
                new Text("修约到限值位数", "rounded to the decimals of the limit"),
                exact.toPlainString() + " vs " + limit.describe(),
                exact,
                Rounding.halfEven(Math.max(0, number.scale())),
                limit.unit());
        boolean exceeded = switch (limit.comparison()) {
            case AT_MOST -> judged.compareTo(number) > 0;
            case AT_LEAST -> judged.compareTo(number) < 0;
            case RANGE ->
                judged.compareTo(number) > 0 || judged.compareTo(limit.low().orElseThrow()) < 0;
            case NOT_DETECTED, INVISIBLE -> throw new IllegalStateException("no number in " + limit);
        };
        Optional<BigDecimal> multiple = exceeded && limit.comparison() == LimitComparison.AT_MOST && number.signum() > 0
                ? Optional.of(working.step(
                        new Text("超标倍数", "exceedance multiple"),
                        "(%s-%s)/%s".formatted(exact.toPlainString(), number, number),
                        exact.subtract(number).divide(number, MathContext.DECIMAL128),
                        MULTIPLE,
                        ""))
                : Optional.empty();
        return working.judged(new EmissionVerdict(limit, measured, converted, Optional.of(judged), exceeded, multiple));
    }

    private Optional<OxygenConversion> convert(
            Working working, EmissionLimit limit, EmissionValue value, BigDecimal measured) {
        if (limit.oxygen() == OxygenBasis.UNDECIDED) {
            working.finding(EmissionFinding.OXYGEN_BASIS_UNDECIDED, "outlet", "", "");
            return Optional.empty();
        }
        BigDecimal reference = limit.oxygenReference().orElseThrow();
        if (limit.oxygen() == OxygenBasis.EXCESS_AIR) {
            return value.excessAir()
                    .map(alpha -> working.lean(gas.toReferenceExcessAir(measured, alpha, reference)))
                    .orElseGet(() -> missing(working, "alpha", "measured excess-air coefficient"));
        }
        if (value.oxygen().isEmpty()) {
            return missing(working, "o2", "measured O2, dry, %");
        }
        return limit.oxygen() == OxygenBasis.COMBUSTION_AIR
                        && value.combustionAir().isPresent()
                ? working.lean(gas.toReferenceOxygen(
                        measured,
                        value.oxygen().get(),
                        reference,
                        value.combustionAir().get()))
                : working.lean(gas.toReferenceOxygen(measured, value.oxygen().get(), reference));
    }

    private static Optional<OxygenConversion> missing(Working working, String place, String expected) {
        working.finding(CommonFinding.MISSING_INPUT, place, expected, "");
        return Optional.empty();
    }
}
