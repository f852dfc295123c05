package io.jianhu.standards;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.EditionComparison.Change;
import io.jianhu.standards.EditionComparison.ComparedCell;
import io.jianhu.standards.EditionComparison.ComparedRow;
import io.jianhu.standards.EditionComparison.ComparedTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditionComparisonTest {

    private final RuleBook rules = RuleBook.load();

    /** HJ 633: the breakpoints of PM2.5 and PM10 at IAQI 100 changed, no other. */
    @Test
    @Clause({"HJ 633-2012", "HJ 633-2026"})
    void of_the_breakpoints_two_cells_changed() {
        ComparedTable table = table("air-iaqi", compare("HJ 633-2012", "HJ 633-2026"));
        List<String> changed = table.rows().stream()
                .filter(row -> row.left().isPresent() && row.right().isPresent())
                .flatMap(row -> row.cells().stream()
                        .filter(cell -> cell.column().startsWith("c") && cell.change() == Change.CHANGED)
                        .map(cell -> row.key().get("factor") + " " + cell.column() + ": " + cell.left() + " to "
                                + cell.right()))
                .toList();
        assertThat(changed).containsExactlyInAnyOrder("PM10 c100: 150 to 120", "PM2.5 c100: 75 to 60");
    }

    @Test
    void the_phase_of_the_day_is_what_is_compared() {
        assertThat(annualLimit(compare("GB 3095-2012", "GB 3095-2026 transition")))
                .isEqualTo(new ComparedCell("class2", "35", "30"));
        assertThat(annualLimit(compare("GB 3095-2026 transition", "GB 3095-2026 final")))
                .isEqualTo(new ComparedCell("class2", "30", "25"));
    }

    @Test
    void an_edition_differs_from_itself_in_nothing() {
        for (ComparedTable table : compare("GB 3095-2012", "GB 3095-2012").tables()) {
            assertThat(table.count(Change.SAME)).isEqualTo(table.rows().size());
        }
    }

    @Test
    void what_only_one_side_has_is_added_or_removed() {
        for (ComparedTable table : compare("GB 3095-2012", "HJ 633-2026").tables()) {
            assertThat(table.rows())
                    .allSatisfy(row ->
                            assertThat(row.change()).isEqualTo(row.left().isPresent() ? Change.REMOVED : Change.ADDED));
        }
    }

    @Test
    void numbers_are_compared_as_numbers_and_words_as_words() {
        assertThat(new ComparedCell("x", "10", "10.0").change()).isEqualTo(Change.SAME);
        assertThat(new ComparedCell("x", "", "10").change()).isEqualTo(Change.ADDED);
        assertThat(new ComparedCell("x", "10", "").change()).isEqualTo(Change.REMOVED);
        assertThat(new ComparedCell("x", "≥ 5", "5").change()).isEqualTo(Change.CHANGED);
        assertThat(new ComparedCell("x", "", "").change()).isEqualTo(Change.SAME);
    }

    @Test
    void no_two_rows_of_an_edition_and_a_day_have_one_key() {
        for (RuleTable table : rules.listTables()) {
            for (Rule rule : table.rows()) {
                List<String> key = cells(table.keyColumns(), rule);
                assertThat(table.listOn(rule.validity().from()).stream()
                                .filter(other -> other.edition().equals(rule.edition()))
                                .filter(other -> !key.isEmpty()
                                        && cells(table.keyColumns(), other).equals(key))
                                .map(Rule::id))
                        .as("keys.tsv needs more columns for " + table.name() + ": " + key)
                        .hasSizeLessThan(2);
            }
        }
    }

    private static List<String> cells(List<String> columns, Rule rule) {
        return columns.stream().map(rule::text).toList();
    }

    private ComparedCell annualLimit(EditionComparison comparison) {
        ComparedRow row = table("air-limits", comparison).rows().stream()
                .filter(it -> it.key().equals(Map.of("factor", "PM2.5", "averaging", "year")))
                .findFirst()
                .orElseThrow();
        return row.cells().stream()
                .filter(cell -> cell.column().equals("class2"))
                .findFirst()
                .orElseThrow();
    }

    private static ComparedTable table(String name, EditionComparison comparison) {
        return comparison.tables().stream()
                .filter(table -> table.table().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private EditionComparison compare(String left, String right) {
        return EditionComparison.of(rules, side(left), side(right));
    }

    private EditionComparison.Side side(String version) {
        LocalDate day = rules.catalogue().findDay(version).orElseThrow();
        String id = version.replaceFirst(" (transition|final)$", "");
        return new EditionComparison.Side(rules.catalogue().findEdition(id).orElseThrow(), day);
    }
}
