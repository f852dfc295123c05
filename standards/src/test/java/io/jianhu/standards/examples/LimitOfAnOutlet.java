package io.jianhu.standards.examples;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.emission.EmissionLimits;
import io.jianhu.standards.emission.EmissionMedium;
import io.jianhu.standards.emission.LimitCandidate;
import io.jianhu.standards.emission.LimitChoice;
import io.jianhu.standards.emission.Outlet;
import java.io.PrintStream;
import java.time.LocalDate;

/** Which limit applies to this outlet on this day, and why; what is not known is asked for, never assumed. */
final class LimitOfAnOutlet implements Example {

    @Override
    public void run(PrintStream out) {
        EmissionLimits limits = new EmissionLimits(RuleBook.load());
        Outlet boiler = Outlet.of(EmissionMedium.GAS)
                .withStandard("GB 13223-2011")
                .withRegion("330600")
                .with("facility", "boiler")
                .with("fuel", "coal")
                .with("built", "2010-01-01")
                .with("capacity_mw", "299")
                .with("special", "yes")
                .with("ultra_low", "no");

        for (String day : new String[] {"2019-12-31", "2020-01-01"}) {
            Judgement<LimitChoice> judgement = limits.find(boiler, "a34013", LocalDate.parse(day));
            out.println(day + ": " + judgement.getValue().limit().describe());
            for (LimitCandidate candidate : judgement.getValue().candidates().subList(0, 2)) {
                out.println("  " + candidate.limit().rules().getFirst().id() + ": "
                        + candidate.reasons().getFirst().en());
            }
        }

        Judgement<LimitChoice> unknown = limits.find(
                Outlet.of(EmissionMedium.GAS).withStandard("GB 13223-2011"), "PM", LocalDate.parse("2020-01-01"));
        unknown.findings().forEach(finding -> out.println(finding.code() + " " + finding.place()));
    }
}
