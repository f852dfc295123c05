package io.jianhu.platform.assessment.web;

import io.jianhu.platform.assessment.internal.Library;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleTable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table of rules.
 *
 * @param confidence two-sources, one-source, computed, from-memory, contradicted
 * @param verified false: nobody has checked it against a source that can be cited
 * @param evidence what a second source says, or why it is doubted
 * @param cells by column of the table, as text
 */
record RuleView(
        String id,
        String table,
        String edition,
        String clause,
        LocalDate from,
        @Nullable LocalDate to,
        String source,
        String confidence,
        boolean verified,
        String evidence,
        Map<String, String> cells) {

    static RuleView of(Library.Shelved shelved) {
        return of(shelved.table(), shelved.rule());
    }

    static RuleView of(RuleTable table, Rule rule) {
        Map<String, String> cells = new LinkedHashMap<>();
        table.columns().forEach(column -> cells.put(column, rule.text(column)));
        return new RuleView(
                rule.id(),
                table.name(),
                rule.edition().id(),
                rule.clause(),
                rule.validity().from(),
                rule.validity().to().orElse(null),
                rule.source(),
                rule.confidence().label(),
                rule.confidence().isVerified(),
                rule.evidence(),
                cells);
    }
}
