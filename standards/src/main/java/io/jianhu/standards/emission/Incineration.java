package io.jianhu.standards.emission;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of waste incineration: furnace temperature, hours of start-up and fault, the five daily means (order no. 10 of the
 * ministry, GB 18485-2014, GB 18484-2020, GB 39707-2020). Immutable.
 */
public final class Incineration {

    private final Parameters parameters;
    private final EmissionJudge judge;

    public Incineration(RuleBook rules) {
        this.parameters = new Parameters(rules);
        this.judge = new EmissionJudge(rules);
    }

    /** What is burnt. */
    public enum Waste {
        MUNICIPAL,
        HAZARDOUS,
        MEDICAL;

        private String hoursRule() {
            return "incineration/hours/" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The furnace temperature of a day.
     *
     * @param low how many five-minute means lie below the temperature that the order asks for
     * @param violation whether that is more often than allowed
     */
    public record FurnaceDay(int low, boolean violation) {}

    /** Counts the five-minute means of a natural day that lie below 850 °C; one on it does not count. */
    public Judgement<FurnaceDay> furnaceDay(List<BigDecimal> fiveMinuteMeans) {
        Working working = new Working();
        if (fiveMinuteMeans.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "temperatures", "", "");
            return working.notJudged();
        }
        BigDecimal needed = parameters.use("incineration/furnace-temperature", working);
        BigDecimal allowed = parameters.use("incineration/low-temperature-count", working);
        int low = (int) fiveMinuteMeans.stream()
                .filter(mean -> mean.compareTo(needed) < 0)
                .count();
        working.step(
                new Text("低于 " + needed + " °C 的五分钟均值", "5 min means below " + needed + " °C"),
                low + " > " + allowed + " ?",
                BigDecimal.valueOf(low),
                "");
        return working.judged(new FurnaceDay(low, BigDecimal.valueOf(low).compareTo(allowed) > 0));
    }

    /**
     * Whether the hours of start-up, shut-down, fault and accident of one furnace in a natural year stay within the limit.
     * Drying out and cooling down are not counted.
     */
    public Judgement<Boolean> withinYearlyHours(Waste waste, BigDecimal hours) {
        Working working = new Working();
        if (hours.signum() < 0) {
            working.finding(CommonFinding.NEGATIVE, "hours", ">= 0", hours.toPlainString());
            return working.notJudged();
        }
        return working.judged(hours.compareTo(parameters.use(waste.hoursRule(), working)) <= 0);
    }

    /**
     * The factors whose daily mean exceeds its limit; one is an exceedance of the day. Only the five items of the order decide:
     * a finding names any other.
     *
     * @param dailyMeans by factor; as measured, with the oxygen of the day
     */
    public Judgement<List<String>> exceededDailyMeans(
            Outlet outlet, Map<String, Reading> dailyMeans, BigDecimal oxygen, LocalDate day) {
        Working working = new Working();
        List<String> items = List.of(working.cite(parameters.getRule("incineration/daily-items"))
                .text("value")
                .split(",", -1));
        if (dailyMeans.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "daily_means", String.join(", ", items), "");
            return working.notJudged();
        }
        List<String> exceeded = new ArrayList<>();
        boolean complete = true;
        for (Map.Entry<String, Reading> mean : dailyMeans.entrySet()) {
            if (!items.contains(mean.getKey())) {
                working.finding(CommonFinding.UNKNOWN_FACTOR, "daily_means", String.join(", ", items), mean.getKey());
                complete = false;
                continue;
            }
            EmissionValue value =
                    EmissionValue.of(mean.getValue(), LimitBasis.DAY, day).withOxygen(oxygen);
            Optional<EmissionVerdict> verdict =
                    working.lean(judge.judge(outlet, mean.getKey(), value, ValueChoice.CONVERTED));
            complete &= verdict.isPresent();
            verdict.filter(EmissionVerdict::exceeded).ifPresent(_ -> exceeded.add(mean.getKey()));
        }
        return complete ? working.judged(List.copyOf(exceeded)) : working.notJudged();
    }
}
