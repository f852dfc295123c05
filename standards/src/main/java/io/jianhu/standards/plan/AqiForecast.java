package io.jianhu.standards.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A forecast as 24-hour AQI in the order of time.
 *
 * @param windows each over 24 hours
 * @param step hours from one window to the next: 24 for days, 1 for windows that end at every hour and may cross midnight
 */
public record AqiForecast(List<Window> windows, int step) {

    /** The length of a window in hours. */
    static final int WINDOW = 24;

    public AqiForecast {
        windows = List.copyOf(windows);
    }

    /** What pollution a window stems from. */
    public enum Cause {
        /** Particles and whatever else counts for the levels. */
        COUNTED,
        /** Ozone or dust: health advice, no level. */
        OZONE_OR_DUST
    }

    /** AQI of 24 hours. */
    public record Window(BigDecimal aqi, Cause cause) {}

    /**
     * A forecast by natural days.
     *
     * @param ozoneOrDust the days, counted from 1, that are polluted by ozone or dust
     */
    public static AqiForecast ofDays(List<BigDecimal> aqi, Set<Integer> ozoneOrDust) {
        return new AqiForecast(windows(aqi, ozoneOrDust), WINDOW);
    }

    /**
     * A forecast by windows of 24 hours of which one ends at every hour.
     *
     * @param ozoneOrDust the windows, counted from 1, that are polluted by ozone or dust
     */
    public static AqiForecast ofRollingHours(List<BigDecimal> aqi, Set<Integer> ozoneOrDust) {
        return new AqiForecast(windows(aqi, ozoneOrDust), 1);
    }

    private static List<Window> windows(List<BigDecimal> aqi, Set<Integer> ozoneOrDust) {
        List<Window> windows = new ArrayList<>();
        for (BigDecimal value : aqi) {
            windows.add(
                    new Window(value, ozoneOrDust.contains(windows.size() + 1) ? Cause.OZONE_OR_DUST : Cause.COUNTED));
        }
        return windows;
    }

    /** The hours that so many windows in a row cover. */
    int hoursOf(int count) {
        return count == 0 ? 0 : WINDOW + (count - 1) * step;
    }
}
