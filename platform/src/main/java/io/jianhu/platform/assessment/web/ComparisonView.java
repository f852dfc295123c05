package io.jianhu.platform.assessment.web;

import io.jianhu.platform.assessment.internal.Library;
import io.jianhu.standards.EditionComparison;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Two editions side by side. */
record ComparisonView(SideView left, SideView right, List<ComparedTableView> tables) {

    /**
     * An edition on one of its days.
     *
     * @param phase of the edition on the day, where it has phases
     */
    record SideView(EditionView edition, LocalDate day, EditionView.@Nullable PhaseView phase) {

        static SideView of(EditionComparison.Side side, Library library) {
            return new SideView(
                    EditionView.of(side.edition(), library),
                    side.day(),
                    side.edition()
                            .findPhase(side.day())
                            .map(EditionView.PhaseView::of)
                            .orElse(null));
        }
    }

    /** The rows of one table, those of the left first. */
    record ComparedTableView(
            String name,
            String titleZh,
            String titleEn,
            long changed,
            long added,
            long removed,
            long same,
            List<ComparedRowView> rows) {

        static ComparedTableView of(EditionComparison.ComparedTable compared) {
            return new ComparedTableView(
                    compared.table().name(),
                    compared.table().title().zh(),
                    compared.table().title().en(),
                    compared.count(EditionComparison.Change.CHANGED),
                    compared.count(EditionComparison.Change.ADDED),
                    compared.count(EditionComparison.Change.REMOVED),
                    compared.count(EditionComparison.Change.SAME),
                    compared.rows().stream()
                            .map(row -> ComparedRowView.of(row, compared))
                            .toList());
        }
    }

    /**
     * A rule of the left with that of the right.
     *
     * @param key what the row is about, by column
     * @param change same, changed, added (only right), removed (only left)
     */
    record ComparedRowView(
            Map<String, String> key,
            String change,
            @Nullable RuleView left,
            @Nullable RuleView right,
            List<ComparedCellView> cells) {

        static ComparedRowView of(EditionComparison.ComparedRow row, EditionComparison.ComparedTable compared) {
            return new ComparedRowView(
                    row.key(),
                    label(row.change()),
                    row.left().map(rule -> RuleView.of(compared.table(), rule)).orElse(null),
                    row.right().map(rule -> RuleView.of(compared.table(), rule)).orElse(null),
                    row.cells().stream().map(ComparedCellView::of).toList());
        }
    }

    /** One column of both; empty where there is nothing. */
    record ComparedCellView(String column, String left, String right, String change) {

        static ComparedCellView of(EditionComparison.ComparedCell cell) {
            return new ComparedCellView(cell.column(), cell.left(), cell.right(), label(cell.change()));
        }
    }

    static ComparisonView of(EditionComparison comparison, Library library) {
        return new ComparisonView(
                SideView.of(comparison.left(), library),
                SideView.of(comparison.right(), library),
                comparison.tables().stream().map(ComparedTableView::of).toList());
    }

    private static String label(EditionComparison.Change change) {
        return change.name().toLowerCase(Locale.ROOT);
    }
}
