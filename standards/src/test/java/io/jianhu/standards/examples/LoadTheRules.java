package io.jianhu.standards.examples;

import io.jianhu.standards.Edition;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import java.io.PrintStream;
import java.time.LocalDate;

/** Load once, share freely: the rule book is immutable. Ask the catalogue by the date of the data. */
final class LoadTheRules implements Example {

    @Override
    public void run(PrintStream out) {
        RuleBook rules = RuleBook.load();
        for (String day : new String[] {"2026-02-28", "2026-03-01", "2031-01-01"}) {
            LocalDate date = LocalDate.parse(day);
            Edition edition = rules.catalogue()
                    .findEdition("GB 3095", date, new Working())
                    .orElseThrow();
            out.println(day + ": " + edition.id()
                    + edition.findPhase(date).map(phase -> ", " + phase.name()).orElse(""));
        }
    }
}
