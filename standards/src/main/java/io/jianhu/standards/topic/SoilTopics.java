package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Reading;
import io.jianhu.standards.soil.ConstructionSample;
import io.jianhu.standards.soil.ConstructionSoil;
import io.jianhu.standards.soil.ConstructionVerdict;
import io.jianhu.standards.soil.FarmlandRegister;
import io.jianhu.standards.soil.FarmlandSample;
import io.jianhu.standards.soil.FarmlandSoil;
import io.jianhu.standards.soil.FarmlandUse;
import io.jianhu.standards.soil.FarmlandVerdict;
import io.jianhu.standards.soil.LandClass;
import io.jianhu.standards.soil.LandUses;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Farmland, development land, and the register of farmland points. */
final class SoilTopics {

    private static final String LAND = "land";
    private static final String PH = "pH";
    private static final String CONTENTS = "contents";
    private static final String BACKGROUND = "background";
    private static final String SAFE_USE = "safe_use";
    private static final String STRICT_CONTROL = "strict_control";
    private static final String TOTAL = "total";
    private static final String ITEM = "item";
    private static final String CROP_RESULTS = "crop_results";
    private static final String CROP_LIMIT = "crop_limit";
    private static final String USE = "use";

    private static final Text MG_KG_CONTENT = new Text("含量", "content");

    /** Every key of a farmland item, with the item it stands for. */
    private static final Map<String, String> FARMLAND_ITEMS = farmlandItems();

    private final FarmlandSoil farmland;
    private final ConstructionSoil construction;
    private final LandUses uses;
    private final FarmlandRegister register;

    private SoilTopics(RuleBook rules) {
        this.farmland = new FarmlandSoil(rules);
        this.construction = new ConstructionSoil(rules);
        this.uses = new LandUses(rules);
        this.register = new FarmlandRegister(rules);
    }

    static List<Topic> list(RuleBook rules) {
        SoilTopics topics = new SoilTopics(rules);
        return List.of(topics.soilFarm(), topics.soilConstruction(), topics.safeUse(), topics.farmlandPoint());
    }

    private static Map<String, String> farmlandItems() {
        Map<String, String> items = new LinkedHashMap<>();
        for (String item : List.of("Cd", "Hg", "As", "Pb", "Cr", "Cu", "Ni", "Zn", "HCH", "DDT", "BaP")) {
            items.put(item, item);
        }
        items.put("六六六", "HCH");
        items.put("六六六总量", "HCH");
        items.put("滴滴涕", "DDT");
        items.put("滴滴涕总量", "DDT");
        items.put("苯并[a]芘", "BaP");
        return items;
    }

    private Topic soilFarm() {
        List<Input.Choice> lands = Stream.of(FarmlandUse.values())
                .map(use -> new Input.Choice(use.title().zh(), use.title(), otherNames(use)))
                .toList();
        return new Topic(
                "soil_farm",
                new Text("农用地土壤类别", "Class of farmland soil"),
                new Text(
                        "由各项目的全量、土壤 pH 和土地利用得出三个类别之一（GB 15618-2018）。多个项目取最差的类别；screening 和 intervention 是起决定作用的"
                                + "项目的限值：类别最差者，同类别时与限值之比最大者。铜、镍、锌和有机项目没有管制值。",
                        "From total contents, soil pH and land use to one of three classes (GB 15618-2018). Of several items the worst"
                                + " class counts; screening and intervention are the limits of the deciding item: the one of the worst"
                                + " class, among equals the one highest above its limit. Cu, Ni, Zn and organic items have no"
                                + " intervention value."),
                true,
                Stream.concat(
                                Stream.of(
                                        Input.choice(LAND, new Text("土地利用", "land use"), lands)
                                                .needed(),
                                        Input.number(PH, new Text("土壤 pH", "soil pH"), "")),
                                FARMLAND_ITEMS.keySet().stream()
                                        .map(item -> Input.concentration(item, new Text(item, item), "mg/kg")))
                        .toList(),
                List.of(
                        Map.of(LAND, "水田", PH, 6.2, "Cd", 0.5),
                        Map.of(LAND, "水旱轮作", PH, 5.5, "Cd", 0.3, "Pb", 75, "As", 210)),
                this::judgeFarm);
    }

    private static List<String> otherNames(FarmlandUse use) {
        return switch (use) {
            case PADDY -> List.of("paddy");
            case UPLAND -> List.of("水浇地", "dryland");
            case ORCHARD -> List.of();
            case OTHER -> List.of("其它");
            case ROTATION -> List.of("rotation", "水旱轮作地");
        };
    }

    private static List<String> otherNames(LandClass land) {
        return switch (land) {
            case FIRST -> List.of("1", "一类", "第一类", "一类用地", "class 1");
            case SECOND -> List.of("2", "二类", "第二类", "二类用地", "class 2");
        };
    }

    private Judgement<Map<String, Object>> judgeFarm(Request request) {
        Working working = new Working();
        Map<String, Reading> contents = new LinkedHashMap<>();
        FARMLAND_ITEMS.forEach((key, item) -> request.findReading(key).ifPresent(reading -> {
            if (contents.put(item, reading) != null) {
                working.finding(CommonFinding.UNKNOWN_INPUT, key, "one content an item", key);
            }
        }));
        if (working.hasFindings()) {
            return working.notJudged();
        }
        FarmlandUse land = Stream.of(FarmlandUse.values())
                .filter(use -> use.title().zh().equals(request.getText(LAND)))
                .findFirst()
                .orElseThrow();
        return farmland.classify(new FarmlandSample(land, request.findNumber(PH), contents), request.day())
                .map(SoilTopics::plain);
    }

    private static Map<String, Object> plain(FarmlandVerdict verdict) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("intervention", verdict.deciding().intervention());
        result.put("result", verdict.soil().title().zh());
        result.put("screening", verdict.deciding().screening());
        return result;
    }

    private Topic soilConstruction() {
        List<Input.Choice> lands = Stream.of(LandClass.values())
                .map(land -> new Input.Choice(land.title().zh(), land.title(), otherNames(land)))
                .toList();
        List<Input.Choice> codes = uses.listCodes().stream()
                .map(code -> new Input.Choice(code, new Text(code, code)))
                .toList();
        List<Input> inputs = new ArrayList<>();
        inputs.add(Input.choice(LAND, new Text("用地类别", "class of land"), lands));
        inputs.add(Input.choice(USE, new Text("规划用途代码 GB 50137", "planned use, code of GB 50137"), codes));
        inputs.add(
                Input.of(CONTENTS, MG_KG_CONTENT, Input.Kind.CONCENTRATION_MAP).needed());
        inputs.add(Input.of(BACKGROUND, new Text("土壤环境背景值", "soil background"), Input.Kind.NUMBER_MAP));
        return new Topic(
                "soil_construction",
                new Text("建设用地土壤风险", "Risk of development land"),
                new Text(
                        "各项目含量（mg/kg，键为符号、中文名、英文名或 CAS 号）与筛选值、管制值比较（GB 36600-2018）。不给用地类别和用途时按第一类用地。"
                                + "item、screening、intervention 属于起决定作用的项目，exceeded 为超过筛选值的项目。",
                        "Contents in mg/kg by symbol, Chinese or English name or CAS number against screening and intervention values"
                                + " (GB 36600-2018). Without class and use the land counts as first class. item, screening and"
                                + " intervention belong to the deciding item; exceeded lists the items above screening."),
                true,
                inputs,
                List.of(
                        Map.of(LAND, "第二类用地", CONTENTS, Map.of("As", 75, "Pb", 300, "苯并[a]芘", 0.2)),
                        Map.of(CONTENTS, Map.of("As", 25), BACKGROUND, Map.of("As", 30))),
                this::judgeConstruction);
    }

    private Judgement<Map<String, Object>> judgeConstruction(Request request) {
        Working working = new Working();
        Optional<LandClass> land = Optional.empty();
        if (request.has(LAND)) {
            land = Stream.of(LandClass.values())
                    .filter(one -> one.title().zh().equals(request.getText(LAND)))
                    .findFirst();
        } else if (request.has(USE)) {
            land = working.lean(uses.classOf(request.getText(USE)));
        }
        return working.lean(construction.judge(
                        new ConstructionSample(land, request.mapReadings(CONTENTS), request.mapNumbers(BACKGROUND)),
                        request.day()))
                .map(verdict -> working.judged(plain(verdict)))
                .orElseGet(working::notJudged);
    }

    private static Map<String, Object> plain(ConstructionVerdict verdict) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("result", verdict.risk().title().zh());
        result.put("land", verdict.land().title().zh());
        result.put("item", verdict.deciding().item());
        result.put("screening", verdict.deciding().screening());
        result.put("intervention", verdict.deciding().intervention());
        result.put("exceeded", verdict.listExceeded());
        return result;
    }

    private Topic safeUse() {
        return new Topic(
                "farmland_safe_use",
                new Text("受污染耕地安全利用率", "Safe-use rate of polluted farmland"),
                new Text(
                        "落实安全利用和严格管控措施的面积占应落实面积的比例，面积用同一单位。",
                        "Area with safe-use or strict-control measures in place over the area due, all in one unit."),
                false,
                List.of(
                        Input.number(SAFE_USE, new Text("安全利用面积", "safe use"), "亩")
                                .needed(),
                        Input.number(STRICT_CONTROL, new Text("严格管控面积", "strict control"), "亩")
                                .needed(),
                        Input.number(TOTAL, new Text("应落实面积", "area due"), "亩").needed()),
                List.of(Map.of(SAFE_USE, 950, STRICT_CONTROL, 21, TOTAL, 1000)),
                request -> register.safeUseRate(
                                request.getNumber(SAFE_USE),
                                request.getNumber(STRICT_CONTROL),
                                request.getNumber(TOTAL))
                        .map(rate -> Map.of("rate_pct", rate)));
    }

    private Topic farmlandPoint() {
        return new Topic(
                "farmland_point",
                new Text("农用地超标点位销号", "Cancelling of a farmland point"),
                new Text(
                        "最近若干次农产品检测全部合格后点位可以销号；结果按时间先后给出。稻米镉的限量在库内，其他项目须给出限量。",
                        "A point may be cancelled when its latest crop results all meet the limit; results oldest first. The limit of Cd in"
                                + " rice is in the library, others are given."),
                false,
                List.of(
                        Input.of(ITEM, new Text("超标项目", "item above screening"), Input.Kind.TEXT)
                                .needed(),
                        Input.numbers(CROP_RESULTS, new Text("农产品含量", "contents of the crop"), "mg/kg")
                                .needed(),
                        Input.number(CROP_LIMIT, new Text("农产品限量", "limit of the crop"), "mg/kg")),
                List.of(Map.of(ITEM, "Cd", CROP_RESULTS, List.of(new BigDecimal("0.18"), new BigDecimal("0.2")))),
                request -> register.mayCancel(
                                request.getText(ITEM),
                                request.listNumbers(CROP_RESULTS),
                                request.findNumber(CROP_LIMIT))
                        .map(cancelled -> Map.of("cancelled", cancelled)));
    }
}
