package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.emission.DataMark;
import io.jianhu.standards.emission.DataValidity;
import io.jianhu.standards.emission.EmissionJudge;
import io.jianhu.standards.emission.EmissionLimit;
import io.jianhu.standards.emission.EmissionLimits;
import io.jianhu.standards.emission.EmissionMedium;
import io.jianhu.standards.emission.EmissionValue;
import io.jianhu.standards.emission.EmissionVerdict;
import io.jianhu.standards.emission.LimitBasis;
import io.jianhu.standards.emission.LimitCandidate;
import io.jianhu.standards.emission.LimitCandidate.State;
import io.jianhu.standards.emission.LimitChoice;
import io.jianhu.standards.emission.Outlet;
import io.jianhu.standards.emission.OutletFact;
import io.jianhu.standards.emission.ValueChoice;
import io.jianhu.standards.quantity.Reading;
import io.jianhu.standards.quantity.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which limit applies to an outlet, and whether a value meets it. */
final class EmissionLimitTopics {

    private static final String YES = "yes";
    private static final String NO = "no";

    private final EmissionJudge judge;
    private final EmissionLimits limits;
    private final DataValidity validity;
    private final RuleBook rules;

    private EmissionLimitTopics(RuleBook rules) {
        this.rules = rules;
        this.judge = new EmissionJudge(rules);
        this.limits = judge.limits();
        this.validity = new DataValidity(rules);
    }

    static List<Topic> list(RuleBook rules) {
        EmissionLimitTopics topics = new EmissionLimitTopics(rules);
        return List.of(topics.emissionLimit(), topics.emissionJudgement());
    }

    private Topic emissionLimit() {
        List<Input> inputs = new ArrayList<>();
        inputs.add(factor());
        inputs.addAll(outletInputs());
        return new Topic(
                "emission_limit",
                new Text("排放口适用的限值", "The limit that applies to an outlet"),
                new Text(
                        "由排放口信息和数据日期得出适用限值、选择它的规则和未选的候选；信息不足时指出缺哪一项，不猜测。",
                        "From what is known of an outlet and the day of the data to the limit, the rule that chose it and the"
                                + " candidates not chosen; where facts are missing it names them and guesses nothing."),
                true,
                inputs,
                List.of(
                        example(
                                "SO2",
                                "gas",
                                "GB 13223",
                                "330600",
                                Map.of(
                                        "facility",
                                        "boiler",
                                        "fuel",
                                        "coal",
                                        "built",
                                        "2009-06-01",
                                        "capacity_mw",
                                        600)),
                        example("COD", "water", "GB 18918", "320500", Map.of("level", "1A"))),
                request -> {
                    Working working = new Working();
                    return outlet(request, working)
                            .map(outlet -> limits.find(outlet, request.getText("factor"), request.day())
                                    .map(this::plain))
                            .orElseGet(working::notJudged);
                });
    }

    private static Map<String, Object> example(
            String factor, String medium, String standard, String region, Map<String, Object> facts) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("factor", factor);
        example.put("medium", medium);
        example.put("standard", standard);
        example.put("region", region);
        example.putAll(facts);
        return example;
    }

    private static Input factor() {
        return Input.of("factor", new Text("因子", "factor"), Input.Kind.TEXT).needed();
    }

    private List<Input> outletInputs() {
        List<Input> inputs = new ArrayList<>();
        inputs.add(Input.choice(
                "medium",
                new Text("介质", "medium"),
                Arrays.stream(EmissionMedium.values())
                        .map(medium -> new Input.Choice(medium.label(), medium.title()))
                        .toList()));
        inputs.add(Input.of("standard", new Text("执行标准（许可证载明）", "standard named by the permit"), Input.Kind.TEXT));
        inputs.add(Input.of("industry", new Text("行业代码（GB/T 4754）", "industry, GB/T 4754"), Input.Kind.TEXT));
        inputs.add(Input.of("region", new Text("行政区划代码", "region, GB/T 2260"), Input.Kind.TEXT));
        limits.facts().listFacts().forEach(fact -> inputs.add(input(fact)));
        return inputs;
    }

    private static Input input(OutletFact fact) {
        return switch (fact.kind()) {
            case NUMBER -> Input.number(fact.key(), fact.title(), fact.unit());
            case DATE -> Input.of(fact.key(), fact.title(), Input.Kind.DATE);
            case FLAG -> Input.of(fact.key(), fact.title(), Input.Kind.FLAG);
            case CHOICE ->
                Input.choice(
                        fact.key(),
                        fact.title(),
                        fact.values().stream()
                                .map(value -> new Input.Choice(value.value(), value.title()))
                                .toList());
        };
    }

    private Optional<Outlet> outlet(Request request, Working working) {
        Optional<EmissionMedium> medium = request.findText("medium")
                .flatMap(EmissionMedium::findMedium)
                .or(() -> onlyMedium(request.findText("factor").orElse("")));
        if (medium.isEmpty()) {
            working.finding(
                    CommonFinding.MISSING_INPUT,
                    "medium",
                    String.join(
                            ", ",
                            Arrays.stream(EmissionMedium.values())
                                    .map(EmissionMedium::label)
                                    .toList()),
                    "");
            return Optional.empty();
        }
        Map<String, String> facts = new LinkedHashMap<>();
        for (OutletFact fact : limits.facts().listFacts()) {
            if (request.has(fact.key())) {
                answer(request, fact).ifPresent(answer -> facts.put(fact.key(), answer));
            }
        }
        return Optional.of(new Outlet(
                medium.get(),
                request.findText("standard"),
                request.findText("industry"),
                request.findText("region"),
                facts));
    }

    /** The medium that need not be asked for, as the factor has limits in no other. */
    private Optional<EmissionMedium> onlyMedium(String factor) {
        Set<EmissionMedium> media = limits.listMedia(factor);
        return media.size() == 1 ? media.stream().findFirst() : Optional.empty();
    }

    private static Optional<String> answer(Request request, OutletFact fact) {
        return switch (fact.kind()) {
            case NUMBER -> request.findNumber(fact.key()).map(BigDecimal::toPlainString);
            case DATE -> request.findDate(fact.key()).map(Object::toString);
            case FLAG -> Optional.of(request.isSet(fact.key()) ? YES : NO);
            case CHOICE -> request.findText(fact.key());
        };
    }

    private Map<String, Object> plain(LimitChoice choice) {
        Map<String, Object> result = new LinkedHashMap<>(plain(choice.limit()));
        result.put(
                "limits",
                choice.limits().stream().map(EmissionLimitTopics::plain).toList());
        result.put(
                "chosen_because",
                choice.candidates().stream()
                        .filter(candidate -> candidate.state() == State.CHOSEN)
                        .map(EmissionLimitTopics::plain)
                        .toList());
        result.put(
                "not_chosen",
                choice.candidates().stream()
                        .filter(candidate -> candidate.state() != State.CHOSEN)
                        .map(EmissionLimitTopics::plain)
                        .toList());
        return result;
    }

    private static Map<String, Object> plain(EmissionLimit limit) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("limit", limit.limit());
        plain.put("low", limit.low());
        plain.put("compare", limit.comparison().label());
        plain.put("unit", limit.unit());
        plain.put("basis", limit.basis().label());
        plain.put("o2_reference", limit.oxygenReference());
        plain.put("o2_formula", limit.oxygen().label());
        limit.rules().stream().findFirst().ifPresent(rule -> {
            plain.put("rule", rule.id());
            plain.put("standard", rule.edition().id());
            plain.put("clause", rule.clause());
        });
        plain.put("note_zh", limit.note().zh());
        plain.put("note_en", limit.note().en());
        return plain;
    }

    private static Map<String, Object> plain(LimitCandidate candidate) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("rule", candidate.limit().rules().getFirst().id());
        plain.put("limit", candidate.limit().describe());
        plain.put("state", candidate.state().name().toLowerCase(Locale.ROOT));
        plain.put("standing_zh", candidate.standing().title().zh());
        plain.put("standing_en", candidate.standing().title().en());
        plain.put("reason_zh", candidate.reasons().getFirst().zh());
        plain.put("reason_en", candidate.reasons().getFirst().en());
        return plain;
    }

    private Topic emissionJudgement() {
        List<Input> inputs = new ArrayList<>();
        inputs.add(factor());
        inputs.add(Input.concentration("value", new Text("数值", "value"), "").needed());
        inputs.add(Input.of(
                "value_unit",
                new Text("数值的单位，缺省为限值的单位", "unit of the value; that of the limit when empty"),
                Input.Kind.TEXT));
        inputs.add(Input.choice(
                "basis",
                new Text("统计时段", "averaging"),
                Arrays.stream(LimitBasis.values())
                        .filter(basis -> !basis.label().isEmpty())
                        .map(basis -> new Input.Choice(basis.label(), basis.title()))
                        .toList()));
        inputs.add(Input.number("o2", new Text("实测含氧量（干）", "measured oxygen, dry"), "%"));
        inputs.add(Input.number("o2_air", new Text("助燃空气含氧量 φ0", "oxygen of the combustion air φ0"), "%"));
        inputs.add(Input.number("alpha", new Text("实测过量空气系数", "measured excess-air coefficient"), ""));
        inputs.add(Input.of("stricter", new Text("实测与折算从严", "judge by the higher of both"), Input.Kind.FLAG));
        inputs.add(Input.of("flag", new Text("HJ 212 数据标记", "flag of HJ 212"), Input.Kind.TEXT));
        inputs.add(Input.number("valid_hours", new Text("日均值的有效小时数", "valid hours of a daily mean"), "h"));
        inputs.add(Input.number("limit", new Text("许可限值（不查标准）", "limit of the permit, instead of a standard"), ""));
        inputs.add(Input.number("o2_reference", new Text("许可限值的基准含氧量", "reference oxygen of that limit"), "%"));
        inputs.add(Input.of("unit", new Text("许可限值的单位", "unit of that limit"), Input.Kind.TEXT));
        inputs.addAll(outletInputs());
        return new Topic(
                "emission_judgement",
                new Text("排放达标判定", "Judgement of an emission"),
                new Text(
                        "先看标记，再按标准要求的均值、基准含氧量折算、修约到限值位数比较，给出超标倍数。",
                        "Marks first, then the averaging of the standard, conversion to reference oxygen, rounding to the decimals of"
                                + " the limit, comparison and multiple."),
                true,
                inputs,
                List.of(
                        Map.of("factor", "SO2", "value", 30, "basis", "1h", "o2", 9, "limit", 35, "o2_reference", 6),
                        Map.of(
                                "factor",
                                "COD",
                                "value",
                                52,
                                "basis",
                                "24h",
                                "medium",
                                "water",
                                "standard",
                                "GB 18918",
                                "region",
                                "320500",
                                "level",
                                "1A")),
                this::judge);
    }

    private Judgement<Map<String, Object>> judge(Request request) {
        Working working = new Working();
        Optional<Reading> reading = request.findReading("value");
        if (reading.isEmpty()) {
            working.finding(CommonFinding.MISSING_INPUT, "value", "", "");
            return working.notJudged();
        }
        LimitBasis basis =
                request.findText("basis").flatMap(LimitBasis::findBasis).orElse(LimitBasis.UNSPECIFIED);
        Optional<EmissionValue> value = value(request, working, reading.get(), basis);
        if (value.isEmpty()) {
            return working.notJudged();
        }
        ValueChoice choice = request.isSet("stricter") ? ValueChoice.STRICTER : ValueChoice.CONVERTED;
        Optional<BigDecimal> permit = request.findNumber("limit");
        Optional<EmissionVerdict> verdict;
        if (permit.isPresent()) {
            verdict = permitLimit(request, permit.get(), basis, working)
                    .flatMap(limit -> working.lean(judge.judge(limit, value.get(), choice)));
        } else {
            verdict = outlet(request, working)
                    .flatMap(outlet ->
                            working.lean(judge.judge(outlet, request.getText("factor"), value.get(), choice)));
        }
        return verdict.map(v -> working.judged(plain(v))).orElseGet(working::notJudged);
    }

    private Optional<EmissionValue> value(Request request, Working working, Reading reading, LimitBasis basis) {
        EmissionValue value = EmissionValue.of(reading, basis, request.day());
        if (request.has("value_unit")) {
            Optional<Unit> unit = Unit.findUnit(request.getText("value_unit"));
            if (unit.isEmpty()) {
                working.finding(CommonFinding.UNIT_MISMATCH, "value_unit", "", request.getText("value_unit"));
                return Optional.empty();
            }
            value = value.withUnit(unit.get());
        }
        value = request.findNumber("o2").map(value::withOxygen).orElse(value);
        value = request.findNumber("o2_air").map(value::withCombustionAir).orElse(value);
        value = request.findNumber("alpha").map(value::withExcessAir).orElse(value);
        value = request.findText("flag")
                .map(flag -> List.of(DataMark.ofFlag(flag)))
                .map(value::withMarks)
                .orElse(value);
        if (!request.has("valid_hours")) {
            return Optional.of(value);
        }
        int hours = EmissionValues.count(request, working, "valid_hours", 0);
        Judgement<Boolean> counted = validity.day(hours);
        working.lean(counted);
        Optional<Completeness> completeness = counted.completeness();
        return completeness.isEmpty() ? Optional.empty() : Optional.of(value.withCompleteness(completeness.get()));
    }

    private Optional<EmissionLimit> permitLimit(Request request, BigDecimal number, LimitBasis basis, Working working) {
        return rules.factors().findFactor(request.getText("factor"), working).map(factor -> {
            EmissionLimit limit = EmissionLimit.ofPermit(
                    factor.key(), number, request.findText("unit").orElse(""), basis);
            return request.findNumber("o2_reference")
                    .map(limit::atReferenceOxygen)
                    .orElse(limit);
        });
    }

    private static Map<String, Object> plain(EmissionVerdict verdict) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("exceeded", verdict.exceeded());
        result.put("converted", verdict.converted().map(EmissionValues::written));
        result.put("judged", verdict.judged());
        result.put("multiple", verdict.multiple());
        result.putAll(plain(verdict.limit()));
        return result;
    }
}
