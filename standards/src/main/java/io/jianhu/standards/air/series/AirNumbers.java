package io.jianhu.standards.air.series;

import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import io.jianhu.standards.air.AirClass;
import io.jianhu.standards.air.AirItem;
import io.jianhu.standards.air.AirLimits;
import io.jianhu.standards.quantity.Averaging;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;

/**
 * The numbers behind the statistics, for those who compute with them in bulk and cite the rules once for the whole. Every
 * method throws {@link IllegalArgumentException} when no rule holds on the day.
 */
public final class AirNumbers {

    private static final String OZONE = DayStatistics.OZONE;

    private final ValidityRules validity;
    private final AirLimits limits;

    private AirNumbers(ValidityRules validity, AirLimits limits) {
        this.validity = validity;
        this.limits = limits;
    }

    public static AirNumbers of(RuleBook rules) {
        return new AirNumbers(ValidityRules.of(rules), AirLimits.of(rules));
    }

    /** The valid hours that a daily mean needs. */
    public int hoursOfDay(String factor, LocalDate day) {
        return get(factor, Averaging.DAY.label(), day).needed();
    }

    /** The valid hours that a moving 8 h mean needs. */
    public int hoursOfWindow(LocalDate day) {
        return get(OZONE, Averaging.EIGHT_HOURS.label(), day).needed();
    }

    /** The valid windows that a day of ozone needs. */
    public int windowsOfDay(LocalDate day) {
        return ozoneDay(day).needed();
    }

    /** The hour at whose end the first window of a day ends. */
    public int firstWindow(LocalDate day) {
        return ozoneDay(day).firstEnd();
    }

    /** The hour at whose end the last one ends. */
    public int lastWindow(LocalDate day) {
        return ozoneDay(day).lastEnd();
    }

    private ValidityRule ozoneDay(LocalDate day) {
        return get(OZONE, Averaging.DAY_MAX_EIGHT_HOURS.label(), day);
    }

    /** The valid days that a month needs. */
    public int daysOfMonth(String factor, Month month, LocalDate day) {
        return get(factor, Period.Kind.MONTH.label(), day).needed(month);
    }

    /** The valid days that a year needs, besides those of each month. */
    public int daysOfYear(String factor, LocalDate day) {
        return get(factor, Period.Kind.YEAR.label(), day).needed();
    }

    /** The least share of valid stations of a city, percent. */
    public int stationsOfCity(String factor, LocalDate day) {
        return get(factor, "city", day).needed();
    }

    /** The limit of a zone. */
    public BigDecimal limit(String factor, Averaging averaging, AirClass airClass, LocalDate day) {
        return limits.find(new AirItem(factor, averaging), day, new Working())
                .orElseThrow(() ->
                        new IllegalArgumentException("no limit of " + factor + " " + averaging.label() + " on " + day))
                .of(airClass);
    }

    private ValidityRule get(String factor, String averaging, LocalDate day) {
        return validity.find(factor, averaging, day, new Working())
                .orElseThrow(
                        () -> new IllegalArgumentException("no rule for " + factor + " " + averaging + " on " + day));
    }
}
