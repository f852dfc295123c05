package io.jianhu.bench.city;

import java.time.DayOfWeek;
import java.time.LocalDateTime;

/** How a plant's load goes through the day and the week. */
enum Rhythm {
    /** Around the clock, a little less at night. */
    CONTINUOUS {
        @Override
        double load(LocalDateTime time) {
            return 0.90 + 0.08 * wave(time, 15);
        }
    },
    /** Two shifts: full from six to ten at night, low at night, slower on Sunday. */
    TWO_SHIFTS {
        @Override
        double load(LocalDateTime time) {
            double day = step(hour(time), 6, 22);
            double week = time.getDayOfWeek() == DayOfWeek.SUNDAY ? 0.72 : 1;
            return (0.38 + 0.55 * day) * week;
        }
    },
    /** One shift on working days, a trickle otherwise. */
    DAY_SHIFT {
        @Override
        double load(LocalDateTime time) {
            double day = step(hour(time), 7.5, 18);
            boolean weekend = time.getDayOfWeek().getValue() >= 6;
            return 0.15 + (weekend ? 0.25 : 0.78) * day;
        }
    },
    /** What a town sends to its sewage plant: peaks in the morning and in the evening, more at the weekend. */
    TOWN {
        @Override
        double load(LocalDateTime time) {
            double hour = hour(time);
            double peaks = bump(hour, 9, 2.2) + 0.9 * bump(hour, 20.5, 2.6);
            double week = time.getDayOfWeek().getValue() >= 6 ? 1.06 : 1;
            return (0.62 + 0.38 * peaks) * week;
        }
    };

    /** Load as a share of the design load, Beijing time. */
    abstract double load(LocalDateTime time);

    private static double hour(LocalDateTime time) {
        return time.getHour() + time.getMinute() / 60.0 + time.getSecond() / 3600.0;
    }

    private static double wave(LocalDateTime time, double peakHour) {
        return Math.cos((hour(time) - peakHour) / 24 * 2 * Math.PI);
    }

    private static double bump(double hour, double centre, double width) {
        double distance = (hour - centre) / width;
        return Math.exp(-distance * distance / 2);
    }

    /** 1 between the hours, 0 outside, with a flank of about an hour. */
    private static double step(double hour, double from, double to) {
        return 1 / (1 + Math.exp((from - hour) * 4)) * (1 / (1 + Math.exp((hour - to) * 4)));
    }
}
