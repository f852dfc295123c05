package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.emission.EmissionFinding;
import io.jianhu.standards.emission.WasteWater;
import io.jianhu.standards.emission.WasteWater.Period;
import io.jianhu.standards.emission.WasteWater.Product;
import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Arithmetic of waste water. */
final class WasteWaterTopics {

    private static final Input C =
            Input.numbers("C", new Text("各时段浓度", "concentrations"), "mg/L").needed();
    private static final Input Q =
            Input.numbers("Q", new Text("各时段流量", "flows"), "m³/h").needed();
    private static final Input DETECTION = Input.number(
            "detection_limit",
            new Text("检出限，低于它的浓度按未检出", "detection limit; lower values count as not detected"),
            "mg/L");

    private final WasteWater water;

    private WasteWaterTopics(RuleBook rules) {
        this.water = new WasteWater(rules);
    }

    static List<Topic> list(RuleBook rules) {
        WasteWaterTopics topics = new WasteWaterTopics(rules);
        return List.of(topics.flowWeightedMean(), topics.load(), topics.baseDrainage(), topics.meanPh());
    }

    private Topic flowWeightedMean() {
        return new Topic(
                "flow_weighted_mean",
                new Text("流量加权均值与排放量", "Flow-weighted mean and load"),
                new Text(
                        "日均浓度 = Σ(C×Q)/ΣQ，排放量 = Σ(C×Q)/1000；每个时段一小时。未检出在均值中按一半、在排放量中按零（SL 219-2013）。",
                        "Mean Σ(C×Q)/ΣQ and load Σ(C×Q)/1000 of periods of one hour. Below detection counts half in the mean and"
                                + " zero in the load (SL 219-2013)."),
                false,
                List.of(C, Q, DETECTION),
                List.of(Map.of("C", List.of(40, 60), "Q", List.of(10, 30))),
                this::judgeMean);
    }

    private Judgement<Map<String, Object>> judgeMean(Request request) {
        Working working = new Working();
        Optional<List<Period>> periods = periods(request, working);
        if (periods.isEmpty()) {
            return working.notJudged();
        }
        Optional<BigDecimal> mean = working.lean(water.flowWeightedMean(periods.get()));
        Optional<BigDecimal> load = mean.flatMap(_ -> working.lean(water.load(periods.get())));
        if (mean.isEmpty() || load.isEmpty()) {
            return working.notJudged();
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("mean", EmissionValues.written(mean.get()));
        result.put("load_kg", load.get());
        return working.judged(result);
    }

    private Topic load() {
        return new Topic(
                "load",
                new Text("废水污染物排放量", "Load of waste water"),
                new Text(
                        "排放量 = Σ(C×Q)/1000（mg/L，m³）；未检出按零（SL 219-2013）。", "Load Σ(C×Q)/1000; below detection is zero."),
                false,
                List.of(C, Q, DETECTION),
                List.of(Map.of("C", List.of(40, 60), "Q", List.of(10, 30))),
                request -> {
                    Working working = new Working();
                    return periods(request, working)
                            .map(periods -> water.load(periods).map(kg -> Map.<String, Object>of("load_kg", kg)))
                            .orElseGet(working::notJudged);
                });
    }

    private static Optional<List<Period>> periods(Request request, Working working) {
        List<BigDecimal> concentrations = request.listNumbers("C");
        List<BigDecimal> flows = request.listNumbers("Q");
        if (concentrations.size() != flows.size()) {
            working.finding(
                    EmissionFinding.LENGTHS_DIFFER,
                    "Q",
                    Integer.toString(concentrations.size()),
                    Integer.toString(flows.size()));
            return Optional.empty();
        }
        Optional<BigDecimal> limit = request.findNumber("detection_limit");
        if (limit.filter(l -> l.signum() <= 0).isPresent()) {
            working.finding(
                    CommonFinding.OUT_OF_RANGE,
                    "detection_limit",
                    "> 0",
                    limit.get().toPlainString());
            return Optional.empty();
        }
        List<Period> periods = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++) {
            BigDecimal value = concentrations.get(i);
            Reading reading = limit.filter(l -> value.signum() >= 0 && value.compareTo(l) < 0)
                    .<Reading>map(Reading.BelowDetection::new)
                    .orElseGet(() -> new Reading.Measured(value));
            periods.add(new Period(reading, flows.get(i)));
        }
        return Optional.of(periods);
    }

    private Topic baseDrainage() {
        return new Topic(
                "base_drainage",
                new Text("基准水量排放浓度", "Concentration at base drainage"),
                new Text(
                        "单位产品实际排水量超过基准排水量时 C基 = Q总/Σ(Yi×Qi基)×C实，否则用实测浓度。",
                        "Where the drainage per product is above the base: Q total/Σ(Y×Q base)×C, else the measured value."),
                false,
                List.of(
                        Input.number("C", new Text("实测浓度", "measured concentration"), "mg/L")
                                .needed(),
                        Input.number("Q_total", new Text("实际排水量", "actual drainage"), "m³")
                                .needed(),
                        Input.of("products", new Text("各产品产量", "output of each product"), Input.Kind.NUMBER_MAP)
                                .needed(),
                        Input.of(
                                        "base",
                                        new Text("各产品单位基准排水量", "base drainage for one unit of each product"),
                                        Input.Kind.NUMBER_MAP)
                                .needed()),
                List.of(Map.of(
                        "C", 60, "Q_total", 2000, "products", Map.of("woven", 10), "base", Map.of("woven", 140))),
                this::judgeBaseDrainage);
    }

    private Judgement<Map<String, Object>> judgeBaseDrainage(Request request) {
        Working working = new Working();
        Map<String, BigDecimal> base = request.mapNumbers("base");
        List<Product> products = new ArrayList<>();
        request.mapNumbers("products").forEach((name, output) -> {
            BigDecimal allowed = base.get(name);
            if (allowed == null) {
                working.finding(CommonFinding.MISSING_INPUT, "base." + name, "", "");
            } else {
                products.add(new Product(name, output, allowed));
            }
        });
        if (working.hasFindings()) {
            return working.notJudged();
        }
        return water.atBaseDrainage(request.getNumber("C"), request.getNumber("Q_total"), products)
                .map(value -> {
                    Map<String, Object> result = new LinkedHashMap<>();
                    result.put("C_base", EmissionValues.written(value.concentration()));
                    result.put("converted", value.excess());
                    return result;
                });
    }

    private Topic meanPh() {
        return new Topic(
                "mean_ph",
                new Text("pH 均值", "Mean pH"),
                new Text("按氢离子浓度平均：−lg(Σ10^−pH/n)。", "The mean of the hydrogen ions: −lg(Σ10^−pH/n)."),
                false,
                List.of(Input.numbers("pH", new Text("各次 pH", "readings"), "").needed()),
                List.of(Map.of("pH", List.of(6.0, 8.0))),
                request -> water.meanPh(request.listNumbers("pH"))
                        .map(value -> Map.of("pH", EmissionValues.written(value))));
    }
}
