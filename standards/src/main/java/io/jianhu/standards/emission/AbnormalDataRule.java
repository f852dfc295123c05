package io.jianhu.standards.emission;

import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sign of abnormal automatic data with its default numbers; the alarm that watches for it sets its own. Most are practice
 * without a source: see the confidence of the rules.
 *
 * @param id such as {@code AB01}
 * @param key such as {@code constant}
 * @param scope what it is for: CEMS, WWM (waste-water monitoring), air or all
 * @param detection how it is seen
 * @param parameters by name
 * @param rules the rows, one for each parameter
 */
public record AbnormalDataRule(
        String id,
        String key,
        Text name,
        String scope,
        Text detection,
        Map<String, BigDecimal> parameters,
        List<Rule> rules) {

    /** Every sign, in the order of the table. */
    public static List<AbnormalDataRule> listRules(RuleBook book) {
        Map<String, List<Rule>> rows = new LinkedHashMap<>();
        for (Rule rule : book.getTable("emission-abnormal").rows()) {
            rows.computeIfAbsent(rule.text("rule"), _ -> new ArrayList<>()).add(rule);
        }
        return rows.values().stream().map(AbnormalDataRule::of).toList();
    }

    private static AbnormalDataRule of(List<Rule> rows) {
        Rule first = rows.getFirst();
        Map<String, BigDecimal> parameters = new LinkedHashMap<>();
        rows.forEach(row -> row.findText("parameter").ifPresent(name -> parameters.put(name, row.getNumber("value"))));
        return new AbnormalDataRule(
                first.text("rule"),
                first.text("key"),
                new Text(first.text("zh"), first.text("en")),
                first.text("scope"),
                new Text(first.text("detection_zh"), first.text("detection_en")),
                Map.copyOf(parameters),
                List.copyOf(rows));
    }
}
