package io.jianhu.standards.emission;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Flags and marks of automatic data and what they do to statistics and compliance (HJ 212, notices 2022 no. 21 and 2019
 * no. 50, the trial rule of thermal power of 2020). Immutable.
 *
 * <p>A mark of a person takes effect only with who, when, why and evidence; a false one counts as falsification.
 */
public final class DataMarks {

    private static final String TABLE = "emission-marks";
    private static final String FLAG_SCHEMES = "hj212";

    private final RuleBook rules;
    private final Parameters parameters;

    public DataMarks(RuleBook rules) {
        this.rules = rules;
        this.parameters = new Parameters(rules);
    }

    /** The schemes and their codes, {@code scheme/code}. */
    public List<String> listMarks() {
        return rules.getTable(TABLE).rows().stream()
                .map(rule -> rule.text("scheme") + "/" + rule.text("code"))
                .toList();
    }

    /**
     * The effect of a mark on data of the day.
     *
     * <p>An incomplete mark has no effect, a late one leaves the decision to an officer; both leave a finding. An unknown mark,
     * or one whose rule did not hold on the day, has no result.
     */
    public Judgement<MarkEffect> judge(DataMark mark, LocalDate day) {
        Working working = new Working();
        Optional<Rule> found = rules.getTable(TABLE).rows().stream()
                .filter(rule -> rule.text("scheme").equals(mark.scheme())
                        && (rule.text("code").equals(mark.code())
                                || rule.text("zh").equals(mark.code())))
                .findFirst();
        if (found.isEmpty()) {
            working.finding(
                    EmissionFinding.UNKNOWN_MARK,
                    "mark",
                    String.join(", ", listMarks()),
                    mark.scheme() + "/" + mark.code());
            return working.notJudged();
        }
        Rule rule = found.get();
        if (!mark.scheme().startsWith(FLAG_SCHEMES) && !rule.validity().covers(day)) {
            working.finding(
                    CommonFinding.NO_EDITION_ON_DATE,
                    "mark",
                    rule.edition().id() + " " + rule.validity().from() + "..",
                    day.toString());
            return working.notJudged();
        }
        working.cite(rule);
        boolean needsRecord = rule.text("needs_record").equals("yes");
        if (needsRecord && !mark.isComplete()) {
            working.finding(EmissionFinding.MARK_INCOMPLETE, "mark", "by, on, reason, evidence", describe(mark));
            return working.judged(MarkEffect.NONE);
        }
        MarkEffect effect = new MarkEffect(
                new Text(rule.text("zh"), rule.text("en")),
                MarkEffect.statistics(rule.text("statistics")),
                MarkEffect.compliance(rule.text("compliance")),
                rule.text("counts_hours").equals("yes"));
        if (needsRecord && mark.on().filter(on -> isLate(on, day)).isPresent()) {
            parameters.use("mark/deadline", working);
            working.finding(
                    EmissionFinding.MARK_LATE,
                    "mark.on",
                    "<= " + deadline(day),
                    mark.on().map(LocalDate::toString).orElse(""));
            return working.judged(effect.byOfficer());
        }
        return working.judged(effect);
    }

    private boolean isLate(LocalDate on, LocalDate day) {
        return on.isAfter(deadline(day));
    }

    private LocalDate deadline(LocalDate day) {
        return day.plusDays(parameters.read("mark/deadline").intValueExact());
    }

    private static String describe(DataMark mark) {
        return "by=" + mark.by().orElse("") + ", on="
                + mark.on().map(LocalDate::toString).orElse("") + ", reason="
                + mark.reason().orElse("") + ", evidence=" + mark.evidence().orElse("");
    }
}
