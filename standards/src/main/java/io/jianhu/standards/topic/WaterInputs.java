package io.jianhu.standards.topic;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Reading;
import io.jianhu.standards.water.ItemGrade;
import io.jianhu.standards.water.MainItem;
import io.jianhu.standards.water.WaterBody;
import io.jianhu.standards.water.WaterClass;
import io.jianhu.standards.water.WaterItem;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The inputs and the plain results that several water topics share. */
final class WaterInputs {

    static final String WATER_BODY = "water_body";

    private WaterInputs() {}

    static Input waterBody() {
        return Input.choice(
                        WATER_BODY,
                        new Text("水体", "water body"),
                        Stream.of(WaterBody.values())
                                .map(body -> new Input.Choice(body.label(), body.title(), otherNames(body)))
                                .toList())
                .needed();
    }

    private static List<String> otherNames(WaterBody body) {
        return switch (body) {
            case RIVER -> List.of("河", "stream");
            case LAKE -> List.of("reservoir", "湖泊", "水库", "湖库", "湖", "库");
        };
    }

    static WaterBody waterBody(Request request) {
        return request.getText(WATER_BODY).equals(WaterBody.LAKE.label()) ? WaterBody.LAKE : WaterBody.RIVER;
    }

    static List<Input> concentrations(List<WaterItem> items) {
        return items.stream()
                .map(item -> Input.concentration(item.factor(), item.name(), item.unit()))
                .toList();
    }

    static Input targetClass(String key, Text label) {
        return Input.choice(
                        key,
                        label,
                        WaterClass.TARGETS.stream()
                                .map(one -> new Input.Choice(one.label(), one.title()))
                                .toList())
                .needed();
    }

    /** The readings of the items that the request holds. */
    static Map<String, Reading> sample(Request request, List<WaterItem> items) {
        Map<String, Reading> sample = new LinkedHashMap<>();
        for (WaterItem item : items) {
            request.findReading(item.factor()).ifPresent(reading -> sample.put(item.factor(), reading));
        }
        return sample;
    }

    /** A whole number; a finding when it is none. */
    static Optional<Integer> count(Request request, String key, Working working) {
        Optional<BigDecimal> number = request.findNumber(key);
        try {
            return number.map(BigDecimal::intValueExact);
        } catch (ArithmeticException _) {
            working.finding(
                    CommonFinding.OUT_OF_RANGE,
                    key,
                    "1, 2, 3…",
                    number.orElseThrow().toPlainString());
            return Optional.empty();
        }
    }

    /** {@code [["NH3N", 0.35], ["DO", null]]}. */
    static List<Object> plainItems(List<MainItem> items) {
        return items.stream()
                .<Object>map(item -> List.of(item.factor(), item.multiple()))
                .toList();
    }

    static Map<String, Object> plainGrades(List<ItemGrade<WaterClass>> grades) {
        Map<String, Object> plain = new LinkedHashMap<>();
        grades.forEach(grade -> plain.put(grade.factor(), grade.grade().label()));
        return plain;
    }

    static List<String> factors(List<? extends ItemGrade<?>> grades) {
        return grades.stream().<String>map(ItemGrade::factor).toList();
    }
}
