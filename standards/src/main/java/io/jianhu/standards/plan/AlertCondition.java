package io.jianhu.standards.plan;

import io.jianhu.standards.Rule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One way to meet a level: AQI above a bound for so many hours in a row, and inside that run above a peak for some hours.
 *
 * @param isReached whether the bound itself counts
 * @param peak empty where the condition has none
 */
record AlertCondition(
        Rule rule,
        PollutionLevel level,
        BigDecimal aqi,
        boolean isReached,
        int hours,
        Optional<BigDecimal> peak,
        int peakHours) {

    static AlertCondition of(Rule rule) {
        Optional<BigDecimal> peak = rule.findNumber("peak_aqi");
        return new AlertCondition(
                rule,
                PollutionLevel.ofLabel(rule.text("level")),
                rule.getNumber("aqi"),
                rule.text("compare").equals("ge"),
                rule.getNumber("hours").intValueExact(),
                peak,
                peak.isEmpty() ? 0 : rule.getNumber("peak_hours").intValueExact());
    }

    /** The first window of the first run that meets the condition. */
    Optional<Integer> findStart(AqiForecast forecast) {
        for (Run run : runs(forecast, 0, forecast.windows().size(), aqi, isReached)) {
            if (run.hours(forecast) >= hours && hasPeak(forecast, run)) {
                return Optional.of(run.from);
            }
        }
        return Optional.empty();
    }

    private boolean hasPeak(AqiForecast forecast, Run run) {
        return peak.isEmpty()
                || runs(forecast, run.from, run.to, peak.get(), false).stream()
                        .anyMatch(top -> top.hours(forecast) >= peakHours);
    }

    /** Windows from one, up to but without another. */
    private record Run(int from, int to) {

        int hours(AqiForecast forecast) {
            return forecast.hoursOf(to - from);
        }
    }

    private static List<Run> runs(AqiForecast forecast, int from, int to, BigDecimal bound, boolean isReached) {
        List<Run> runs = new ArrayList<>();
        int start = from;
        for (int i = from; i <= to; i++) {
            if (i == to || !isOver(forecast.windows().get(i), bound, isReached)) {
                if (i > start) {
                    runs.add(new Run(start, i));
                }
                start = i + 1;
            }
        }
        return runs;
    }

    private static boolean isOver(AqiForecast.Window window, BigDecimal bound, boolean isReached) {
        int comparison = window.aqi().compareTo(bound);
        return window.cause() == AqiForecast.Cause.COUNTED && (comparison > 0 || (isReached && comparison == 0));
    }
}
