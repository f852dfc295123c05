package io.jianhu.platform.assessment.web;

import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleTable;
import java.util.List;

/** A table of rules, or those of its rows that were asked for. */
record TableView(
        String name, String domain, String titleZh, String titleEn, List<String> columns, List<RuleView> rows) {

    static TableView of(RuleTable table, List<Rule> rows) {
        return new TableView(
                table.name(),
                table.domain(),
                table.title().zh(),
                table.title().en(),
                table.columns(),
                rows.stream().map(rule -> RuleView.of(table, rule)).toList());
    }
}
