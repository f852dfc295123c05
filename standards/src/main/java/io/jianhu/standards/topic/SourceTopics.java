package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.water.DrinkingSources;
import io.jianhu.standards.water.SourceMonth;
import io.jianhu.standards.water.SourceRates;
import io.jianhu.standards.water.SourceSupply;
import io.jianhu.standards.water.WaterBody;
import io.jianhu.standards.water.WaterItem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Drinking-water sources. */
final class SourceTopics {

    private static final String ITEMS = "items";
    private static final String SOURCES = "sources";
    private static final String NAME = "name";
    private static final String ATTAINS = "attains";
    private static final String VOLUME = "volume";

    private final DrinkingSources drinkingSources;
    private final List<WaterItem> items;

    private SourceTopics(RuleBook rules) {
        this.drinkingSources = new DrinkingSources(rules);
        this.items = drinkingSources.listItems();
    }

    static List<Topic> list(RuleBook rules) {
        SourceTopics topics = new SourceTopics(rules);
        return List.of(topics.month(), topics.rates());
    }

    private Topic month() {
        return new Topic(
                "drinking_source",
                new Text("饮用水水源月度达标", "Drinking-water source, one month"),
                new Text(
                        "GB 3838 表1（不含 COD）按 III 类，表2、表3 按限值；水温、总氮、粪大肠菌群只作参考。items 可列出要求监测的项目。",
                        "GB 3838 table 1 without COD against class III, tables 2 and 3 against their limits; temperature, total"
                                + " nitrogen and faecal coliforms are reported only. items may list what the plan asks for."),
                true,
                Stream.of(
                                List.of(WaterInputs.waterBody()),
                                WaterInputs.concentrations(items),
                                List.of(Input.of(ITEMS, new Text("要求监测的项目", "items of the plan"), Input.Kind.TEXTS)))
                        .flatMap(List::stream)
                        .toList(),
                List.of(Map.of("water_body", "lake", "TP", "0.02", "TN", "1.6", "NH3N", "0.10", "Mn", "0.12")),
                this::judgeMonth);
    }

    private Judgement<Map<String, Object>> judgeMonth(Request request) {
        WaterBody body = WaterInputs.waterBody(request);
        Set<String> plan = request.has(ITEMS)
                ? new LinkedHashSet<>(request.listTexts(ITEMS))
                : drinkingSources.listBasicItems(body, request.day());
        Set<String> known = items.stream().map(WaterItem::factor).collect(Collectors.toSet());
        Working working = new Working();
        plan.stream()
                .filter(item -> !known.contains(item))
                .forEach(item -> working.finding(CommonFinding.UNKNOWN_FACTOR, ITEMS, "", item));
        if (working.hasFindings()) {
            return working.notJudged();
        }
        return drinkingSources
                .judgeMonth(WaterInputs.sample(request, items), body, plan, request.day())
                .map(SourceTopics::plainMonth);
    }

    private static Map<String, Object> plainMonth(SourceMonth month) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("attains", month.attains());
        plain.put("exceeding", WaterInputs.plainItems(month.exceeding()));
        plain.put("reference", WaterInputs.plainGrades(month.reference()));
        plain.put("judged", month.judged());
        return plain;
    }

    private Topic rates() {
        return new Topic(
                "drinking_rates",
                new Text("饮用水水源达标率", "Attainment of drinking-water sources"),
                new Text("按水源（月次）和按取水量的达标率。", "Attainment by source-months and by water volume."),
                true,
                List.of(Input.records(
                                SOURCES,
                                new Text("水源月次", "source-months"),
                                List.of(
                                        Input.of(NAME, new Text("水源", "source"), Input.Kind.TEXT)
                                                .needed(),
                                        Input.of(ATTAINS, new Text("达标", "attains"), Input.Kind.FLAG)
                                                .needed(),
                                        Input.number(VOLUME, new Text("取水量", "water taken"), "10⁴ t")
                                                .needed()))
                        .needed()),
                List.of(Map.of(
                        "sources",
                        List.of(
                                Map.of("name", "汤浦水库", "attains", true, "volume", "620.5"),
                                Map.of("name", "平水江水库", "attains", true, "volume", "180")))),
                request -> drinkingSources
                        .judgeRates(
                                request.listRecords(SOURCES).stream()
                                        .map(one -> new SourceSupply(
                                                one.getText(NAME), one.isSet(ATTAINS), one.getNumber(VOLUME)))
                                        .toList(),
                                request.day())
                        .map(SourceTopics::plainRates));
    }

    private static Map<String, Object> plainRates(SourceRates rates) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("sources_pct", rates.bySources());
        plain.put("volume_pct", rates.byVolume());
        return plain;
    }
}
