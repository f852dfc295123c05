package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.plan.HazardousWaste;
import io.jianhu.standards.plan.HazardousWaste.Holder;
import io.jianhu.standards.plan.HazardousWaste.UnitTrait;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hazardous waste. */
final class WasteTopics {

    private static final String FIRST_STORED = "first_stored";
    private static final String HOLDER = "holder";
    private static final String APPROVED_UNTIL = "approved_until";
    private static final String NUMBER = "number";
    private static final String AMOUNTS = "amounts";
    private static final String OWN_FACILITY = "own_facility";
    private static final String LICENSED = "licensed";

    private final HazardousWaste waste;

    private WasteTopics(RuleBook rules) {
        this.waste = new HazardousWaste(rules);
    }

    static List<Topic> list(RuleBook rules) {
        WasteTopics topics = new WasteTopics(rules);
        return List.of(topics.storageAge(), topics.manifest(), topics.unitClass());
    }

    private Topic storageAge() {
        return new Topic(
                "hazwaste_storage_age",
                new Text("危险废物贮存时间", "Storage age of hazardous waste"),
                new Text(
                        "由批次的首次贮存日期得出到该日期的贮存天数和期限。一年期限约束持证经营单位；对产生单位只作提醒。",
                        "From the first day of a batch to its age on the date and its limit. The year binds licensed operators; producers are"
                                + " only reminded."),
                true,
                List.of(
                        Input.of(FIRST_STORED, new Text("首次贮存日期", "first day of storage"), Input.Kind.DATE)
                                .needed(),
                        Input.choice(
                                        HOLDER,
                                        new Text("单位", "holder"),
                                        List.of(
                                                new Input.Choice(LICENSED, new Text("持证经营单位", "licensed operator")),
                                                new Input.Choice("producer", new Text("产生单位", "producer"))))
                                .needed(),
                        Input.of(APPROVED_UNTIL, new Text("批准延长至", "approved until"), Input.Kind.DATE)),
                List.of(Map.of(FIRST_STORED, "2025-02-28", HOLDER, LICENSED)),
                this::judgeStorage);
    }

    private Judgement<Map<String, Object>> judgeStorage(Request request) {
        return waste.storageAge(
                        request.findDate(FIRST_STORED).orElseThrow(),
                        request.day(),
                        request.getText(HOLDER).equals(LICENSED) ? Holder.LICENSED : Holder.PRODUCER,
                        request.findDate(APPROVED_UNTIL))
                .map(age -> {
                    Map<String, Object> result = new LinkedHashMap<>();
                    result.put("days", Math.toIntExact(age.days()));
                    result.put("last_day", age.lastDay());
                    result.put("state", age.state().title().zh());
                    return result;
                });
    }

    private Topic manifest() {
        return new Topic(
                "manifest_number",
                new Text("危险废物转移联单编号", "Manifest number of hazardous waste"),
                new Text(
                        "检查并拆分 14 位联单编号：年份 4 位、移出地省 2 位、市 2 位、顺序号 6 位。",
                        "Checks a manifest number of 14 digits and takes it apart: year 4, province 2 and city 2 of origin, serial 6."),
                false,
                List.of(Input.of(NUMBER, new Text("联单编号", "manifest number"), Input.Kind.TEXT)
                        .needed()),
                List.of(Map.of(NUMBER, "20263306000123")),
                request -> {
                    Judgement<HazardousWaste.ManifestNumber> read = waste.manifest(request.getText(NUMBER));
                    boolean isInFuture = read.findValue()
                            .filter(number -> !request.day().equals(LocalDate.EPOCH)
                                    && number.year() > request.day().getYear())
                            .isPresent();
                    if (isInFuture) {
                        Working working = new Working();
                        working.lean(read);
                        working.finding(
                                CommonFinding.OUT_OF_RANGE,
                                NUMBER,
                                "<= " + request.day().getYear(),
                                request.getText(NUMBER));
                        return working.notJudged();
                    }
                    return read.map(WasteTopics::plain);
                });
    }

    private static Map<String, Object> plain(HazardousWaste.ManifestNumber number) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("year", number.year());
        result.put("province", number.province());
        result.put("city", number.city());
        result.put("serial", number.serial());
        return result;
    }

    private Topic unitClass() {
        return new Topic(
                "hazwaste_unit_class",
                new Text("危险废物环境管理单位类别", "Class of a hazardous waste unit"),
                new Text(
                        "近三年最大年产生量 100 t 及以上、有自行利用处置设施或持证的为重点监管，10 t 及以上为简化管理，其余为登记管理（HJ 1259-2022）。",
                        "Key from 100 t in the largest of three years, with own facilities or a licence; simplified from 10 t; else registration"
                                + " (HJ 1259-2022)."),
                false,
                List.of(
                        Input.numbers(AMOUNTS, new Text("近三年产生量", "amounts of three years"), "t/a")
                                .needed(),
                        Input.of(OWN_FACILITY, new Text("自行利用处置设施", "own facility"), Input.Kind.FLAG),
                        Input.of(LICENSED, new Text("持证", "licensed"), Input.Kind.FLAG)),
                List.of(Map.of(AMOUNTS, List.of(8, 12, 9))),
                request -> {
                    List<UnitTrait> traits = new ArrayList<>();
                    if (request.isSet(OWN_FACILITY)) {
                        traits.add(UnitTrait.OWN_FACILITY);
                    }
                    if (request.isSet(LICENSED)) {
                        traits.add(UnitTrait.LICENSED);
                    }
                    return waste.unitClass(request.listNumbers(AMOUNTS), traits)
                            .map(unit -> Map.of("class", unit.title().zh()));
                });
    }
}
