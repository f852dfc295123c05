package io.jianhu.standards.examples;

import io.jianhu.standards.Finding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.quantity.Reading;
import io.jianhu.standards.water.SectionClass;
import io.jianhu.standards.water.SurfaceWater;
import io.jianhu.standards.water.WaterBody;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** Impossible input is a finding with a remedy, in both languages: never a number, never an exception. */
final class RefusedInput implements Example {

    @Override
    public void run(PrintStream out) {
        SurfaceWater water = new SurfaceWater(RuleBook.load());
        Map<String, Reading> sample = Map.of("pH", new Reading.Measured(new BigDecimal("15")));

        Judgement<SectionClass> judgement = water.judgeSection(sample, WaterBody.RIVER, LocalDate.parse("2026-05-01"));

        for (Finding finding : judgement.findings()) {
            out.println(finding.code() + " at " + finding.place() + ": expected " + finding.expected() + ", got "
                    + finding.actual());
            out.println("  " + finding.code().title().zh() + "。"
                    + finding.code().remedy().zh());
            out.println("  " + finding.code().title().en() + ". "
                    + finding.code().remedy().en());
        }
        out.println("has a result: " + judgement.findValue().isPresent());
    }
}
