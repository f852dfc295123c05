package io.jianhu.standards.plan;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Edition;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The level of a heavy-pollution warning from a forecast of AQI (环大气[2024]6号, before 2024 the scheme of four levels).
 *
 * <p>The highest level is tried first. Windows polluted by ozone or dust do not count and break a run.
 */
public final class PollutionAlert {

    private static final String FAMILY = "重污染天气预警分级";
    private static final BigDecimal HIGHEST_AQI = BigDecimal.valueOf(500);

    private final RuleBook rules;

    public PollutionAlert(RuleBook rules) {
        this.rules = rules;
    }

    /** The level that the forecast calls for, by the scheme of the day on which it is made. */
    public Judgement<PollutionLevel> level(AqiForecast forecast, LocalDate day) {
        Working working = new Working();
        Optional<Edition> edition = rules.catalogue().findEdition(FAMILY, day, working);
        refuse(forecast, working);
        if (edition.isEmpty() || working.hasFindings()) {
            return working.notJudged();
        }
        List<AlertCondition> conditions = conditions(edition.get());
        for (AlertCondition condition : conditions) {
            if (condition.findStart(forecast).isPresent()) {
                working.cite(condition.rule());
                describe(condition, forecast, working);
                return working.judged(condition.level());
            }
        }
        conditions.forEach(condition -> working.cite(condition.rule()));
        if (forecast.windows().stream().anyMatch(window -> isHeavyByOzoneOrDust(window, conditions))) {
            working.finding(PlanFinding.HEALTH_ADVICE_ONLY, "cause", "", "");
        }
        return working.judged(PollutionLevel.NONE);
    }

    /**
     * Whether a warning in force may be lifted: the air is better than the lowest level now, and no level is forecast to
     * begin within the hours of the rule.
     *
     * @param now AQI of the last 24 hours
     * @param forecast from now on
     */
    public Judgement<Boolean> mayLift(BigDecimal now, AqiForecast forecast, LocalDate day) {
        Working working = new Working();
        Optional<Edition> edition = rules.catalogue().findEdition(FAMILY, day, working);
        refuse(forecast, working);
        refuseAqi("now", now, working);
        if (edition.isEmpty() || working.hasFindings()) {
            return working.notJudged();
        }
        Optional<Rule> lifting = rules.getTable("alert-lifting").rows().stream()
                .filter(rule -> rule.edition().equals(edition.get()))
                .findFirst();
        if (lifting.isEmpty()) {
            working.finding(CommonFinding.NO_RULE, "date", "", edition.get().id());
            return working.notJudged();
        }
        working.cite(lifting.get());
        BigDecimal needed = lifting.get().getNumber("hours_over");
        List<AlertCondition> conditions = conditions(edition.get());
        BigDecimal lowest = lowestBound(conditions);
        Optional<Integer> start = conditions.stream()
                .flatMap(condition -> condition.findStart(forecast).stream())
                .min(Integer::compare);
        int clear = start.map(window -> window * forecast.step())
                .orElse(forecast.hoursOf(forecast.windows().size()));
        if (start.isEmpty() && BigDecimal.valueOf(clear).compareTo(needed) <= 0) {
            working.finding(
                    PlanFinding.FORECAST_TOO_SHORT, "forecast", "> " + needed.toPlainString() + " h", clear + " h");
            return working.notJudged();
        }
        conditions.forEach(condition -> working.cite(condition.rule()));
        working.step(
                new Text("预报未达任何预警条件的时长", "hours forecast without any level"),
                clear + " h > " + needed.toPlainString() + " h, " + now.toPlainString() + " <= "
                        + lowest.toPlainString(),
                BigDecimal.valueOf(clear),
                "h");
        return working.judged(
                now.compareTo(lowest) <= 0 && BigDecimal.valueOf(clear).compareTo(needed) > 0);
    }

    private List<AlertCondition> conditions(Edition edition) {
        return rules.getTable("alert-levels").rows().stream()
                .filter(rule -> rule.edition().equals(edition))
                .map(AlertCondition::of)
                .toList();
    }

    private static BigDecimal lowestBound(List<AlertCondition> conditions) {
        return conditions.stream()
                .map(AlertCondition::aqi)
                .min(BigDecimal::compareTo)
                .orElseThrow();
    }

    private static boolean isHeavyByOzoneOrDust(AqiForecast.Window window, List<AlertCondition> conditions) {
        return window.cause() == AqiForecast.Cause.OZONE_OR_DUST && window.aqi().compareTo(lowestBound(conditions)) > 0;
    }

    private static void describe(AlertCondition condition, AqiForecast forecast, Working working) {
        working.step(
                condition.level().title(),
                "AQI " + (condition.isReached() ? ">= " : "> ")
                        + condition.aqi().toPlainString() + " >= "
                        + condition.hours() + " h"
                        + condition
                                .peak()
                                .map(peak -> ", > " + peak.toPlainString() + " >= " + condition.peakHours() + " h")
                                .orElse(""),
                forecast.windows().stream()
                        .map(AqiForecast.Window::aqi)
                        .max(BigDecimal::compareTo)
                        .orElseThrow(),
                "");
    }

    private static void refuse(AqiForecast forecast, Working working) {
        if (forecast.windows().isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "daily_aqi", "", "");
        }
        for (int i = 0; i < forecast.windows().size(); i++) {
            refuseAqi("daily_aqi[" + i + "]", forecast.windows().get(i).aqi(), working);
        }
    }

    private static void refuseAqi(String place, BigDecimal aqi, Working working) {
        if (aqi.signum() < 0 || aqi.compareTo(HIGHEST_AQI) > 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, place, "0..500", aqi.toPlainString());
        }
    }
}
