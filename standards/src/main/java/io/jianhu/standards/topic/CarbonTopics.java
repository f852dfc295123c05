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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
    /** What people leave out of the name of a grid. */
    private static final Pattern SHORT_GRID = Pattern.compile("(省|区域)$");
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
                        MEASURED.stream().map(key -> Input.number(key, measured(key), unit(key))))
                .toList();
    }

    private static String unit(String key) {
        return switch (key) {
            case "FC" -> "t, 10⁴ Nm³";
            case "NCV" -> "GJ/t, GJ/10⁴ Nm³";
            case "CC" -> "tC/GJ";
            default -> "";
        };
    }

    private static Text measured(String key) {
        return switch (key) {
            case "FC" -> new Text("消耗量", "amount");
            case "NCV" -> new Text("低位发热量", "net calorific value");
            case "CC" -> new Text("单位热值含碳量", "carbon content");
            default -> new Text("碳氧化率 0..1", "oxidation, 0..1");
        };
    }

    private Judgement<Map<String, Object>> judge(Request request) {
        Working working = new Working();
        String set = request.findText(SET).orElseGet(() -> setOf(request));
        Map<String, BigDecimal> fuels = fuels(request, set, working);
        Optional<CarbonActivity.MeasuredFuel> measured = measured(request, fuels, working);
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
                request.findText(REGION).orElseGet(() -> gridOf(request.ruleVersion())),
                request.findNumber(HEAT),
                fuels,
                set,
                measured);
        return carbon.emission(activity).map(tonnes -> Map.of("tCO2", tonnes));
    }

    /** The first guideline that has every fuel. */
    private String setOf(Request request) {
        List<String> names = Stream.of(
                        request.mapNumbers(FUELS).keySet().stream(),
                        request.mapMatches(TONNES).keySet().stream().map(CarbonTopics::fuelName),
                        request.mapMatches(CUBIC_METRES).keySet().stream().map(CarbonTopics::fuelName))
                .flatMap(keys -> keys)
                .toList();
        return carbon.listFuels().stream()
                .map(rule -> rule.text("set"))
                .distinct()
                .filter(set -> names.stream()
                        .allMatch(name -> carbon.listFuels().stream()
                                .anyMatch(rule -> rule.text("set").equals(set) && isNamed(rule, name))))
                .findFirst()
                .orElse(CarbonActivity.DEFAULT_SET);
    }

    /** The grid that a rule version such as {@code 2023 factor, East China} names, the longest name first. */
    private String gridOf(String ruleVersion) {
        String version = ruleVersion.toLowerCase(Locale.ROOT);
        return carbon.listPowerFactors().stream()
                .filter(rule -> version.contains(rule.text("grid_en").toLowerCase(Locale.ROOT))
                        || version.contains(rule.text("grid").toLowerCase(Locale.ROOT))
                        || version.contains(rule.text("grid_zh"))
                        || version.contains(
                                SHORT_GRID.matcher(rule.text("grid_zh")).replaceAll("")))
                .max(Comparator.comparingInt(rule -> version.contains(rule.text("grid_zh"))
                        ? rule.text("grid_zh").length()
                        : rule.text("grid").length()))
                .map(rule -> rule.text("grid"))
                .orElse(CarbonActivity.NATIONAL);
    }

    private static String fuelName(String key) {
        return key.substring(0, key.lastIndexOf('_'));
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
        String name = fuelName(key);
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

    /** A fuel with factors of its own; its amount is FC, or the one fuel that is named, which then needs no default. */
    private static Optional<CarbonActivity.MeasuredFuel> measured(
            Request request, Map<String, BigDecimal> fuels, Working working) {
        long given = MEASURED.stream().filter(request::has).count();
        if (given == 0) {
            return Optional.empty();
        }
        if (given == MEASURED.size() - 1 && !request.has("FC") && fuels.size() == 1) {
            BigDecimal amount = fuels.values().iterator().next();
            fuels.clear();
            return Optional.of(new CarbonActivity.MeasuredFuel(
                    amount, request.getNumber("NCV"), request.getNumber("CC"), request.getNumber("OF")));
        }
        if (given < MEASURED.size()) {
            working.finding(PlanFinding.FACTORS_INCOMPLETE, "FC", String.join(", ", MEASURED), "");
            return Optional.empty();
        }
        return Optional.of(new CarbonActivity.MeasuredFuel(
                request.getNumber("FC"), request.getNumber("NCV"), request.getNumber("CC"), request.getNumber("OF")));
    }
}
