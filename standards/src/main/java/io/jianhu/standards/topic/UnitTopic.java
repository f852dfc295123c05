package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Factor;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.ReferenceStates;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.UnitConversion;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.GasLaw;
import io.jianhu.standards.quantity.Medium;
import io.jianhu.standards.quantity.Quantity;
import io.jianhu.standards.quantity.ReferenceState;
import io.jianhu.standards.quantity.ReferenceState.Moisture;
import io.jianhu.standards.quantity.Unit;
import io.jianhu.standards.topic.Input.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Conversion of units, with what a gas or water needs to be known. */
final class UnitTopic {

    /** Digits of an answer that has no end of its own. */
    private static final MathContext DIGITS = new MathContext(12);

    private final RuleBook rules;
    private final ReferenceStates states;

    UnitTopic(RuleBook rules) {
        this.rules = rules;
        this.states = new ReferenceStates(rules);
    }

    Topic topic() {
        return new Topic(
                "unit_conversion",
                new Text("单位换算", "Conversion of units"),
                new Text(
                        "同一量纲的单位直接换算；气体在 mg/m³ 与 ppm 之间、或在两种参比状态之间换算，需要因子与温度、压力；水中 mg/m³ 即 µg/L。"
                                + "缺少温度时按介质与日期的规则取参比状态。",
                        "Units of one dimension turn into each other. A gas between mg/m³ and ppm, or between two reference states,"
                                + " needs its factor, temperature and pressure; mg/m³ in water is µg/L. Without a temperature the"
                                + " rules of the medium on the date say which."),
                false,
                List.of(
                        Input.number("value", new Text("数值", "Value"), "").needed(),
                        Input.of("from", new Text("原单位", "Unit"), Kind.TEXT).needed(),
                        Input.of("to", new Text("目标单位", "New unit"), Kind.TEXT).needed(),
                        Input.of("factor", new Text("因子", "Factor"), Kind.TEXT),
                        Input.choice(
                                "medium",
                                new Text("介质", "Medium"),
                                List.of(
                                        new Input.Choice("air", new Text("环境空气", "ambient air")),
                                        new Input.Choice("gas", new Text("废气", "waste gas")),
                                        new Input.Choice("water", new Text("水", "water")))),
                        Input.number("from_K", new Text("原参比温度", "Reference temperature"), "K"),
                        Input.number("from_kPa", new Text("原参比压力", "Reference pressure"), "kPa"),
                        Input.number("to_K", new Text("目标参比温度", "New reference temperature"), "K"),
                        Input.number("to_kPa", new Text("目标参比压力", "New reference pressure"), "kPa")),
                List.of(
                        example("value", 35, "from", "µg/m³", "to", "mg/m³"),
                        example("value", 1, "from", "ppm", "to", "mg/m³", "factor", "SO2", "medium", "air"),
                        example(
                                "value", 100, "from", "mg/m³", "to", "mg/m³", "factor", "NO2", "from_K", "273.15",
                                "to_K", "298.15"),
                        example("value", 10, "from", "mg/m³", "to", "µg/L", "factor", "chla", "medium", "water")),
                this::convert);
    }

    private static Map<String, Object> example(Object... keysAndValues) {
        Map<String, Object> example = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            example.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return example;
    }

    private Judgement<Map<String, Object>> convert(Request request) {
        Working working = new Working();
        Optional<Unit> from = unit(request, "from", working);
        Optional<Unit> to = unit(request, "to", working);
        Optional<Factor> factor =
                request.findText("factor").flatMap(name -> rules.factors().findFactor(name, working));
        if (from.isEmpty() || to.isEmpty() || working.hasFindings()) {
            return working.notJudged();
        }
        Quantity quantity = new Quantity(request.getNumber("value"), from.get());
        return convert(quantity, to.get(), factor, request, working)
                .flatMap(working::lean)
                .map(converted -> working.judged(describe(converted)))
                .orElseGet(working::notJudged);
    }

    /** Empty when the working says what is missing. */
    private Optional<Judgement<Quantity>> convert(
            Quantity quantity, Unit to, Optional<Factor> factor, Request request, Working working) {
        Optional<Medium> medium = medium(request, factor);
        if (medium.filter(Medium.WATER::equals).isPresent()) {
            return Optional.of(
                    isConcentration(quantity.unit()) || isConcentration(to)
                            ? UnitConversion.convertInWater(quantity, to)
                            : UnitConversion.convert(quantity, to));
        }
        boolean sameState = !request.has("from_K") && !request.has("to_K");
        if (sameState && quantity.unit().isOfOneKindWith(to) || factor.isEmpty()) {
            return Optional.of(UnitConversion.convert(quantity, to));
        }
        Optional<ReferenceState> before = state("from", factor.get(), medium, request, working);
        Optional<ReferenceState> after =
                request.has("to_K") ? state("to", factor.get(), medium, request, working) : before;
        return before.flatMap(
                given -> after.map(wanted -> UnitConversion.convertGas(quantity, factor.get(), given, to, wanted)));
    }

    private static boolean isConcentration(Unit unit) {
        return switch (unit.dimension()) {
            case MASS_PER_GAS_VOLUME, MASS_PER_WATER_VOLUME -> true;
            default -> false;
        };
    }

    private static Optional<Medium> medium(Request request, Optional<Factor> factor) {
        return request.findText("medium")
                .map(name -> Medium.valueOf(name.toUpperCase(Locale.ROOT)))
                .or(() -> factor.map(Factor::units)
                        .filter(units -> units.size() == 1)
                        .map(units -> units.keySet().iterator().next()));
    }

    private Optional<ReferenceState> state(
            String place, Factor factor, Optional<Medium> medium, Request request, Working working) {
        Optional<BigDecimal> kelvin = request.findNumber(place + "_K");
        if (kelvin.isPresent()) {
            BigDecimal kilopascal = request.findNumber(place + "_kPa").orElse(GasLaw.ATMOSPHERE);
            if (kelvin.get().signum() > 0 && kilopascal.signum() > 0) {
                return Optional.of(ReferenceState.of(kelvin.get(), kilopascal, Moisture.NOT_STATED));
            }
            working.finding(
                    CommonFinding.OUT_OF_RANGE,
                    place + "_K",
                    "> 0 K, > 0 kPa",
                    kelvin.get().toPlainString() + " K, " + kilopascal.toPlainString() + " kPa");
            return Optional.empty();
        }
        if (medium.isEmpty()) {
            working.finding(CommonFinding.MISSING_INPUT, place + "_K", "medium, or " + place + "_K", "");
            return Optional.empty();
        }
        LocalDate day = request.dayOr(rules.catalogue().asOf());
        return states.findState(factor, medium.get(), day, working);
    }

    private static Optional<Unit> unit(Request request, String place, Working working) {
        Optional<Unit> unit = Unit.findUnit(request.getText(place));
        if (unit.isEmpty()) {
            working.finding(
                    CommonFinding.UNIT_MISMATCH, place, "µg/m³, mg/m³, ppm, mg/L, mg/kg, …", request.getText(place));
        }
        return unit;
    }

    private static Map<String, Object> describe(Quantity converted) {
        BigDecimal value = converted.value().precision() > DIGITS.getPrecision() * 2
                ? converted.value().round(DIGITS)
                : converted.value();
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("value", value);
        result.put("unit", converted.unit().symbol());
        return result;
    }
}
