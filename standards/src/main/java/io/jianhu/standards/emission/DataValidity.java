package io.jianhu.standards.emission;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Confidence;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Month;
import java.time.YearMonth;
import java.util.Map;

/**
 * Whether a mean of automatic data counts, and how much of the data there is (HJ 75-2017, HJ 356-2019). Immutable.
 *
 * <p>Hours of shutdown are due from nobody: they leave the denominators.
 */
public final class DataValidity {

    /** The rule by which a day of waste gas counts; {@code HJ75/valid-day/18} is the number of the other source. */
    public static final String DEFAULT_DAY_RULE = "HJ75/valid-day";

    private static final int MINUTES_OF_HOUR = 60;
    private static final int HOURS_OF_DAY = 24;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Rounding PERCENT = Rounding.halfEven(2);

    private final Parameters parameters;
    private final Rule dayRule;

    public DataValidity(RuleBook rules) {
        this(rules, DEFAULT_DAY_RULE);
    }

    /**
     * With another number of hours for a day of waste gas.
     *
     * @param dayRule id of a row of table {@code emission-parameters}
     * @throws IllegalArgumentException when there is no such row
     */
    public DataValidity(RuleBook rules, String dayRule) {
        this.parameters = new Parameters(rules);
        this.dayRule =
                parameters.findRule(dayRule).orElseThrow(() -> new IllegalArgumentException("no rule " + dayRule));
    }

    /** Whether an hourly mean of waste gas counts. */
    public Judgement<Boolean> hour(int validMinutes) {
        return count(validMinutes, MINUTES_OF_HOUR, parameters.getRule("HJ75/valid-hour"), "valid_minutes");
    }

    /** Whether a daily mean of waste gas counts; a number that another source contradicts leaves a finding. */
    public Judgement<Boolean> day(int validHours) {
        return count(validHours, HOURS_OF_DAY, dayRule, "valid_hours");
    }

    /** Whether a monthly mean of waste gas counts. */
    public Judgement<Boolean> month(int validDays, YearMonth month) {
        Rule rule = parameters.getRule(
                month.getMonth() == Month.FEBRUARY ? "HJ75/valid-month/february" : "HJ75/valid-month");
        return count(validDays, month.lengthOfMonth(), rule, "valid_days");
    }

    private static Judgement<Boolean> count(int have, int most, Rule rule, String place) {
        Working working = new Working();
        if (have < 0) {
            working.finding(CommonFinding.NEGATIVE, place, ">= 0", Integer.toString(have));
            return working.notJudged();
        }
        if (have > most) {
            working.finding(EmissionFinding.MORE_THAN_EXPECTED, place, "<= " + most, Integer.toString(have));
            return working.notJudged();
        }
        working.cite(rule);
        if (rule.confidence() == Confidence.CONTRADICTED) {
            working.finding(EmissionFinding.CONTRADICTED_NUMBER, place, rule.evidence(), rule.text("value"));
        }
        Completeness completeness =
                new Completeness(have, most, rule.getNumber("value").intValueExact());
        working.completeness(completeness);
        return working.judged(completeness.isEnough());
    }

    /**
     * Whether a daily mean of waste water counts: valid readings against those due in the hours of discharge.
     *
     * @param due more than zero
     */
    public Judgement<Boolean> waterDay(int valid, int due) {
        Working working = new Working();
        checkCounts(working, Map.of("valid", valid, "due", due));
        if (!working.hasFindings()) {
            checkAtMost(working, "valid", valid, due);
        }
        if (due == 0) {
            working.finding(CommonFinding.EMPTY_SET, "due", "> 0", "0");
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        BigDecimal share = parameters.use("HJ356/valid-day", working);
        int needed = share.multiply(BigDecimal.valueOf(due))
                .divide(HUNDRED)
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
        Completeness completeness = new Completeness(valid, due, needed);
        working.completeness(completeness);
        return working.judged(completeness.isEnough());
    }

    /**
     * A capture rate.
     *
     * @param percent (H − stop − invalid)/(H − stop) × 100, two decimals
     * @param sufficient whether it reaches what HJ 75 asks of a quarter; decided on the exact value
     */
    public record CaptureRate(BigDecimal percent, boolean sufficient) {}

    /** Capture rate of a quarter. */
    public Judgement<CaptureRate> captureRate(int hours, int stopped, int invalid) {
        Working working = new Working();
        checkCounts(working, Map.of("hours_quarter", hours, "hours_stop", stopped, "hours_invalid", invalid));
        if (!working.hasFindings()) {
            checkAtMost(working, "hours_stop + hours_invalid", stopped + invalid, hours);
        }
        if (!working.hasFindings() && hours == stopped) {
            working.finding(CommonFinding.EMPTY_SET, "hours_quarter", "hours of operation > 0", "0");
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        BigDecimal running = BigDecimal.valueOf(hours - stopped);
        BigDecimal captured = BigDecimal.valueOf(hours - stopped - invalid);
        BigDecimal needed = parameters.use("HJ75/capture-rate", working);
        BigDecimal percent = working.step(
                new Text("数据捕集率", "capture rate"),
                "(%d-%d-%d)/(%d-%d)×100".formatted(hours, stopped, invalid, hours, stopped),
                captured.multiply(HUNDRED).divide(running, MathContext.DECIMAL128),
                PERCENT,
                "%");
        boolean sufficient = captured.multiply(HUNDRED).compareTo(needed.multiply(running)) >= 0;
        return working.judged(new CaptureRate(percent, sufficient));
    }

    /**
     * Effective transmission rate in %, two decimals: received/expected × valid/expected valid × 100.
     *
     * @param shutdown records that fall into shutdown, taken out of both denominators
     */
    public Judgement<BigDecimal> effectiveTransmission(
            int received, int expected, int valid, int expectedValid, int shutdown) {
        Working working = new Working();
        checkCounts(
                working,
                Map.of(
                        "received", received,
                        "expected", expected,
                        "valid", valid,
                        "expected_valid", expectedValid,
                        "shutdown", shutdown));
        int due = expected - shutdown;
        int dueValid = expectedValid - shutdown;
        if (!working.hasFindings() && (due <= 0 || dueValid <= 0)) {
            working.finding(CommonFinding.EMPTY_SET, "expected", "> shutdown", expected + ", " + expectedValid);
        }
        if (!working.hasFindings()) {
            checkAtMost(working, "received", received, due);
            checkAtMost(working, "valid", valid, dueValid);
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        BigDecimal hundred = parameters.use("transmission/formula", working);
        BigDecimal exact = BigDecimal.valueOf(received)
                .multiply(BigDecimal.valueOf(valid))
                .multiply(hundred)
                .divide(BigDecimal.valueOf(due).multiply(BigDecimal.valueOf(dueValid)), MathContext.DECIMAL128);
        return working.judged(working.step(
                new Text("有效传输率", "effective transmission rate"),
                "%d/%d×%d/%d×100".formatted(received, due, valid, dueValid),
                exact,
                PERCENT,
                "%"));
    }

    private static void checkCounts(Working working, Map<String, Integer> counts) {
        counts.forEach((place, count) -> {
            if (count < 0) {
                working.finding(CommonFinding.NEGATIVE, place, ">= 0", Integer.toString(count));
            }
        });
    }

    private static void checkAtMost(Working working, String place, int count, int most) {
        if (count > most) {
            working.finding(EmissionFinding.MORE_THAN_EXPECTED, place, "<= " + most, Integer.toString(count));
        }
    }
}
