package io.jianhu.standards.plan;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Carbon dioxide of energy: fuel = FC·NCV·CC·OF·44/12, electricity by the factor of its year, heat.
 *
 * <p>The defaults of coal differ from guideline to guideline: the set used stands in the citations. A year without a factor
 * gives no result: whoever takes the factor of another year says so.
 */
public final class Carbon {

    private static final MathContext EXACT = new MathContext(34);
    private static final BigDecimal CO2 = BigDecimal.valueOf(44);
    private static final BigDecimal C = BigDecimal.valueOf(12);
    /** kg to t. */
    private static final int KILO = 3;
    /** Carbon per GJ of every fuel lies far below this; a value in tC/TJ lies above. */
    private static final BigDecimal MOST_CARBON = new BigDecimal("0.5");
    /** 0.1 kg. */
    private static final Rounding TONNES = Rounding.halfEven(4);

    private final RuleBook rules;

    public Carbon(RuleBook rules) {
        this.rules = rules;
    }

    /** The defaults of every guideline. */
    public List<Rule> listFuels() {
        return rules.getTable("carbon-fuels").rows();
    }

    /** The factors of electricity of every year. */
    public List<Rule> listPowerFactors() {
        return rules.getTable("carbon-power").rows();
    }

    /** Tonnes of CO₂, four decimals. */
    public Judgement<BigDecimal> emission(CarbonActivity activity) {
        Working working = new Working();
        refuse(activity, working);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, BigDecimal> fuel : activity.fuels().entrySet()) {
            sum = sum.add(fuel(fuel.getKey(), fuel.getValue(), activity.factorSet(), working), EXACT);
        }
        if (activity.measured().isPresent()) {
            sum = sum.add(measured(activity.measured().get(), working), EXACT);
        }
        if (activity.electricity().isPresent()) {
            sum = sum.add(electricity(activity.electricity().get(), activity.grid(), activity.day(), working), EXACT);
        }
        if (activity.heat().isPresent()) {
            sum = sum.add(heat(activity.heat().get(), working), EXACT);
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        return working.judged(working.step(new Text("二氧化碳排放量", "carbon dioxide"), "Σ", sum, TONNES, "tCO2"));
    }

    private static void refuse(CarbonActivity activity, Working working) {
        if (activity.electricity().isEmpty()
                && activity.heat().isEmpty()
                && activity.fuels().isEmpty()
                && activity.measured().isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "input", "electricity, heat or fuels", "");
        }
        activity.electricity().ifPresent(value -> refuseNegative("electricity_kWh", value, working));
        activity.heat().ifPresent(value -> refuseNegative("heat_GJ", value, working));
        activity.fuels().forEach((fuel, amount) -> refuseNegative(fuel, amount, working));
        activity.measured().ifPresent(fuel -> {
            refuseNegative("FC", fuel.amount(), working);
            refuseNegative("NCV", fuel.ncv(), working);
            refuseOutside("CC", fuel.carbon(), MOST_CARBON, "tC/GJ", working);
            refuseOutside("OF", fuel.oxidation(), BigDecimal.ONE, "", working);
        });
    }

    private static void refuseNegative(String place, BigDecimal value, Working working) {
        if (value.signum() < 0) {
            working.finding(CommonFinding.NEGATIVE, place, ">= 0", value.toPlainString());
        }
    }

    private static void refuseOutside(String place, BigDecimal value, BigDecimal most, String unit, Working working) {
        if (value.signum() < 0 || value.compareTo(most) > 0) {
            working.finding(
                    CommonFinding.OUT_OF_RANGE,
                    place,
                    ("0.." + most.toPlainString() + " " + unit).strip(),
                    value.toPlainString());
        }
    }

    private BigDecimal fuel(String fuel, BigDecimal amount, String factorSet, Working working) {
        List<Rule> set = listFuels().stream()
                .filter(rule -> rule.text("set").equals(factorSet))
                .toList();
        Optional<Rule> row = set.stream()
                .filter(rule -> rule.text("fuel").equalsIgnoreCase(fuel)
                        || rule.text("fuel_zh").equals(fuel))
                .findFirst();
        if (row.isEmpty()) {
            working.finding(
                    CommonFinding.UNKNOWN_FACTOR,
                    fuel,
                    String.join(
                            ", ", set.stream().map(rule -> rule.text("fuel")).toList()),
                    fuel);
            return BigDecimal.ZERO;
        }
        working.cite(row.get());
        Optional<BigDecimal> oxidation = row.get().findNumber("oxidation");
        if (oxidation.isEmpty()) {
            working.finding(
                    PlanFinding.OXIDATION_UNKNOWN,
                    fuel,
                    "0..1",
                    row.get().edition().id());
            return BigDecimal.ZERO;
        }
        return burnt(
                new Text(
                        row.get().text("fuel_zh") + " [" + row.get().edition().id() + "]",
                        row.get().text("fuel_en") + " [" + row.get().text("set") + "]"),
                new CarbonActivity.MeasuredFuel(
                        amount, row.get().getNumber("ncv"), row.get().getNumber("carbon"), oxidation.get()),
                working);
    }

    private BigDecimal measured(CarbonActivity.MeasuredFuel fuel, Working working) {
        working.cite(rules.findRule("carbon/combustion").orElseThrow());
        return burnt(new Text("实测参数燃料", "fuel with measured factors"), fuel, working);
    }

    private static BigDecimal burnt(Text label, CarbonActivity.MeasuredFuel fuel, Working working) {
        BigDecimal emission = fuel.amount()
                .multiply(fuel.ncv())
                .multiply(fuel.carbon())
                .multiply(fuel.oxidation())
                .multiply(CO2)
                .divide(C, EXACT);
        return working.step(
                label,
                fuel.amount().toPlainString() + "×" + fuel.ncv().toPlainString() + "×"
                        + fuel.carbon().toPlainString() + "×" + fuel.oxidation().toPlainString() + "×44/12",
                emission,
                "tCO2");
    }

    private BigDecimal electricity(BigDecimal kWh, String grid, Optional<LocalDate> day, Working working) {
        List<Rule> rows = listPowerFactors().stream()
                .filter(rule -> rule.text("grid").equals(grid))
                .toList();
        if (rows.isEmpty()) {
            working.finding(
                    CommonFinding.UNKNOWN_CHOICE,
                    "region",
                    String.join(
                            ", ",
                            listPowerFactors().stream()
                                    .map(rule -> rule.text("grid"))
                                    .distinct()
                                    .toList()),
                    grid);
            return BigDecimal.ZERO;
        }
        if (rows.stream().anyMatch(rule -> rule.text("purpose").equals("baseline"))) {
            rows.forEach(working::cite);
            working.finding(PlanFinding.BASELINE_FACTOR, "region", CarbonActivity.NATIONAL, grid);
            return BigDecimal.ZERO;
        }
        if (day.isEmpty()) {
            working.finding(PlanFinding.YEAR_NEEDED, "year", years(rows), "");
            return BigDecimal.ZERO;
        }
        Optional<Rule> row =
                rows.stream().filter(rule -> rule.validity().covers(day.get())).findFirst();
        if (row.isEmpty()) {
            working.finding(
                    CommonFinding.NO_EDITION_ON_DATE,
                    "year",
                    years(rows),
                    String.valueOf(day.get().getYear()));
            return BigDecimal.ZERO;
        }
        working.cite(row.get());
        return working.step(
                new Text(
                        "电力 " + row.get().text("grid_zh") + " " + day.get().getYear(),
                        "electricity " + row.get().text("grid_en") + " "
                                + day.get().getYear()),
                kWh.toPlainString() + "×" + row.get().text("co2") + "/1000",
                kWh.multiply(row.get().getNumber("co2")).movePointLeft(KILO),
                "tCO2");
    }

    private static String years(List<Rule> rows) {
        return String.join(
                ", ",
                rows.stream()
                        .map(rule -> String.valueOf(rule.validity().from().getYear()))
                        .sorted()
                        .toList());
    }

    private BigDecimal heat(BigDecimal gigajoules, Working working) {
        Rule row = working.cite(rules.findRule("carbon/heat").orElseThrow());
        return working.step(
                new Text("热力", "heat"),
                gigajoules.toPlainString() + "×" + row.text("co2"),
                gigajoules.multiply(row.getNumber("co2")),
                "tCO2");
    }
}
