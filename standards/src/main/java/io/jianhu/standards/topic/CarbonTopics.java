package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.plan.Carbon;
import io.jianhu.standards.plan.CarbonActivity;
import io.jianhu.standards.plan.PlanFinding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Month;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Carbon dioxide of energy. */
final class CarbonTopics {

    private static final String ELECTRICITY = "electricity_kWh";
    private static final String ELECTRICITY_MWH = "electricity_MWh";
    private static final String HEAT = "heat_GJ";
    private static final String YEAR = "year";
    private static final String REGION = "region";
    private static final String SET = "factor_set";
    private static final String FUELS = "fuels";
    private static final String TONNES = "{name}_t";
    private static final String CUBIC_METRES = "{name}_Nm3";
    private static final List<String> MEASURED = List.of("FC", "NCV", "CC", "OF");
    /** The amount unit of gases in the table of fuels is 10⁴ Nm³. */
    private static final int TEN_THOUSAND = 4;

    private final Carbon carbon;

    private CarbonTopics(RuleBook rules) {
        this.carbon = new Carbon(rules);
    }

    static List<Topic> list(RuleBook rules) {
        return List.of(new CarbonTopics(rules).carbon());
    }

    private Topic carbon() {
        return new Topic(
                "carbon",
                new Text("能源二氧化碳排放", "Carbon dioxide of energy"),
                new Text(
                        "电力按数据所属年份和电网的平均因子，热力按缺省因子，燃料按 FC·NCV·CC·OF·44/12。燃料键如 烟煤_t、diesel_t、natural_gas_Nm3，"
                                + "或在 fuels 中按名称给出（吨，气体为 10⁴ Nm³）；缺省值取自 factor_set 指明的指南，缺省为 24 个行业核算指南。"
                                + "规则版本写 2023 factor 指明因子年份。",
                        "Electricity by the average factor of its year and grid, heat by the default, fuels as FC·NCV·CC·OF·44/12. Keys of"
                                + " fuels are such as 烟煤_t, diesel_t, natural_gas_Nm3, or names in fuels (t, gases 10⁴ Nm³); defaults"
                                + " are of the guideline in factor_set, the 24 industries if none. The rule version 2023 factor names"
                                + " the year."),
                false,
                inputs(),
                List.of(
                        Map.of(ELECTRICITY, 1000000, YEAR, 2023),
                        Map.of("diesel_t", 12.5, "natural_gas_Nm3", 30000, HEAT, 400)),
                this::judge);
    }

    private List<Input> inputs() {
        return Stream.concat(
                        Stream.of(
                                Input.number(ELECTRICITY, new Text("电量", "electricity"), "kWh"),
                                Input.number(ELECTRICITY_MWH, new Text("电量", "electricity"), "MWh"),
                                Input.choice(
                                        REGION,
                                        new Text("电网", "grid"),
                                        carbon.listPowerFactors().stream()
                                                .map(rule -> new Input.Choice(
                                                        rule.text("grid"),
                                                        new Text(rule.text("grid_zh"), rule.text("grid_en"))))
                                                .distinct()
                                                .toList()),
                                Input.number(YEAR, new Text("年份", "year"), ""),
                                Input.number(HEAT, new Text("热力", "heat"), "GJ"),
                                Input.number(TONNES, new Text("燃料", "fuel"), "t"),
                                Input.number(CUBIC_METRES, new Text("气体燃料", "gas"), "Nm³"),
                                Input.of(FUELS, new Text("燃料", "fuels"), Input.Kind.NUMBER_MAP),
                                Input.choice(
                                        SET,
                                        new Text("缺省值所属指南", "guideline of the defaults"),
                                        carbon.listFuels().stream()
                                                .map(rule -> new Input.Choice(
                                                        rule.text("set"),
                                                        rule.edition().title()))
                                                .distinct()
                                                .toList())),
                        MEASURED.stream().map(key -> Input.number(key, measured(key), "")))
                .toList();
    }

    private static Text measured(String key) {
        return switch (key) {
            case "FC" -> new Text("消耗量 t 或 10⁴ Nm³", "amount, t or 10⁴ Nm³");
            case "NCV" -> new Text("低位发热量 GJ", "net calorific value, GJ");
            case "CC" -> new Text("单位热值含碳量 tC/GJ", "carbon content, tC/GJ");
            default -> new Text("碳氧化率 0..1", "oxidation, 0..1");
        };
    }

    private Judgement<Map<String, Object>> judge(Request request) {
        Working working = new Working();
        String set = request.findText(SET).orElse(CarbonActivity.DEFAULT_SET);
        Map<String, BigDecimal> fuels = fuels(request, set, working);
        Optional<CarbonActivity.MeasuredFuel> measured = measured(request, working);
        Optional<LocalDate> day = dayOf(request, working);
        if (request.has(ELECTRICITY) && request.has(ELECTRICITY_MWH)) {
            working.finding(CommonFinding.UNKNOWN_INPUT, ELECTRICITY_MWH, "one of the two", ELECTRICITY);
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        CarbonActivity activity = new CarbonActivity(
                day,
                request.findNumber(ELECTRICITY)
                        .or(() -> request.findNumber(ELECTRICITY_MWH).map(value -> value.movePointRight(3))),
                request.findText(REGION).orElse(CarbonActivity.NATIONAL),
                request.findNumber(HEAT),
                fuels,
                set,
                measured);
        return carbon.emission(activity).map(tonnes -> Map.of("tCO2", tonnes));
    }

    private static Optional<LocalDate> dayOf(Request request, Working working) {
        Optional<BigDecimal> year = request.findNumber(YEAR);
        if (year.isEmpty()) {
            return Optional.of(request.day()).filter(day -> !day.equals(LocalDate.EPOCH));
        }
        if (!year.get().toPlainString().matches("(19|20)\\d\\d")) {
            working.finding(
                    CommonFinding.OUT_OF_RANGE, YEAR, "2012..", year.get().toPlainString());
            return Optional.empty();
        }
        return Optional.of(LocalDate.of(year.get().intValueExact(), Month.DECEMBER, 31));
    }

    private Map<String, BigDecimal> fuels(Request request, String set, Working working) {
        Map<String, BigDecimal> fuels = new LinkedHashMap<>(request.mapNumbers(FUELS));
        request.mapMatches(TONNES).forEach((key, amount) -> put(fuels, key, "t", amount, set, working));
        request.mapMatches(CUBIC_METRES)
                .forEach(
                        (key, amount) -> put(fuels, key, "10^4 Nm³", amount.movePointLeft(TEN_THOUSAND), set, working));
        return fuels;
    }

    private void put(
            Map<String, BigDecimal> fuels, String key, String unit, BigDecimal amount, String set, Working working) {
        String name = key.substring(0, key.lastIndexOf('_'));
        Optional<String> wanted = carbon.listFuels().stream()
                .filter(rule -> rule.text("set").equals(set) && isNamed(rule, name))
                .map(rule -> rule.text("amount_unit"))
                .findFirst();
        if (wanted.isPresent() && !wanted.get().equals(unit)) {
            working.finding(CommonFinding.UNIT_MISMATCH, key, wanted.get(), unit);
        }
        if (fuels.put(name, amount) != null) {
            working.finding(CommonFinding.UNKNOWN_INPUT, key, "one amount a fuel", name);
        }
    }

    private static boolean isNamed(Rule rule, String name) {
        return rule.text("fuel").equalsIgnoreCase(name) || rule.text("fuel_zh").equals(name);
    }

    private static Optional<CarbonActivity.MeasuredFuel> measured(Request request, Working working) {
        long given = MEASURED.stream().filter(request::has).count();
        if (given == 0) {
            return Optional.empty();
        }
        if (given < MEASURED.size()) {
            working.finding(PlanFinding.FACTORS_INCOMPLETE, "FC", String.join(", ", MEASURED), "");
            return Optional.empty();
        }
        return Optional.of(new CarbonActivity.MeasuredFuel(
                request.getNumber("FC"), request.getNumber("NCV"), request.getNumber("CC"), request.getNumber("OF")));
    }
}
