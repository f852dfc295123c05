package io.jianhu.standards;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of the law: what every judgement cites.
 *
 * @param id stable and unique over all tables, such as {@code GB3095-2026/T1/PM2.5/24h}
 * @param edition the edition it stands in
 * @param clause table, section or annex of the edition, such as {@code 表1}
 * @param validity the days on which it holds, inside those of its edition
 * @param source where the row was read
 * @param confidence how well it is founded
 * @param evidence what a second source says, or why it is doubted; empty when nothing is to be said
 * @param cells the row as its table holds it, column name to text, in the order of the columns
 */
public record Rule(
        String id,
        Edition edition,
        String clause,
        Validity validity,
        String source,
        Confidence confidence,
        String evidence,
        Map<String, String> cells) {

    /** @throws IllegalStateException when the table has no such column */
    public String text(String column) {
        String text = cells.get(column);
        if (text == null) {
            throw new IllegalStateException(id + ": no column " + column + " among " + List.copyOf(cells.keySet()));
        }
        return text;
    }

    /** The cell, unless it is empty. */
    public Optional<String> findText(String column) {
        return Optional.of(text(column)).filter(text -> !text.isEmpty());
    }

    /** The cell as an exact decimal, unless it is empty. */
    public Optional<BigDecimal> findNumber(String column) {
        return findText(column).map(text -> {
            try {
                return new BigDecimal(text);
            } catch (NumberFormatException e) {
                throw new IllegalStateException(id + ": " + column + " is no number: " + text, e);
            }
        });
    }

    /** @throws IllegalStateException when the cell is empty or no number */
    public BigDecimal getNumber(String column) {
        return findNumber(column).orElseThrow(() -> new IllegalStateException(id + ": empty " + column));
    }
}
