package io.jianhu.standards.air.series;

import io.jianhu.standards.Text;
import java.time.Month;

/** A season of three months; winter begins in December. */
public enum Season {
    SPRING(Month.MARCH, new Text("春季", "spring")),
    SUMMER(Month.JUNE, new Text("夏季", "summer")),
    AUTUMN(Month.SEPTEMBER, new Text("秋季", "autumn")),
    /** Of the year in which it begins: December of that year, January and February of the next. */
    WINTER(Month.DECEMBER, new Text("冬季", "winter"));

    private final Month firstMonth;
    private final Text title;

    Season(Month firstMonth, Text title) {
        this.firstMonth = firstMonth;
        this.title = title;
    }

    public Month firstMonth() {
        return firstMonth;
    }

    public Text title() {
        return title;
    }
}
