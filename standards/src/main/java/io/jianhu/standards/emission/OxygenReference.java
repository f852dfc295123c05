package io.jianhu.standards.emission;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The reference oxygen of one type of source, a row of table {@code emission-oxygen}.
 *
 * @param sourceType key, such as {@code coal-power-boiler}
 * @param basis how a concentration is converted to it
 * @param reference oxygen in %, or the excess-air coefficient where the basis is {@link OxygenBasis#EXCESS_AIR}
 */
public record OxygenReference(Rule rule, String sourceType, Text title, OxygenBasis basis, BigDecimal reference) {

    private static final String TABLE = "emission-oxygen";

    static OxygenReference of(Rule rule) {
        OxygenBasis basis = OxygenBasis.ofLabel(rule.text("o2_formula"));
        return new OxygenReference(
                rule,
                rule.text("source_type"),
                new Text(rule.text("zh"), rule.text("en")),
                basis,
                rule.getNumber(basis == OxygenBasis.EXCESS_AIR ? "alpha_ref" : "o2_ref"));
    }

    public static List<OxygenReference> listReferences(RuleBook rules) {
        return rules.getTable(TABLE).rows().stream().map(OxygenReference::of).toList();
    }

    /** The reference of a type of source; a finding lists the types where it is unknown. */
    public static Judgement<OxygenReference> judge(RuleBook rules, String sourceType) {
        Working working = new Working();
        List<OxygenReference> known = listReferences(rules);
        Optional<OxygenReference> found =
                known.stream().filter(r -> r.sourceType().equals(sourceType)).findFirst();
        if (found.isEmpty()) {
            working.finding(
                    EmissionFinding.UNKNOWN_SOURCE_TYPE,
                    "source_type",
                    String.join(
                            ", ",
                            known.stream().map(OxygenReference::sourceType).toList()),
                    sourceType);
            return working.notJudged();
        }
        working.cite(found.get().rule());
        return working.judged(found.get());
    }
}
