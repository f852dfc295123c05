package io.jianhu.standards.emission;

import io.jianhu.standards.Edition;
import io.jianhu.standards.Factors;
import io.jianhu.standards.Rule;
import io.jianhu.standards.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A row of table {@code emission-limits}, read once. */
record LimitRow(Rule rule, EmissionMedium medium, EmissionLimit limit, Condition when, Condition oxygenWhen) {

    static LimitRow of(Rule rule, Factors factors) {
        OxygenBasis oxygen = rule.findText("alpha_ref").isPresent()
                ? OxygenBasis.EXCESS_AIR
                : OxygenBasis.ofLabel(rule.text("o2_formula"));
        EmissionLimit limit = new EmissionLimit(
                List.of(rule),
                factors.getFactor(rule.text("factor")).key(),
                LimitComparison.ofLabel(rule.text("compare")),
                rule.findNumber("limit"),
                rule.findNumber("low"),
                rule.text("unit"),
                LimitBasis.findBasis(rule.text("basis")).orElseThrow(() -> new IllegalStateException(rule.id())),
                oxygen,
                oxygen == OxygenBasis.EXCESS_AIR ? rule.findNumber("alpha_ref") : rule.findNumber("o2_ref"),
                new Text(rule.text("note_zh"), rule.text("note_en")));
        return new LimitRow(
                rule,
                EmissionMedium.getMedium(rule.text("medium")),
                limit,
                Condition.parse(rule.text("when")),
                Condition.parse(rule.text("o2_when")));
    }

    Edition edition() {
        return rule.edition();
    }

    boolean holdsOn(LocalDate day) {
        return rule.validity().covers(day);
    }

    /** The limit with its oxygen basis settled as far as the facts go. */
    EmissionLimit settle(Function<String, Optional<String>> facts) {
        return switch (oxygenWhen.test(facts).truth()) {
            case TRUE -> limit;
            case FALSE -> limit.withOxygen(OxygenBasis.NONE, Optional.empty());
            case UNKNOWN -> limit.withOxygen(OxygenBasis.UNDECIDED, limit.oxygenReference());
        };
    }
}
