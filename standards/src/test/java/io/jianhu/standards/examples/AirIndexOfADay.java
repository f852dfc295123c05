package io.jianhu.standards.examples;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Step;
import io.jianhu.standards.air.AirIndex;
import io.jianhu.standards.air.AirItem;
import io.jianhu.standards.air.Aqi;
import io.jianhu.standards.air.Report;
import io.jianhu.standards.quantity.Averaging;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** HJ 633, the edition by the day of the data; the working is that of a person with a pencil. */
final class AirIndexOfADay implements Example {

    @Override
    public void run(PrintStream out) {
        AirIndex index = AirIndex.of(RuleBook.load());
        Map<AirItem, BigDecimal> day = Map.of(
                new AirItem("PM2.5", Averaging.DAY), new BigDecimal("75"),
                new AirItem("PM10", Averaging.DAY), new BigDecimal("150"),
                new AirItem("SO2", Averaging.DAY), new BigDecimal("12"),
                new AirItem("NO2", Averaging.DAY), new BigDecimal("38"),
                new AirItem("CO", Averaging.DAY), new BigDecimal("0.9"),
                new AirItem("O3", Averaging.DAY_MAX_EIGHT_HOURS), new BigDecimal("98"));

        Judgement<Aqi> judgement = index.judge(LocalDate.parse("2026-03-01"), Report.DAILY, day);

        Aqi aqi = judgement.getValue();
        out.println("AQI " + aqi.aqi() + " " + aqi.level().category().en() + ", primary " + aqi.primary());
        if (judgement instanceof Judgement.Judged<Aqi> judged) {
            for (Step step : judged.working()) {
                out.println("  " + step.label().en() + " = " + step.formula() + " = "
                        + step.value().toPlainString());
            }
        }
        out.println("The same air a day earlier: AQI "
                + index.judge(LocalDate.parse("2026-02-28"), Report.DAILY, withHourlyOzone(day))
                        .getValue()
                        .aqi());
    }

    /** The edition of 2012 asks for the highest hour of ozone as well. */
    private static Map<AirItem, BigDecimal> withHourlyOzone(Map<AirItem, BigDecimal> day) {
        Map<AirItem, BigDecimal> more = new HashMap<>(day);
        more.put(new AirItem("O3", Averaging.HOUR), new BigDecimal("110"));
        return more;
    }
}
