package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.emission.FlueGas;
import io.jianhu.standards.emission.OxygenBasis;
import io.jianhu.standards.emission.OxygenConversion;
import io.jianhu.standards.emission.OxygenReference;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Arithmetic of flue gas. */
final class FlueGasTopics {

    private static final String GAS_UNIT = "mg/m³";

    private final RuleBook rules;
    private final FlueGas gas;

    private FlueGasTopics(RuleBook rules) {
        this.rules = rules;
        this.gas = new FlueGas(rules);
    }

    static List<Topic> list(RuleBook rules) {
        FlueGasTopics topics = new FlueGasTopics(rules);
        return List.of(
                topics.standardState(),
                topics.dryBasis(),
                topics.ppm(),
                topics.nitrogenOxides(),
                topics.excessAir(),
                topics.oxygenConversion(),
                topics.referenceOxygen(),
                topics.emissionRate(),
                topics.emissionAmount());
    }

    private Topic standardState() {
        return new Topic(
                "standard_state",
                new Text("标准状态换算", "Standard state"),
                new Text(
                        "Csn = Cs×101325/(Ba+Ps)×(273+ts)/273：由工况浓度、大气压、静压和烟温得标准状态浓度（HJ 75-2017 附录）。",
                        "Csn = Cs×101325/(Ba+Ps)×(273+ts)/273, from the state of the stack (HJ 75-2017 annex)."),
                false,
                List.of(
                        Input.number("Cs", new Text("工况浓度", "concentration in the stack"), GAS_UNIT)
                                .needed(),
                        Input.number("Ba_Pa", new Text("大气压", "pressure of the atmosphere"), "Pa"),
                        Input.number("Ba", new Text("大气压", "pressure of the atmosphere"), "Pa"),
                        Input.number("Ps_Pa", new Text("烟气静压", "static pressure of the gas"), "Pa"),
                        Input.number("Ps", new Text("烟气静压", "static pressure of the gas"), "Pa"),
                        Input.number("ts_C", new Text("烟气温度", "temperature of the gas"), "°C"),
                        Input.number("ts", new Text("烟气温度", "temperature of the gas"), "°C")),
                List.of(Map.of("Cs", 50, "Ba_Pa", 101000, "Ps_Pa", -200, "ts_C", 120)),
                this::judgeStandardState);
    }

    private Judgement<Map<String, Object>> judgeStandardState(Request request) {
        Working working = new Working();
        Optional<BigDecimal> barometric = EmissionValues.pick(request, working, "Ba_Pa", "Ba");
        Optional<BigDecimal> pressure = EmissionValues.pick(request, working, "Ps_Pa", "Ps");
        Optional<BigDecimal> celsius = EmissionValues.pick(request, working, "ts_C", "ts");
        if (barometric.isEmpty() || pressure.isEmpty() || celsius.isEmpty()) {
            return working.notJudged();
        }
        return gas.toStandardState(request.getNumber("Cs"), barometric.get(), pressure.get(), celsius.get())
                .map(value -> Map.of("Csn", EmissionValues.written(value)));
    }

    private Topic dryBasis() {
        return new Topic(
                "dry_basis",
                new Text("干基换算", "Dry basis"),
                new Text("Cdry = Cwet/(1−Xsw/100)（HJ 75-2017 附录）。", "Cdry = Cwet/(1−Xsw/100) (HJ 75-2017 annex)."),
                false,
                List.of(
                        Input.number("Cwet", new Text("湿基浓度", "wet concentration"), GAS_UNIT)
                                .needed(),
                        Input.number("Xsw_pct", new Text("烟气含湿量", "moisture of the gas"), "%")
                                .needed()),
                List.of(Map.of("Cwet", 90, "Xsw_pct", 10)),
                request -> gas.toDryBasis(request.getNumber("Cwet"), request.getNumber("Xsw_pct"))
                        .map(value -> Map.of("Cdry", EmissionValues.written(value))));
    }

    private Topic ppm() {
        return new Topic(
                "ppm",
                new Text("体积浓度换算", "Volume share to mass concentration"),
                new Text(
                        "C = M/22.4×ppm，标准状态；氮氧化物以 NO2 计（HJ 75-2017 附录）。",
                        "C = M/22.4×ppm at the standard state; NOx counts as NO2 (HJ 75-2017 annex)."),
                false,
                List.of(
                        Input.of("gas", new Text("气体", "gas"), Input.Kind.TEXT).needed(),
                        Input.number("ppm", new Text("体积浓度", "volume share"), "ppm")
                                .needed()),
                List.of(Map.of("gas", "SO2", "ppm", 100), Map.of("gas", "NOx", "ppm", 25)),
                request -> gas.massOfVolumeShare(request.getText("gas"), request.getNumber("ppm"))
                        .map(value -> Map.of("mg_m3", EmissionValues.written(value))));
    }

    private Topic nitrogenOxides() {
        return new Topic(
                "nox_as_no2",
                new Text("氮氧化物（以 NO2 计）", "Nitrogen oxides as NO2"),
                new Text("NOx = NO×46/30 + NO2，质量浓度（HJ 75-2017 附录）。", "NOx = NO×46/30 + NO2, mass concentrations."),
                false,
                List.of(
                        Input.number("NO", new Text("一氧化氮", "nitric oxide"), GAS_UNIT)
                                .needed(),
                        Input.number("NO2", new Text("二氧化氮", "nitrogen dioxide"), GAS_UNIT)
                                .needed()),
                List.of(Map.of("NO", 30, "NO2", 4)),
                request -> gas.nitrogenOxidesAsNo2(request.getNumber("NO"), request.getNumber("NO2"))
                        .map(value -> Map.of("NOx", EmissionValues.written(value))));
    }

    private Topic excessAir() {
        return new Topic(
                "excess_air",
                new Text("过量空气系数", "Excess-air coefficient"),
                new Text("由实测含氧量得过量空气系数：α = 21/(21−O2)。", "From the oxygen measured: α = 21/(21−O2)."),
                false,
                List.of(Input.number("o2", new Text("含氧量（干）", "oxygen, dry"), "%")
                        .needed()),
                List.of(Map.of("o2", 9)),
                request -> gas.excessAir(request.getNumber("o2"))
                        .map(value -> Map.of("alpha", EmissionValues.written(value))));
    }

    private Topic oxygenConversion() {
        return new Topic(
                "o2_conversion",
                new Text("含氧量折算", "Oxygen conversion"),
                new Text(
                        "C = C实测×(21−基准)/(21−实测氧)；危险废物、医疗废物焚烧的分母用助燃空气含氧量 o2_air；"
                                + "炉窑（GB 9078）用过量空气系数 alpha。基准直接给出，或由污染源类型查得。",
                        "C = measured×(21−reference)/(21−O2); for hazardous and medical waste the oxygen of the combustion air,"
                                + " o2_air, stands below; furnaces (GB 9078) take the excess-air coefficient alpha. The reference"
                                + " is given, or follows from the type of source."),
                false,
                List.of(
                        Input.number("measured", new Text("实测浓度（标干）", "measured, dry, standard state"), GAS_UNIT)
                                .needed(),
                        Input.number("o2_measured", new Text("实测含氧量（干）", "measured oxygen, dry"), "%"),
                        Input.number("o2_reference", new Text("基准含氧量", "reference oxygen"), "%"),
                        Input.choice(
                                "source_type",
                                new Text("污染源类型", "type of source"),
                                OxygenReference.listReferences(rules).stream()
                                        .map(reference -> new Input.Choice(reference.sourceType(), reference.title()))
                                        .toList()),
                        Input.number("o2_air", new Text("助燃空气含氧量 φ0", "oxygen of the combustion air φ0"), "%"),
                        Input.number("alpha", new Text("实测过量空气系数", "measured excess-air coefficient"), "")),
                List.of(
                        Map.of("measured", 30, "o2_measured", 9, "o2_reference", 6),
                        Map.of("measured", 60, "o2_measured", 12, "source_type", "hazardous-waste-incinerator")),
                this::judgeOxygenConversion);
    }

    private Judgement<Map<String, Object>> judgeOxygenConversion(Request request) {
        Working working = new Working();
        BigDecimal measured = request.getNumber("measured");
        Optional<BigDecimal> given = request.findNumber("o2_reference");
        Optional<OxygenReference> reference = request.findText("source_type")
                .filter(_ -> given.isEmpty())
                .flatMap(type -> working.lean(OxygenReference.judge(rules, type)));
        if (given.isEmpty() && reference.isEmpty()) {
            working.finding(CommonFinding.MISSING_INPUT, "o2_reference", "o2_reference | source_type", "");
            return working.notJudged();
        }
        boolean byExcessAir =
                reference.filter(r -> r.basis() == OxygenBasis.EXCESS_AIR).isPresent();
        String needed = byExcessAir ? "alpha" : "o2_measured";
        Optional<BigDecimal> state = request.findNumber(needed);
        if (state.isEmpty()) {
            working.finding(CommonFinding.MISSING_INPUT, needed, "", "");
            return working.notJudged();
        }
        BigDecimal number =
                given.orElseGet(() -> reference.map(OxygenReference::reference).orElseThrow());
        Judgement<OxygenConversion> conversion = byExcessAir
                ? gas.toReferenceExcessAir(measured, state.get(), number)
                : request.findNumber("o2_air")
                        .map(air -> gas.toReferenceOxygen(measured, state.get(), number, air))
                        .orElseGet(() -> gas.toReferenceOxygen(measured, state.get(), number));
        return working.lean(conversion)
                .map(c ->
                        working.<Map<String, Object>>judged(Map.of("converted", EmissionValues.written(c.converted()))))
                .orElseGet(working::notJudged);
    }

    private Topic referenceOxygen() {
        return new Topic(
                "o2_reference",
                new Text("基准含氧量", "Reference oxygen"),
                new Text(
                        "污染源类型的基准含氧量或过量空气系数。", "The reference oxygen, or excess-air coefficient, of a type of source."),
                false,
                List.of(Input.of("source_type", new Text("污染源类型", "type of source"), Input.Kind.TEXT)
                        .needed()),
                List.of(Map.of("source_type", "coal-power-boiler")),
                request -> OxygenReference.judge(rules, request.getText("source_type"))
                        .map(reference -> Map.of(
                                reference.basis() == OxygenBasis.EXCESS_AIR ? "alpha" : "o2_pct",
                                reference.reference(),
                                "formula",
                                reference.basis().label())));
    }

    private Topic emissionRate() {
        return new Topic(
                "emission_rate",
                new Text("排放速率", "Emission rate"),
                new Text(
                        "G = C×Q×10⁻⁶，C 用实测标干浓度，不用折算浓度（HJ 75-2017）。",
                        "G = C×Q×10⁻⁶ with the measured concentration, never the converted one (HJ 75-2017)."),
                false,
                List.of(
                        Input.number("C_mg_m3", new Text("实测浓度（标干）", "measured, dry, standard state"), GAS_UNIT)
                                .needed(),
                        Input.number("Q_dry_std_m3_h", new Text("标干流量", "flow, dry, standard state"), "m³/h")
                                .needed()),
                List.of(Map.of("C_mg_m3", 35, "Q_dry_std_m3_h", 200000)),
                request -> gas.emissionRate(request.getNumber("C_mg_m3"), request.getNumber("Q_dry_std_m3_h"))
                        .map(value -> Map.of("kg_h", value)));
    }

    private Topic emissionAmount() {
        return new Topic(
                "emission_amount",
                new Text("日、月排放量", "Amount of a day or month"),
                new Text("各小时排放速率之和；停运小时为零。", "The sum of the hourly rates; hours of shutdown are zero."),
                false,
                List.of(Input.numbers("kg_h", new Text("小时排放速率", "hourly rates"), "kg/h")
                        .needed()),
                List.of(Map.of("kg_h", List.of(7.0, 6.5, 0))),
                request -> gas.amount(request.listNumbers("kg_h")).map(value -> Map.of("kg", value)));
    }
}
