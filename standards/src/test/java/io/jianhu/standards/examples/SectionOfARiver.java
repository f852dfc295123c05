package io.jianhu.standards.examples;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.quantity.Reading;
import io.jianhu.standards.water.MainItem;
import io.jianhu.standards.water.SectionClass;
import io.jianhu.standards.water.SurfaceWater;
import io.jianhu.standards.water.WaterBody;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** GB 3838-2002 by the method of 环办[2011]22号. A value below the detection limit is a type of its own. */
final class SectionOfARiver implements Example {

    @Override
    public void run(PrintStream out) {
        SurfaceWater water = new SurfaceWater(RuleBook.load());
        Map<String, Reading> sample = Map.of(
                "pH", measured("7.2"),
                "DO", measured("3.9"),
                "CODMn", measured("5.1"),
                "COD", measured("24"),
                "BOD5", measured("3.4"),
                "NH3N", measured("1.35"),
                "TP", measured("0.18"),
                "Hg", new Reading.BelowDetection(new BigDecimal("0.00004")));

        Judgement<SectionClass> judgement = water.judgeSection(sample, WaterBody.RIVER, LocalDate.parse("2026-05-01"));

        SectionClass section = judgement.getValue();
        out.println("class " + section.waterClass() + ", "
                + section.status().title().en());
        for (MainItem item : section.main()) {
            out.println("  " + item.factor()
                    + item.multiple().map(multiple -> " exceeds by " + multiple).orElse(""));
        }
    }

    private static Reading measured(String value) {
        return new Reading.Measured(new BigDecimal(value));
    }
}
