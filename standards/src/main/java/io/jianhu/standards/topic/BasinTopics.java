package io.jianhu.standards.topic;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.water.Basin;
import io.jianhu.standards.water.BasinStatus;
import io.jianhu.standards.water.BoundarySections;
import io.jianhu.standards.water.ExceedanceRate;
import io.jianhu.standards.water.SectionClass;
import io.jianhu.standards.water.SurfaceWater;
import io.jianhu.standards.water.TownSections;
import io.jianhu.standards.water.WaterClass;
import io.jianhu.standards.water.WaterItem;
import io.jianhu.standards.water.WaterStatus;
import io.jianhu.standards.water.WaterTrend;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Rivers, basins and regions: status, shares, change, boundary sections. */
final class BasinTopics {

    private static final String GOOD = "good";
    private static final String SECTIONS = "sections";
    private static final String STATUS_BEFORE = "status_before";
    private static final String STATUS_AFTER = "status_after";
    private static final List<String> SHARES = List.of("good_before", "worst_before", "good_after", "worst_after");

    private final RuleBook rules;
    private final Basin basin;
    private final WaterTrend trend;
    private final BoundarySections boundary;
    private final TownSections towns;
    private final SurfaceWater surfaceWater;
    private final List<WaterItem> items;

    private BasinTopics(RuleBook rules) {
        this.rules = rules;
        this.basin = new Basin(rules);
        this.trend = new WaterTrend(rules);
        this.boundary = new BoundarySections(rules);
        this.towns = new TownSections(rules);
        this.surfaceWater = new SurfaceWater(rules);
        this.items = surfaceWater.listItems();
    }

    static List<Topic> list(RuleBook rules) {
        BasinTopics topics = new BasinTopics(rules);
        return List.of(
                topics.status(),
                topics.means(),
                topics.mainItems(),
                topics.share(),
                topics.trendOfStatus(),
                topics.trendOfShares(),
                topics.boundarySection(),
                topics.townSection());
    }

    private Topic status() {
        return new Topic(
                "basin_status",
                new Text("河流、流域水质状况", "Status of a river or basin"),
                new Text(
                        "由各类别断面数得出 I～III 类和劣 V 类比例及水质状况（断面不少于 5 个，环办[2011]22号）。",
                        "From the numbers of sections of each class to shares and status (five sections or more,"
                                + " 环办[2011]22号)."),
                true,
                Stream.of(WaterClass.values())
                        .map(one -> Input.number(
                                one.label(),
                                new Text(
                                        one.title().zh() + "断面数",
                                        "sections of " + one.title().en()),
                                ""))
                        .toList(),
                List.of(Map.of("II", 3, "III", 2, "IV", 2, "V", 1, "劣V", 2)),
                this::judgeStatus);
    }

    private Judgement<Map<String, Object>> judgeStatus(Request request) {
        Working working = new Working();
        Map<WaterClass, Integer> sections = new EnumMap<>(WaterClass.class);
        for (WaterClass one : WaterClass.values()) {
            WaterInputs.count(request, one.label(), working).ifPresent(count -> sections.put(one, count));
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        return basin.judgeShares(sections, request.day()).map(BasinTopics::plainStatus);
    }

    private static Map<String, Object> plainStatus(BasinStatus status) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("share_I_III", status.goodShare());
        plain.put("share_worse_V", status.worstShare());
        plain.put("status", status.status().title().zh());
        return plain;
    }

    private Topic means() {
        return new Topic(
                "basin_mean",
                new Text("断面少于 5 个的河流", "River with fewer than five sections"),
                new Text(
                        "先求各断面浓度的平均值，再按单因子评价得出类别和水质状况。",
                        "Mean concentrations over the sections first, then class and status by the worst item."),
                true,
                List.of(
                        WaterInputs.waterBody(),
                        Input.records(SECTIONS, new Text("断面", "sections"), WaterInputs.concentrations(items))
                                .needed()),
                List.of(Map.of(
                        "water_body",
                        "river",
                        "sections",
                        List.of(Map.of("NH3N", "0.9", "TP", "0.15"), Map.of("NH3N", "1.3", "TP", "0.11")))),
                request -> basin.judgeMeans(
                                request.listRecords(SECTIONS).stream()
                                        .map(section -> WaterInputs.sample(section, items))
                                        .toList(),
                                WaterInputs.waterBody(request),
                                request.day())
                        .map(SectionTopics::plainClass));
    }

    private Topic mainItems() {
        return new Topic(
                "basin_main",
                new Text("河流、流域主要污染指标", "Main pollution items of a river or basin"),
                new Text(
                        "超过 III 类的指标按断面超标率由大到小取前三项（断面不少于 5 个，环办[2011]22号）。",
                        "Items above class III by the share of sections above it, the first three (five sections or more,"
                                + " 环办[2011]22号)."),
                true,
                List.of(
                        WaterInputs.waterBody(),
                        Input.records(SECTIONS, new Text("断面", "sections"), WaterInputs.concentrations(items))
                                .needed()),
                List.of(Map.of(
                        "water_body",
                        "river",
                        "sections",
                        List.of(
                                Map.of("NH3N", "1.2", "TP", "0.25"),
                                Map.of("NH3N", "0.3", "TP", "0.22"),
                                Map.of("NH3N", "0.4", "TP", "0.1"),
                                Map.of("NH3N", "0.2", "TP", "0.1"),
                                Map.of("NH3N", "0.2", "TP", "0.1")))),
                this::judgeMain);
    }

    private Judgement<Map<String, Object>> judgeMain(Request request) {
        Working working = new Working();
        List<Judgement<SectionClass>> judged = request.listRecords(SECTIONS).stream()
                .map(section -> surfaceWater.judgeSection(
                        WaterInputs.sample(section, items), WaterInputs.waterBody(request), request.day()))
                .toList();
        List<SectionClass> sections =
                judged.stream().flatMap(section -> section.findValue().stream()).toList();
        Optional<List<ExceedanceRate>> main = sections.size() < judged.size()
                ? Optional.empty()
                : working.lean(basin.judgeMainItems(sections, request.day()));
        judged.forEach(working::lean);
        return main.map(BasinTopics::plainRates)
                .<Judgement<Map<String, Object>>>map(working::judged)
                .orElseGet(working::notJudged);
    }

    private static Map<String, Object> plainRates(List<ExceedanceRate> rates) {
        return Map.of(
                "main",
                rates.stream()
                        .<Object>map(rate -> List.of(rate.factor(), rate.rate()))
                        .toList());
    }

    private Topic share() {
        return new Topic(
                "water_share",
                new Text("Ⅰ～Ⅲ类断面比例", "Share of sections of class I to III"),
                new Text("Ⅰ～Ⅲ类断面占全部断面的百分比，保留 1 位小数。", "Percent of all sections, one decimal."),
                false,
                List.of(
                        Input.number(GOOD, new Text("Ⅰ～Ⅲ类断面数", "sections of class I to III"), "")
                                .needed(),
                        Input.number(SECTIONS, new Text("断面总数", "all sections"), "")
                                .needed()),
                List.of(Map.of("good", 127, "sections", 128)),
                this::judgeShare);
    }

    private Judgement<Map<String, Object>> judgeShare(Request request) {
        Working working = new Working();
        int good = WaterInputs.count(request, GOOD, working).orElse(0);
        int sections = WaterInputs.count(request, SECTIONS, working).orElse(0);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        return basin.judgeShare(good, sections, request.dayOr(rules.catalogue().asOf()))
                .map(share -> Map.of("share_I_III_pct", share));
    }

    private Topic trendOfStatus() {
        List<Input.Choice> statuses = Stream.of(WaterStatus.values())
                .map(status -> new Input.Choice(status.title().zh(), status.title()))
                .toList();
        return new Topic(
                "water_trend",
                new Text("水质变化（按等级）", "Change of water status by levels"),
                new Text("按水质状况等级变化评价。", "Change by the number of status levels."),
                true,
                List.of(
                        Input.choice(STATUS_BEFORE, new Text("前一时段", "before"), statuses)
                                .needed(),
                        Input.choice(STATUS_AFTER, new Text("后一时段", "after"), statuses)
                                .needed()),
                List.of(Map.of("status_before", "轻度污染", "status_after", "优")),
                request -> trend.judgeLevels(
                                WaterStatus.findByLabel(request.getText(STATUS_BEFORE))
                                        .orElseThrow(),
                                WaterStatus.findByLabel(request.getText(STATUS_AFTER))
                                        .orElseThrow(),
                                request.day())
                        .map(BasinTopics::plainChange));
    }

    private Topic trendOfShares() {
        return new Topic(
                "water_trend_shares",
                new Text("水质变化（按类别比例）", "Change of water status by shares"),
                new Text(
                        "按 ΔG − ΔD 评价：G 为Ⅰ～Ⅲ类比例，D 为劣Ⅴ类比例（百分点）。",
                        "By dG - dD: G the share of classes I to III, D that worse than V, in percentage points."),
                true,
                SHARES.stream()
                        .map(key -> Input.number(key, shareLabel(key), "%").needed())
                        .toList(),
                List.of(Map.of("good_before", "70", "worst_before", "10", "good_after", "82", "worst_after", "5")),
                request -> trend.judgeShares(
                                new WaterTrend.Shares(
                                        request.getNumber("good_before"), request.getNumber("worst_before")),
                                new WaterTrend.Shares(
                                        request.getNumber("good_after"), request.getNumber("worst_after")),
                                request.day())
                        .map(BasinTopics::plainChange));
    }

    private static Text shareLabel(String key) {
        boolean good = key.startsWith("good");
        boolean before = key.endsWith("before");
        return new Text(
                (before ? "前一时段" : "后一时段") + (good ? "Ⅰ～Ⅲ类比例" : "劣Ⅴ类比例"),
                (good ? "share of classes I to III" : "share worse than V") + (before ? " before" : " after"));
    }

    private static Map<String, Object> plainChange(WaterTrend.Change change) {
        Map<String, Object> plain = new LinkedHashMap<>();
        BigDecimal points = change.change();
        plain.put("change", points);
        plain.put("trend", change.trend().zh());
        return plain;
    }

    private Topic boundarySection() {
        return new Topic(
                "boundary_section",
                new Text("交接断面考核等次", "Grade of a boundary section"),
                new Text(
                        "浙江省 2013 年度所用规则：目标、出境与入境比较、与上年比较。",
                        "The rule of Zhejiang used for 2013: target, outflow against inflow, this year against last."),
                true,
                List.of(
                        choice("target", "是否达到目标", "target", "met", "missed").needed(),
                        choice("outflow", "出境与入境相比", "outflow against inflow", "better", "same", "worse"),
                        choice("change", "与上年相比", "against last year", "better", "same", "worse")
                                .needed(),
                        Input.of(
                                "fell_less",
                                new Text("出境下降幅度小于入境", "the outflow fell by less than the inflow"),
                                Input.Kind.FLAG)),
                List.of(Map.of("target", "missed", "outflow", "worse", "change", "worse", "fell_less", true)),
                this::judgeBoundary);
    }

    private Judgement<Map<String, Object>> judgeBoundary(Request request) {
        BoundarySections.Target target =
                request.getText("target").equals("met") ? BoundarySections.Target.MET : BoundarySections.Target.MISSED;
        return boundary.judge(
                        new BoundarySections.Case(
                                target,
                                comparison(request.findText("outflow").orElse("same")),
                                comparison(request.getText("change")),
                                request.isSet("fell_less")
                                        ? BoundarySections.Decline.LESS_THAN_INFLOW
                                        : BoundarySections.Decline.NOT_LESS),
                        request.day())
                .map(grade -> Map.of("grade", grade.zh()));
    }

    private Topic townSection() {
        return new Topic(
                "town_section",
                new Text("乡镇断面水质变化", "Change of a town section"),
                new Text(
                        "水质评价指数同比降低 10% 及以上为改善，升高 10% 及以上为恶化（上虞区，约 2014 年）。",
                        "Index lower by 10 % or more: better; higher by 10 % or more: worse (Shangyu, about 2014)."),
                true,
                List.of(
                        Input.number("before", new Text("上年同期指数", "index before"), "")
                                .needed(),
                        Input.number("after", new Text("本期指数", "index now"), "").needed()),
                List.of(Map.of("before", "0.80", "after", "0.72")),
                request -> towns.judge(request.getNumber("before"), request.getNumber("after"), request.day())
                        .map(change -> Map.of("grade", change.grade().zh())));
    }

    private static BoundarySections.Comparison comparison(String word) {
        return switch (word) {
            case "better" -> BoundarySections.Comparison.BETTER;
            case "worse" -> BoundarySections.Comparison.WORSE;
            default -> BoundarySections.Comparison.SAME;
        };
    }

    private static Input choice(String key, String zh, String en, String... values) {
        return Input.choice(
                key,
                new Text(zh, en),
                Stream.of(values)
                        .map(value -> new Input.Choice(value, word(value)))
                        .toList());
    }

    private static Text word(String value) {
        return switch (value) {
            case "met" -> new Text("达到", "met");
            case "missed" -> new Text("未达到", "missed");
            case "better" -> new Text("变好（优于）", "better");
            case "worse" -> new Text("变差（劣于）", "worse");
            default -> new Text("持平", "the same");
        };
    }
}
