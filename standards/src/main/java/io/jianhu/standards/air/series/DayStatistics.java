package io.jianhu.standards.air.series;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.air.EvaluationItem;
import io.jianhu.standards.quantity.Averaging;
import io.jianhu.standards.statistics.Fraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hours, moving 8 h means and days: GB 3095 table 4, HJ 663 6.1.2. The day given to each method chooses the rules: the day
 * of the data, or what {@link EarlyApplication} makes of it. Negative hours are refused.
 */
public final class DayStatistics {

    /** The ozone key of the factor catalogue: its daily value is the maximum of the moving 8 h means. */
    public static final String OZONE = "O3";

    private static final int WINDOW = 8;
    private static final int MINUTES = 60;
    private static final Text MEAN = new Text("算术平均", "arithmetic mean");
    private static final Text MAXIMUM = new Text("8 小时滑动平均的最大值", "largest moving 8 h mean");

    private final ValidityRules validity;
    private final List<EvaluationItem> ozone;

    private DayStatistics(ValidityRules validity, List<EvaluationItem> ozone) {
        this.validity = validity;
        this.ozone = ozone;
    }

    public static DayStatistics of(RuleBook rules) {
        return new DayStatistics(ValidityRules.of(rules), EvaluationItem.list(OZONE, rules));
    }

    /** Whether an hour with so many minutes of valid data has a valid mean. */
    public Judgement<Boolean> hour(String factor, int minutes, LocalDate day) {
        Working working = new Working();
        Optional<ValidityRule> rule = validity.find(factor, Averaging.HOUR.label(), day, working);
        if (minutes < 0) {
            working.finding(CommonFinding.NEGATIVE, "minutes", "", Integer.toString(minutes));
        } else if (minutes > MINUTES) {
            working.finding(SeriesFinding.MORE_THAN_POSSIBLE, "minutes", "0..60", Integer.toString(minutes));
        }
        if (rule.isEmpty() || working.hasFindings()) {
            return working.notJudged();
        }
        Completeness counted = new Completeness(minutes, MINUTES, rule.get().needed());
        working.completeness(counted);
        return working.judged(counted.isEnough());
    }

    /** The mean of the 24 hours of a natural day. */
    public Judgement<Statistic> mean(String factor, DayHours hours, LocalDate day) {
        return mean(factor, Averaging.DAY, hours.hours(), day);
    }

    /**
     * One moving 8 h mean.
     *
     * @param hours the eight hours up to its end
     */
    public Judgement<Statistic> eightHours(String factor, List<Optional<BigDecimal>> hours, LocalDate day) {
        if (hours.size() != WINDOW) {
            throw new IllegalArgumentException(hours.size() + " hours in a window of " + WINDOW);
        }
        return mean(factor, Averaging.EIGHT_HOURS, hours, day);
    }

    private Judgement<Statistic> mean(
            String factor, Averaging averaging, List<Optional<BigDecimal>> hours, LocalDate day) {
        Working working = new Working();
        Optional<ValidityRule> rule = validity.find(factor, averaging.label(), day, working);
        refuseNegative(hours, working);
        if (rule.isEmpty() || working.hasFindings()) {
            return working.notJudged();
        }
        Statistic statistic = mean(averaging, hours, rule.get().needed());
        working.completeness(statistic.completeness());
        statistic
                .value()
                .ifPresent(value ->
                        working.step(MEAN, "∑C/" + statistic.completeness().have(), value.toDecimal(), ""));
        noteWhereInvalid(statistic, working);
        return working.judged(statistic);
    }

    private static Statistic mean(Averaging averaging, List<Optional<BigDecimal>> hours, int needed) {
        BigDecimal sum = BigDecimal.ZERO;
        int count = 0;
        for (Optional<BigDecimal> hour : hours) {
            if (hour.isPresent()) {
                sum = sum.add(hour.get());
                count++;
            }
        }
        Completeness counted = new Completeness(count, hours.size(), needed);
        Optional<Fraction> value =
                count == 0 ? Optional.empty() : Optional.of(Fraction.of(sum).dividedBy(Fraction.of(count, 1)));
        return new Statistic(averaging, value, counted, counted.isEnough());
    }

    /**
     * The daily value of ozone: the largest of the valid moving 8 h means that end at 08:00 to 24:00 of the natural day.
     *
     * @param limit of the zone's class: with fewer valid windows than needed the day is still valid when its maximum,
     *     rounded as it is evaluated, exceeds it
     */
    public Judgement<Statistic> maxEightHours(DayHours hours, BigDecimal limit, LocalDate day) {
        Working working = new Working();
        Optional<ValidityRule> windowRule = validity.find(OZONE, Averaging.EIGHT_HOURS.label(), day, working);
        Optional<ValidityRule> dayRule = validity.find(OZONE, Averaging.DAY_MAX_EIGHT_HOURS.label(), day, working);
        refuseNegative(hours.hours(), working);
        if (windowRule.isEmpty() || dayRule.isEmpty() || working.hasFindings()) {
            return working.notJudged();
        }
        List<Fraction> valid = new ArrayList<>();
        int first = dayRule.get().firstEnd();
        int last = dayRule.get().lastEnd();
        for (int end = first; end <= last; end++) {
            mean(
                            Averaging.EIGHT_HOURS,
                            hours.window(end, WINDOW),
                            windowRule.get().needed())
                    .findValid()
                    .ifPresent(valid::add);
        }
        Completeness counted =
                new Completeness(valid.size(), last - first + 1, dayRule.get().needed());
        working.completeness(counted);
        Optional<Fraction> max = valid.stream().max(Fraction::compareTo);
        max.ifPresent(value -> working.step(MAXIMUM, "max(" + valid.size() + ")", value.toDecimal(), ""));
        boolean exceeds =
                max.filter(value -> rounded(value, day).compareTo(limit) > 0).isPresent();
        Statistic statistic = new Statistic(Averaging.DAY_MAX_EIGHT_HOURS, max, counted, counted.isEnough() || exceeds);
        noteWhereInvalid(statistic, working);
        return working.judged(statistic);
    }

    private BigDecimal rounded(Fraction value, LocalDate day) {
        return ozone.stream()
                .filter(item -> item.rule().validity().covers(day))
                .findFirst()
                .map(item -> value.round(item.rounding()))
                .orElseGet(value::toDecimal);
    }

    private static void refuseNegative(List<Optional<BigDecimal>> hours, Working working) {
        for (int i = 0; i < hours.size(); i++) {
            int place = i;
            hours.get(i)
                    .filter(value -> value.signum() < 0)
                    .ifPresent(value -> working.finding(
                            CommonFinding.NEGATIVE, "values[" + place + "]", "", value.toPlainString()));
        }
    }

    private static void noteWhereInvalid(Statistic statistic, Working working) {
        if (!statistic.valid()) {
            working.finding(
                    CommonFinding.NOT_ENOUGH_DATA,
                    "values",
                    "≥ " + statistic.completeness().needed(),
                    Integer.toString(statistic.completeness().have()));
        }
    }
}
