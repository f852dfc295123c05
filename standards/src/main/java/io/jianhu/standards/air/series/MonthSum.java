package io.jianhu.standards.air.series;

import io.jianhu.standards.statistics.Fraction;

/** The valid daily values of one month, added up. */
record MonthSum(int days, Fraction sum) {

    static final MonthSum NONE = new MonthSum(0, Fraction.ZERO);

    MonthSum plus(Fraction value) {
        return new MonthSum(days + 1, sum.plus(value));
    }

    MonthSum minus(Fraction value) {
        return new MonthSum(days - 1, sum.minus(value));
    }
}
