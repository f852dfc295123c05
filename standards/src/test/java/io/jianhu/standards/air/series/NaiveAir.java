package io.jianhu.standards.air.series;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * The slow and obvious way to compute what the calculators compute: decimals of 60 digits, the numbers of the standard
 * written out, one pass per question. It shares no code with them.
 */
public final class NaiveAir {

    private static final MathContext WIDE = new MathContext(60);
    /** Removes what is left over from divisions that do not end, so that a tie is seen as one. */
    private static final int SNAP = 40;

    private NaiveAir() {}

    /** A year of hours with single gaps and outages of days; every value has the given number of decimals. */
    public static Map<LocalDate, List<Optional<BigDecimal>>> randomYear(
            int year, Random random, int decimals, int largest) {
        return year(year, random, decimals, largest, random.nextDouble() * 0.2, 0.001);
    }

    /** A year of a station that is well kept: nearly always valid. */
    public static Map<LocalDate, List<Optional<BigDecimal>>> tidyYear(
            int year, Random random, int decimals, int largest) {
        return year(year, random, decimals, largest, 0.02, 0);
    }

    private static Map<LocalDate, List<Optional<BigDecimal>>> year(
            int year, Random random, int decimals, int largest, double gaps, double outages) {
        Map<LocalDate, List<Optional<BigDecimal>>> days = new TreeMap<>();
        int outage = 0;
        for (LocalDate day = LocalDate.of(year, Month.JANUARY, 1); day.getYear() == year; day = day.plusDays(1)) {
            List<Optional<BigDecimal>> hours = new ArrayList<>();
            for (int hour = 0; hour < 24; hour++) {
                if (outage == 0 && random.nextDouble() < outages) {
                    outage = random.nextInt(200);
                }
                boolean missing = outage > 0 || random.nextDouble() < gaps;
                outage = Math.max(0, outage - 1);
                hours.add(
                        missing
                                ? Optional.empty()
                                : Optional.of(BigDecimal.valueOf(random.nextInt(largest), decimals)));
            }
            days.put(day, hours);
        }
        return days;
    }

    public static Optional<BigDecimal> dayMean(List<Optional<BigDecimal>> hours) {
        return meanOfAtLeast(20, hours);
    }

    private static Optional<BigDecimal> meanOfAtLeast(int needed, List<Optional<BigDecimal>> hours) {
        List<BigDecimal> valid = hours.stream().flatMap(Optional::stream).toList();
        return valid.size() < needed ? Optional.empty() : Optional.of(mean(valid));
    }

    public static BigDecimal mean(Collection<BigDecimal> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (BigDecimal value : values) {
            sum = sum.add(value);
        }
        return sum.divide(BigDecimal.valueOf(values.size()), WIDE);
    }

    public static Optional<BigDecimal> maxEightHours(List<Optional<BigDecimal>> hours, BigDecimal limit) {
        List<BigDecimal> windows = new ArrayList<>();
        for (int end = 8; end <= 24; end++) {
            meanOfAtLeast(6, hours.subList(end - 8, end)).ifPresent(windows::add);
        }
        Optional<BigDecimal> max = windows.stream().max(BigDecimal::compareTo);
        return max.filter(value -> windows.size() >= 14 || round(value, 0).compareTo(limit) > 0);
    }

    public static boolean isValidYear(Collection<LocalDate> days, int year) {
        for (int month = 1; month <= 12; month++) {
            YearMonth it = YearMonth.of(year, month);
            long count =
                    days.stream().filter(day -> YearMonth.from(day).equals(it)).count();
            if (count < (month == 2 ? 25 : 27)) {
                return false;
            }
        }
        return days.size() >= 324;
    }

    public static BigDecimal percentile(Collection<BigDecimal> values, int p) {
        List<BigDecimal> sorted = values.stream().sorted().toList();
        BigDecimal k = BigDecimal.ONE.add(BigDecimal.valueOf(sorted.size() - 1L)
                .multiply(BigDecimal.valueOf(p))
                .movePointLeft(2));
        int s = k.intValue();
        BigDecimal below = sorted.get(s - 1);
        BigDecimal above = s < sorted.size() ? sorted.get(s) : below;
        return below.add(above.subtract(below).multiply(k.subtract(BigDecimal.valueOf(s))));
    }

    public static BigDecimal round(BigDecimal value, int decimals) {
        return snap(value).setScale(decimals, RoundingMode.HALF_EVEN);
    }

    public static BigDecimal snap(BigDecimal value) {
        return value.setScale(SNAP, RoundingMode.HALF_EVEN);
    }
}
