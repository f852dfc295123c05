package io.jianhu.standards.plan;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Edition;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The grade of an environmental incident: that of its worst criterion. "以上" includes the number, "以下" does not.
 *
 * <p>The generations of the rule disagree, so the day of the incident decides which one judges.
 */
public final class Incidents {

    private final RuleBook rules;

    public Incidents(RuleBook rules) {
        this.rules = rules;
    }

    /** What the grade is for. */
    public enum Instrument {
        /** The response: 国家突发环境事件应急预案. */
        RESPONSE("国家突发环境事件应急预案"),
        /** The report: 突发环境事件信息报告办法, whose numbers differ. */
        REPORT("突发环境事件信息报告办法");

        private final String family;

        Instrument(String family) {
            this.family = family;
        }
    }

    /**
     * The grade.
     *
     * @param numbers {@code deaths}, {@code injured} (poisoned or badly injured), {@code evacuated}, {@code loss} (direct
     *     loss in 10 000 CNY); what is not known is left out and does not count
     * @param choices {@code water_source}, {@code ecology}, {@code cross_border}
     */
    public Judgement<IncidentGrade> grade(
            Instrument instrument, Map<String, BigDecimal> numbers, Map<String, String> choices, LocalDate day) {
        Working working = new Working();
        Optional<Edition> edition = rules.catalogue().findEdition(instrument.family, day, working);
        if (numbers.isEmpty() && choices.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "input", "deaths, injured, evacuated, loss", "");
        }
        if (edition.isEmpty() || working.hasFindings()) {
            return working.notJudged();
        }
        List<Rule> rows = rules.getTable("incident-grades").rows().stream()
                .filter(rule -> rule.edition().equals(edition.get()))
                .toList();
        numbers.forEach((criterion, value) -> refuse(criterion, value, rows, working));
        choices.forEach((criterion, value) -> refuse(criterion, value, rows, working));
        if (working.hasFindings()) {
            return working.notJudged();
        }
        IncidentGrade worst = IncidentGrade.IV;
        for (Rule row : rows) {
            if (isMet(row, numbers, choices)) {
                IncidentGrade grade = IncidentGrade.valueOf(row.text("grade"));
                worst = grade.compareTo(worst) > 0 ? grade : worst;
            }
        }
        IncidentGrade grade = worst;
        rows.stream()
                .filter(row -> row.text("grade").equals(grade.name()) && isMet(row, numbers, choices))
                .forEach(row -> {
                    working.cite(row);
                    row.findNumber("at_least")
                            .ifPresent(bound -> working.step(
                                    new Text(
                                            row.text("criterion") + " "
                                                    + grade.title().zh(),
                                            row.text("criterion")),
                                    numbers.get(row.text("criterion")) + " >= " + bound.toPlainString(),
                                    bound,
                                    ""));
                });
        if (grade == IncidentGrade.IV) {
            rows.stream()
                    .filter(row ->
                            numbers.containsKey(row.text("criterion")) || choices.containsKey(row.text("criterion")))
                    .forEach(working::cite);
        }
        return working.judged(grade);
    }

    private static boolean isMet(Rule row, Map<String, BigDecimal> numbers, Map<String, String> choices) {
        BigDecimal number = numbers.get(row.text("criterion"));
        if (number != null) {
            return number.compareTo(row.getNumber("at_least")) >= 0;
        }
        return row.text("choice").equals(choices.get(row.text("criterion")));
    }

    private static void refuse(String criterion, BigDecimal value, List<Rule> rows, Working working) {
        if (value.signum() < 0) {
            working.finding(CommonFinding.NEGATIVE, criterion, ">= 0", value.toPlainString());
        }
        if (rows.stream()
                .noneMatch(row -> row.text("criterion").equals(criterion)
                        && row.findText("at_least").isPresent())) {
            working.finding(CommonFinding.NO_RULE, criterion, criteria(rows), criterion);
        }
    }

    private static void refuse(String criterion, String value, List<Rule> rows, Working working) {
        List<String> known = rows.stream()
                .filter(row -> row.text("criterion").equals(criterion))
                .map(row -> row.text("choice"))
                .toList();
        if (!known.contains(value)) {
            working.finding(CommonFinding.UNKNOWN_CHOICE, criterion, String.join(", ", known), value);
        }
    }

    private static String criteria(List<Rule> rows) {
        return String.join(
                ", ", rows.stream().map(row -> row.text("criterion")).distinct().toList());
    }
}
