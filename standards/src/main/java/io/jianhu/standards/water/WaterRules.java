package io.jianhu.standards.water;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The rule files of the domain as the calculators ask for them: by name, by factor, by day. */
final class WaterRules {

    static final String GB_3838 = "GB 3838";
    static final String EVALUATION = "环办[2011]22号";

    private final RuleBook book;

    WaterRules(RuleBook book) {
        this.book = book;
    }

    /** Whether an edition of the family holds on the day; a finding names the days otherwise. */
    boolean hasEdition(String family, LocalDate day, Working working) {
        return book.catalogue().findEdition(family, day, working).isPresent();
    }

    List<Rule> listOn(String table, LocalDate day) {
        return book.getTable(table).listOn(day);
    }

    List<Rule> listAll(String table) {
        return book.getTable(table).rows();
    }

    /** The number of a method on the day, cited; a finding when no row holds. */
    Optional<BigDecimal> findMethod(String name, LocalDate day, Working working) {
        Optional<Rule> rule = listOn("water-methods", day).stream()
                .filter(row -> row.text("name").equals(name))
                .findFirst();
        if (rule.isEmpty()) {
            working.finding(CommonFinding.NO_RULE, name, "", day.toString());
        }
        return rule.map(row -> working.cite(row).getNumber("value"));
    }

    /**
     * The number of a method in an edition that is known to hold on the day.
     *
     * @throws IllegalStateException when the file has no such row
     */
    BigDecimal getMethod(String name, LocalDate day, Working working) {
        return findMethod(name, day, working)
                .orElseThrow(() -> new IllegalStateException("no method " + name + " on " + day));
    }

    int getCount(String name, LocalDate day, Working working) {
        return getMethod(name, day, working).intValueExact();
    }

    /** The decimals of single values, {@code decimals}, or of means, {@code mean_decimals}. */
    Grader.Decimals decimalsOn(LocalDate day, String column) {
        List<Rule> rows = listOn("water-decimals", day);
        return (factor, working) -> rows.stream()
                .filter(row -> row.text("factor").equals(factor))
                .findFirst()
                .map(row -> working.cite(row).getNumber(column).intValueExact());
    }
}
