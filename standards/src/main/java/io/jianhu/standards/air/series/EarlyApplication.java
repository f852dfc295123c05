package io.jianhu.standards.air.series;

import io.jianhu.standards.Catalogue;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import java.time.LocalDate;
import java.util.List;

/**
 * Where GB 3095-2012 was applied before it held everywhere (环发[2012]11号). Whoever judges older data names the region;
 * nothing is guessed from the data.
 */
public final class EarlyApplication {

    private static final String NATION = "100000";

    private final Catalogue catalogue;
    private final List<Rule> rows;

    private EarlyApplication(Catalogue catalogue, List<Rule> rows) {
        this.catalogue = catalogue;
        this.rows = rows;
    }

    public static EarlyApplication of(RuleBook rules) {
        return new EarlyApplication(
                rules.catalogue(), rules.getTable("air-early-application").rows());
    }

    /**
     * The day whose rules judge data of the given day: the first day of the edition that the region applied early, and
     * cited then; otherwise the day itself.
     *
     * @param region six digits of GB/T 2260
     */
    public LocalDate ruleDay(LocalDate day, String region, Working working) {
        return rows.stream()
                .filter(row -> row.validity().covers(day) && covers(row.text("region"), region))
                .findFirst()
                .map(row -> catalogue
                        .findEdition(working.cite(row).text("applies"))
                        .orElseThrow()
                        .validity()
                        .from())
                .orElse(day);
    }

    private static boolean covers(String area, String region) {
        return area.equals(NATION) || region.startsWith(area.replaceAll("(00)+$", ""));
    }
}
