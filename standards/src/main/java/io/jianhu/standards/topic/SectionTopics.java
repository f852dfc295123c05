package io.jianhu.standards.topic;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.quantity.Reading;
import io.jianhu.standards.water.Attainment;
import io.jianhu.standards.water.MeanValue;
import io.jianhu.standards.water.Period;
import io.jianhu.standards.water.SectionClass;
import io.jianhu.standards.water.SectionStatistics;
import io.jianhu.standards.water.SurfaceWater;
import io.jianhu.standards.water.WaterClass;
import io.jianhu.standards.water.WaterItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Sections of rivers and points of lakes: class, attainment, means. */
final class SectionTopics {

    private static final String TARGET = "target";
    private static final String FACTOR = "factor";
    private static final String VALUE = "value";
    private static final String VALUES = "values";
    private static final String PERIOD = "period";
    private static final String TIMES = "times";
    private static final String POINTS = "points";
    private static final String MANUAL = "manual";
    private static final String AUTOMATIC = "automatic";
    /** Asked for with every lake sample, but without a class. */
    private static final List<Input> TROPHIC_ONLY = List.of(
            Input.concentration("chla", new Text("叶绿素a（不参与类别）", "chlorophyll a (no class)"), "mg/m³"),
            Input.concentration("SD", new Text("透明度（不参与类别）", "transparency (no class)"), "m"));

    private final SurfaceWater surfaceWater;
    private final SectionStatistics statistics;
    private final List<WaterItem> items;

    private SectionTopics(RuleBook rules) {
        this.surfaceWater = new SurfaceWater(rules);
        this.statistics = new SectionStatistics(rules);
        this.items = surfaceWater.listItems();
    }

    static List<Topic> list(RuleBook rules) {
        SectionTopics topics = new SectionTopics(rules);
        return List.of(
                topics.waterClass(),
                topics.itemClass(),
                topics.attainment(),
                topics.mean(),
                topics.phMean(),
                topics.lakeMean(),
                topics.merge());
    }

    private Topic waterClass() {
        return new Topic(
                "water_class",
                new Text("断面水质类别", "Class of a water section"),
                new Text(
                        "由各项浓度得出断面类别、水质状况和主要污染指标（GB 3838 表1，环办[2011]22号）。总氮和粪大肠菌群不参与，河流不评总氮。",
                        "From concentrations to the class of a section, its status and main pollution items (GB 3838 table 1,"
                                + " 环办[2011]22号). Total nitrogen and faecal coliforms do not count."),
                true,
                withBody(TROPHIC_ONLY),
                List.of(
                        Map.of("water_body", "river", "CODMn", "4.5", "NH3N", "0.62", "TP", "0.12", "DO", "6.2"),
                        Map.of("water_body", "lake", "TP", "0.06", "TN", "1.2", "Cu", "0.001L", "pH", "8.1")),
                this::judgeClass);
    }

    private Judgement<Map<String, Object>> judgeClass(Request request) {
        return surfaceWater
                .judgeSection(WaterInputs.sample(request, items), WaterInputs.waterBody(request), request.day())
                .map(SectionTopics::plainClass);
    }

    static Map<String, Object> plainClass(SectionClass section) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("class", section.waterClass().label());
        plain.put("main", WaterInputs.plainItems(section.main()));
        plain.put("status", section.status().title().zh());
        return plain;
    }

    private Topic itemClass() {
        return new Topic(
                "water_item_class",
                new Text("单项水质类别", "Class of one item"),
                new Text(
                        "一项浓度的类别（GB 3838 表1），总氮（湖、库）和粪大肠菌群也可。",
                        "The class of one concentration (GB 3838 table 1), total nitrogen of lakes and faecal coliforms too."),
                true,
                List.of(
                        WaterInputs.waterBody(),
                        factor(),
                        Input.concentration(VALUE, new Text("浓度", "concentration"), "")
                                .needed()),
                List.of(Map.of("water_body", "lake", "factor", "TN", "value", "1.2")),
                request -> surfaceWater
                        .judgeItem(
                                request.getText(FACTOR),
                                request.findReading(VALUE).orElseThrow(),
                                WaterInputs.waterBody(request),
                                request.day())
                        .map(grade -> Map.of("class", grade.grade().label())));
    }

    private Topic attainment() {
        return new Topic(
                "section_attainment",
                new Text("功能区达标", "Attainment of the function zone"),
                new Text(
                        "断面是否达到功能区目标类别，超标项目及对目标限值的超标倍数。",
                        "Whether a section meets the target class of its zone; items above it with multiples of its limits."),
                true,
                withBody(List.of(WaterInputs.targetClass(TARGET, new Text("目标类别", "target class")))),
                List.of(Map.of("water_body", "river", "target", "II", "CODMn", "4.5", "NH3N", "0.62", "DO", "6.2")),
                this::judgeAttainment);
    }

    private Judgement<Map<String, Object>> judgeAttainment(Request request) {
        WaterClass target = WaterClass.findByLabel(request.getText(TARGET)).orElseThrow();
        return surfaceWater
                .judgeAttainment(
                        WaterInputs.sample(request, items), WaterInputs.waterBody(request), target, request.day())
                .map(SectionTopics::plainAttainment);
    }

    private static Map<String, Object> plainAttainment(Attainment attainment) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("class", attainment.sample().grade().label());
        plain.put("target", attainment.target().label());
        plain.put("attains", attainment.attains());
        plain.put("exceeding", WaterInputs.plainItems(attainment.exceeding()));
        return plain;
    }

    private Topic mean() {
        return new Topic(
                "section_mean",
                new Text("断面时段均值", "Mean of a section over a period"),
                new Text(
                        "月、季、年均值：季不少于 2 次，年为 12 个月（冰封期等不少于 8 个月）；未检出按检出限一半计，pH 按氢离子浓度平均。",
                        "Mean of a month, quarter (two values or more) or year (twelve months, eight at least where ice prevents"
                                + " sampling); below detection half the limit, pH by hydrogen ions."),
                true,
                List.of(
                        factor(),
                        period(),
                        Input.records(
                                        VALUES,
                                        new Text("各次结果", "values"),
                                        List.of(Input.concentration(VALUE, new Text("浓度", "concentration"), "")
                                                .needed()))
                                .needed()),
                List.of(Map.of(
                        "factor",
                        "NH3N",
                        "period",
                        "quarter",
                        "values",
                        List.of(Map.of("value", "0.42"), Map.of("value", "0.025L"), Map.of("value", "0.31")))),
                request -> statistics
                        .judgePeriod(
                                request.getText(FACTOR),
                                request.listRecords(VALUES).stream()
                                        .map(one -> one.findReading(VALUE).orElseThrow())
                                        .toList(),
                                period(request),
                                request.day())
                        .map(SectionTopics::plainMean));
    }

    private static Map<String, Object> plainMean(MeanValue mean) {
        return Map.of("value", mean.value(), "values", mean.values());
    }

    private Topic phMean() {
        return new Topic(
                "ph_mean",
                new Text("pH 均值", "Mean of pH"),
                new Text("由氢离子浓度的算术平均得出 pH 均值。", "The mean of pH by the mean of hydrogen ion concentrations."),
                true,
                List.of(Input.numbers(VALUES, new Text("各次 pH", "pH values"), "")
                        .needed()),
                List.of(Map.of("values", List.of("6.5", "7.5", "8.0"))),
                request -> statistics
                        .judgePeriod(
                                "pH",
                                request.listNumbers(VALUES).stream()
                                        .<Reading>map(Reading.Measured::new)
                                        .toList(),
                                Period.MONTH,
                                request.day())
                        .map(SectionTopics::plainMean));
    }

    private Topic lakeMean() {
        return new Topic(
                "lake_mean",
                new Text("湖库时段均值", "Mean of a lake over a period"),
                new Text("先求每次各点位的均值，再求时段均值。", "Over the points of each time first, then over time."),
                true,
                List.of(
                        factor(),
                        period(),
                        Input.records(
                                        TIMES,
                                        new Text("各次监测", "times"),
                                        List.of(Input.of(
                                                        POINTS,
                                                        new Text("各点位", "by point"),
                                                        Input.Kind.CONCENTRATION_MAP)
                                                .needed()))
                                .needed()),
                List.of(Map.of(
                        "factor",
                        "TP",
                        "period",
                        "quarter",
                        "times",
                        List.of(
                                Map.of("points", Map.of("坝前", "0.02", "库中", "0.03")),
                                Map.of("points", Map.of("坝前", "0.03"))))),
                request -> statistics
                        .judgeLake(
                                request.getText(FACTOR),
                                request.listRecords(TIMES).stream()
                                        .map(time -> List.copyOf(
                                                time.mapReadings(POINTS).values()))
                                        .toList(),
                                period(request),
                                request.day())
                        .map(SectionTopics::plainMean));
    }

    private Input factor() {
        return Input.choice(
                        FACTOR,
                        new Text("项目", "item"),
                        items.stream()
                                .map(item -> new Input.Choice(item.factor(), item.name()))
                                .toList())
                .needed();
    }

    private static Input period() {
        return Input.choice(
                        PERIOD,
                        new Text("时段", "period"),
                        List.of(
                                new Input.Choice("month", new Text("月", "month")),
                                new Input.Choice("quarter", new Text("季", "quarter")),
                                new Input.Choice("year", new Text("年", "year"))))
                .needed();
    }

    private static Period period(Request request) {
        return Period.valueOf(request.getText(PERIOD).toUpperCase(Locale.ROOT));
    }

    private Topic merge() {
        return new Topic(
                "section_merge",
                new Text("手工与自动数据合并", "Manual and automatic data of a section"),
                new Text(
                        "九项常规参数取自动站月均值，其余取手工监测值（环办监测函[2020]82号）。",
                        "Nine parameters from the monthly means of the automatic station, the rest from manual samples."),
                true,
                List.of(
                        Input.of(MANUAL, new Text("手工监测", "manual"), Input.Kind.CONCENTRATION_MAP)
                                .needed(),
                        Input.of(
                                        AUTOMATIC,
                                        new Text("自动站月均值", "automatic, monthly means"),
                                        Input.Kind.CONCENTRATION_MAP)
                                .needed()),
                List.of(Map.of(
                        "manual",
                        Map.of("NH3N", "0.52", "COD", "14"),
                        "automatic",
                        Map.of("NH3N", "0.47", "pH", "7.8"))),
                request -> statistics
                        .judgeMerge(request.mapReadings(MANUAL), request.mapReadings(AUTOMATIC), request.day())
                        .map(SectionTopics::plainSample));
    }

    private static Map<String, Object> plainSample(Map<String, Reading> sample) {
        Map<String, Object> plain = new LinkedHashMap<>();
        sample.forEach((factor, reading) -> plain.put(
                factor,
                switch (reading) {
                    case Reading.Measured measured -> measured.value();
                    case Reading.BelowDetection below -> below.detectionLimit().toPlainString() + "L";
                }));
        return plain;
    }

    private List<Input> withBody(List<Input> more) {
        return Stream.of(List.of(WaterInputs.waterBody()), WaterInputs.concentrations(items), more)
                .flatMap(List::stream)
                .toList();
    }
}
