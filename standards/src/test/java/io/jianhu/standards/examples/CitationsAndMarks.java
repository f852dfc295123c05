package io.jianhu.standards.examples;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Trust;
import io.jianhu.standards.air.AirClass;
import io.jianhu.standards.air.AirItem;
import io.jianhu.standards.air.ExceedMultiples;
import io.jianhu.standards.quantity.Averaging;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.stream.Collectors;

/** Every judgement cites its rows; one that leaned on an unverified row says so and raises no alarm until a person switches the row on. */
final class CitationsAndMarks implements Example {

    @Override
    public void run(PrintStream out) {
        ExceedMultiples multiples = ExceedMultiples.of(RuleBook.load());

        Judgement<ExceedMultiples.Exceedance> judgement = multiples.judge(
                LocalDate.parse("2026-02-28"),
                new AirItem("PM2.5", Averaging.DAY),
                AirClass.SECOND,
                new BigDecimal("90"));

        out.println("multiple " + judgement.getValue().multiple().orElseThrow());
        for (Rule rule : judgement.citations()) {
            out.println(rule.edition().id() + " " + rule.clause() + " ["
                    + rule.confidence().label() + "] " + rule.id());
        }
        out.println("may alarm: " + judgement.mayAlarm(Trust.verifiedOnly()));
        Trust trust = new Trust(judgement.unverified().stream().map(Rule::id).collect(Collectors.toSet()));
        out.println("may alarm once a person trusts these rows: " + judgement.mayAlarm(trust));
    }
}
