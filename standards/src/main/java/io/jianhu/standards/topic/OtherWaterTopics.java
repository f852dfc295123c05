package io.jianhu.standards.topic;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.water.CityIndex;
import io.jianhu.standards.water.CityWaterIndex;
import io.jianhu.standards.water.Groundwater;
import io.jianhu.standards.water.Presence;
import io.jianhu.standards.water.RankedCity;
import io.jianhu.standards.water.SampleGrade;
import io.jianhu.standards.water.SeaClass;
import io.jianhu.standards.water.SeaWater;
import io.jianhu.standards.water.Season;
import io.jianhu.standards.water.SurfaceWater;
import io.jianhu.standards.water.WaterClass;
import io.jianhu.standards.water.WaterItem;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Groundwater, sea water, and the water quality index of cities. */
final class OtherWaterTopics {

    private static final String SEASON = "season";
    private static final String CITIES = "cities";

    private final Groundwater groundwater;
    private final SeaWater seaWater;
    private final CityWaterIndex cityIndex;
    private final List<WaterItem> surfaceItems;

    private OtherWaterTopics(RuleBook rules) {
        this.groundwater = new Groundwater(rules);
        this.seaWater = new SeaWater(rules);
        this.cityIndex = new CityWaterIndex(rules);
        this.surfaceItems = new SurfaceWater(rules).listItems();
    }

    static List<Topic> list(RuleBook rules) {
        OtherWaterTopics topics = new OtherWaterTopics(rules);
        return List.of(
                topics.groundwaterClass(),
                topics.seawaterClass(),
                topics.goodSeaShare(),
                topics.cwqi(),
                topics.cwqiCity(),
                topics.cwqiChange(),
                topics.cwqiRank());
    }

    private Topic groundwaterClass() {
        List<Input.Choice> presence = List.of(
                new Input.Choice("无", new Text("无", "absent")), new Input.Choice("有", new Text("有", "present")));
        return new Topic(
                "groundwater_class",
                new Text("地下水质量类别", "Class of groundwater"),
                new Text("单指标评价取最差（GB/T 14848 表1、表2）。", "The class of the worst item (GB/T 14848 tables 1 and 2)."),
                true,
                Stream.concat(
                                WaterInputs.concentrations(groundwater.listItems()).stream(),
                                groundwater.listQualitativeItems().stream()
                                        .map(item -> Input.choice(item.factor(), item.name(), presence)))
                        .toList(),
                List.of(Map.of("pH", "7.2", "hardness", "380", "NH3N", "0.62", "Mn", "0.05", "odour_taste", "无")),
                this::judgeGroundwater);
    }

    private Judgement<Map<String, Object>> judgeGroundwater(Request request) {
        Map<String, Presence> seen = new LinkedHashMap<>();
        for (WaterItem item : groundwater.listQualitativeItems()) {
            request.findText(item.factor())
                    .ifPresent(word -> seen.put(item.factor(), word.equals("有") ? Presence.PRESENT : Presence.ABSENT));
        }
        return groundwater
                .judge(WaterInputs.sample(request, groundwater.listItems()), seen, request.day())
                .map(OtherWaterTopics::plainGroundwater);
    }

    private static Map<String, Object> plainGroundwater(SampleGrade<WaterClass> grade) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("class", grade.grade().label());
        plain.put("deciding", WaterInputs.factors(grade.deciding()));
        plain.put("items", WaterInputs.plainGrades(grade.items()));
        return plain;
    }

    private Topic seawaterClass() {
        return new Topic(
                "seawater_class",
                new Text("海水水质类别", "Class of sea water"),
                new Text("单因子评价取最差（GB 3097 表1）。", "The class of the worst item (GB 3097 table 1)."),
                true,
                Stream.concat(
                                WaterInputs.concentrations(seaWater.listItems()).stream(),
                                Stream.of(Input.choice(
                                        SEASON,
                                        new Text("季节（评价温升时）", "season (for warming)"),
                                        List.of(
                                                new Input.Choice("summer", new Text("夏季", "summer")),
                                                new Input.Choice("other", new Text("其他季节", "other"))))))
                        .toList(),
                List.of(Map.of("inorganic_N", "0.34", "PO4P", "0.021", "DO", "6.8", "pH", "8.1")),
                this::judgeSeawater);
    }

    private Judgement<Map<String, Object>> judgeSeawater(Request request) {
        Season season = request.findText(SEASON).map("summer"::equals).orElse(true) ? Season.SUMMER : Season.OTHER;
        return seaWater.judge(WaterInputs.sample(request, seaWater.listItems()), season, request.day())
                .map(OtherWaterTopics::plainSeawater);
    }

    private static Map<String, Object> plainSeawater(SampleGrade<SeaClass> grade) {
        Map<String, Object> items = new LinkedHashMap<>();
        grade.items()
                .forEach(item -> items.put(item.factor(), item.grade().title().zh()));
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("class", grade.grade().title().zh());
        plain.put("deciding", WaterInputs.factors(grade.deciding()));
        plain.put("items", items);
        return plain;
    }

    private Topic goodSeaShare() {
        return new Topic(
                "sea_good_share",
                new Text("优良海水面积比例", "Share of good sea area"),
                new Text("第一、二类海水面积占比。", "Area of classes 1 and 2 of all."),
                true,
                Stream.of(SeaClass.values())
                        .map(one -> Input.number(one.title().zh(), one.title(), "km²"))
                        .toList(),
                List.of(Map.of("第一类", "120", "第二类", "80", "劣四类", "300")),
                request -> {
                    Map<SeaClass, BigDecimal> areas = new EnumMap<>(SeaClass.class);
                    for (SeaClass one : SeaClass.values()) {
                        request.findNumber(one.title().zh()).ifPresent(area -> areas.put(one, area));
                    }
                    return seaWater.judgeGoodShare(areas, request.day()).map(share -> Map.of("good_pct", share));
                });
    }

    private Topic cwqi() {
        return new Topic(
                "cwqi",
                new Text("城市水质指数（河流或湖库）", "City water quality index of rivers or lakes"),
                new Text(
                        "由各断面平均后的 21 项浓度求 CWQI；越小越好。",
                        "CWQI from the 21 items averaged over the sections; the smaller, the better."),
                true,
                Stream.concat(Stream.of(WaterInputs.waterBody()), WaterInputs.concentrations(surfaceItems).stream())
                        .toList(),
                List.of(Map.of("water_body", "river", "pH", "7.6", "DO", "8.1", "CODMn", "3.1", "NH3N", "0.21")),
                request -> cityIndex
                        .judge(WaterInputs.sample(request, surfaceItems), WaterInputs.waterBody(request), request.day())
                        .map(OtherWaterTopics::plainIndex));
    }

    private static Map<String, Object> plainIndex(CityIndex index) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("cwqi", index.index());
        plain.put("single", index.single());
        plain.put("complete", index.complete());
        return plain;
    }

    private Topic cwqiCity() {
        return new Topic(
                "cwqi_city",
                new Text("城市水质指数（河流与湖库合并）", "City water quality index of rivers and lakes"),
                new Text("按河流断面数和湖库点位数加权。", "Weighted by numbers of river sections and lake points."),
                true,
                List.of(
                        Input.number("rivers", new Text("河流指数", "index of the rivers"), "")
                                .needed(),
                        Input.number("sections", new Text("河流断面数", "river sections"), "")
                                .needed(),
                        Input.number("lakes", new Text("湖库指数", "index of the lakes"), "")
                                .needed(),
                        Input.number("points", new Text("湖库点位数", "lake points"), "")
                                .needed()),
                List.of(Map.of("rivers", "4.2", "sections", 8, "lakes", "3.1", "points", 2)),
                this::judgeCity);
    }

    private Judgement<Map<String, Object>> judgeCity(Request request) {
        Working working = new Working();
        int sections = WaterInputs.count(request, "sections", working).orElse(0);
        int points = WaterInputs.count(request, "points", working).orElse(0);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        return cityIndex
                .judgeCity(request.getNumber("rivers"), sections, request.getNumber("lakes"), points, request.day())
                .map(index -> Map.of("cwqi", index));
    }

    private Topic cwqiChange() {
        return new Topic(
                "cwqi_change",
                new Text("城市水质指数变化程度", "Change of the city water quality index"),
                new Text("与上年同期相比的变化率（%），小于 0 为变好。", "Percent against the same period before; below zero is better."),
                true,
                List.of(
                        Input.number("before", new Text("上年同期指数", "index before"), "")
                                .needed(),
                        Input.number("after", new Text("本期指数", "index now"), "").needed()),
                List.of(Map.of("before", "4.20", "after", "3.91")),
                request -> cityIndex
                        .judgeChange(request.getNumber("before"), request.getNumber("after"), request.day())
                        .map(change -> Map.of("change_pct", change)));
    }

    private Topic cwqiRank() {
        return new Topic(
                "cwqi_rank",
                new Text("城市水质排名", "Ranking of cities by water quality"),
                new Text("指数由小到大，相同者并列。", "Ascending by index; equal indices share a rank."),
                true,
                List.of(Input.of(CITIES, new Text("各城市指数", "index by city"), Input.Kind.NUMBER_MAP)
                        .needed()),
                List.of(Map.of("cities", Map.of("绍兴", "3.91", "杭州", "3.85"))),
                request -> cityIndex
                        .rank(request.mapNumbers(CITIES), request.day())
                        .map(ranked -> {
                            Map<String, Object> plain = new LinkedHashMap<>();
                            for (RankedCity city : ranked) {
                                plain.put(city.city(), city.rank());
                            }
                            return plain;
                        }));
    }
}
