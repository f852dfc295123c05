package io.jianhu.standards;

import io.jianhu.standards.quantity.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** Writes {@code docs/FACTORS.md} from the factor catalogue and the units. */
final class FactorsPage {

    private FactorsPage() {}

    static MarkdownPage write(Factors factors) {
        MarkdownPage page = new MarkdownPage();
        page.line("""
                # Factors and units

                Written from `factors.tsv` and `Unit` of module `standards`. Do not edit: run
                `./mvnw -pl standards test -Dtest=FactorsPageTest -Djianhu.docs=write` after a change.

                Requests and rules name a factor by its key. Its codes of HJ 212, its CAS number, both names and the aliases find it as
                well; capital letters count. Units are those usual in air, waste gas, water, soil and sound. Molar masses are
                computed from conventional atomic weights for the formula as which the factor is expressed.
                """);
        page.heading(2, "Factors");
        page.tableHead(
                List.of("Key", "名称", "Name", "Units", "As", "g/mol", "CAS", "HJ 212-2017", "2005", "Also found as"));
        for (Factor factor : factors.listFactors()) {
            page.row(
                    "`" + factor.key() + "`",
                    factor.name().zh(),
                    factor.name().en(),
                    factor.units().entrySet().stream()
                            .map(entry -> entry.getKey().label() + " " + symbol(entry.getValue()))
                            .collect(Collectors.joining("; ")),
                    factor.formula().orElse(""),
                    factor.molarMass().map(FactorsPage::twoDecimals).orElse(""),
                    factor.cas().orElse(""),
                    String.join(" ", factor.codes()),
                    String.join(" ", factor.codes2005()),
                    String.join("; ", factor.aliases()));
        }
        page.heading(2, "Units");
        page.line("Units of one dimension turn into each other; between dimensions only what `UnitConversion` says.");
        page.line("");
        page.tableHead(List.of("Symbol", "Dimension", "In the base unit", "Also written"));
        for (Unit unit : Unit.values()) {
            page.row(
                    symbol(unit),
                    unit.dimension().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                    unit.factor().toPlainString()
                            + (unit.offset().signum() == 0
                                    ? ""
                                    : ", + " + unit.offset().toPlainString()),
                    unit.listSpellings().stream().skip(1).collect(Collectors.joining("; ")));
        }
        return page;
    }

    private static String symbol(Unit unit) {
        return unit.symbol().isEmpty() ? "–" : unit.symbol();
    }

    private static String twoDecimals(BigDecimal mass) {
        return mass.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
    }
}
