package io.jianhu.standards.water;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.RuleBook;
import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("dirtier water")
class WaterMonotonyTest {

    private static final LocalDate DAY = LocalDate.parse("2025-06-01");
    private static final long SEED = 3838_2002L;

    private final RuleBook rules = RuleBook.load();
    private final SurfaceWater water = new SurfaceWater(rules);
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

    /** Spread over the orders of magnitude of all limits, and close to each limit of the table. */
    private List<BigDecimal> values(List<BigDecimal> limits) {
        List<BigDecimal> values = new ArrayList<>(limits);
        for (int i = 0; i < 60; i++) {
            values.add(new BigDecimal(Math.pow(10, random.nextDouble(-6, 5)), new MathContext(4)));
        }
        for (BigDecimal limit : limits) {
            for (String factor : List.of("0.99", "0.9999", "1.0001", "1.01")) {
                values.add(limit.multiply(new BigDecimal(factor)));
            }
        }
        Collections.sort(values);
        return values;
    }

    @Test
    void never_has_a_better_class_in_any_item_of_surface_water() {
        for (WaterBody body : WaterBody.values()) {
            SurfaceLimits limits = SurfaceLimits.of(new WaterRules(rules), body, DAY);
            for (ItemLimits item : limits.listAll()) {
                if (item.bounds().isEmpty()
                        || item.factor().equals("pH")
                        || item.factor().equals("DO_saturation")) {
                    continue;
                }
                boolean more = item.factor().equals("DO");
                WaterClass before = more ? WaterClass.WORSE_THAN_V : WaterClass.I;
                for (BigDecimal value : values(numbersOf(item))) {
                    WaterClass now = water.judgeItem(item.factor(), new Reading.Measured(value), body, DAY)
                            .getValue()
                            .grade();
                    assertThat(more ? before.compareTo(now) : now.compareTo(before))
                            .as("seed %d, %s %s %s", SEED, body, item.factor(), value)
                            .isGreaterThanOrEqualTo(0);
                    before = now;
                }
            }
        }
    }

    @Test
    void never_makes_a_section_better_whatever_else_is_in_the_sample() {
        SurfaceLimits limits = SurfaceLimits.of(new WaterRules(rules), WaterBody.LAKE, DAY);
        List<ItemLimits> items = limits.listWith(SurfaceLimits.Role.SECTION);
        for (int i = 0; i < 300; i++) {
            Map<String, Reading> sample = new LinkedHashMap<>();
            for (ItemLimits item : items) {
                if (random.nextInt(3) == 0) {
                    sample.put(item.factor(), aroundLimits(item));
                }
            }
            if (sample.isEmpty()) {
                continue;
            }
            WaterClass before = classOf(sample);
            List<String> factors = new ArrayList<>(sample.keySet());
            String dirtier = factors.get(random.nextInt(factors.size()));
            Map<String, Reading> after = new HashMap<>(sample);
            after.compute(dirtier, (factor, reading) -> dirtier(factor, (Reading.Measured) reading));
            assertThat(classOf(after))
                    .as("seed %d, sample %s, %s made dirtier", SEED, sample, dirtier)
                    .isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void has_the_same_class_in_any_order_of_its_items_and_agrees_with_the_worst_item() {
        SurfaceLimits limits = SurfaceLimits.of(new WaterRules(rules), WaterBody.RIVER, DAY);
        for (int i = 0; i < 100; i++) {
            List<Map.Entry<String, Reading>> entries = new ArrayList<>();
            for (ItemLimits item : limits.listWith(SurfaceLimits.Role.SECTION)) {
                entries.add(Map.entry(item.factor(), aroundLimits(item)));
            }
            WaterClass naive = entries.stream()
                    .map(entry -> water.judgeItem(entry.getKey(), entry.getValue(), WaterBody.RIVER, DAY)
                            .getValue()
                            .grade())
                    .max(WaterClass::compareTo)
                    .orElseThrow();
            Collections.shuffle(entries, new Random(SEED + i));
            Map<String, Reading> shuffled = new LinkedHashMap<>();
            entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));
            SectionClass section =
                    water.judgeSection(shuffled, WaterBody.RIVER, DAY).getValue();
            assertThat(section.waterClass()).as("seed %d, %s", SEED, shuffled).isEqualTo(naive);
        }
    }

    @Test
    void never_has_a_better_class_in_groundwater_or_the_sea() {
        Groundwater groundwater = new Groundwater(rules);
        for (WaterItem item : groundwater.listItems()) {
            if (item.factor().equals("pH")) {
                continue;
            }
            WaterClass before = WaterClass.I;
            for (BigDecimal value : values(List.of())) {
                WaterClass now = groundwater
                        .judge(Map.of(item.factor(), new Reading.Measured(value)), Map.of(), DAY)
                        .getValue()
                        .grade();
                assertThat(now).as("seed %d, %s %s", SEED, item.factor(), value).isGreaterThanOrEqualTo(before);
                before = now;
            }
        }
        SeaWater sea = new SeaWater(rules);
        for (WaterItem item : sea.listItems()) {
            if (item.factor().equals("pH") || item.factor().equals("DO")) {
                continue;
            }
            SeaClass before = SeaClass.FIRST;
            for (BigDecimal value : values(List.of())) {
                SeaClass now = sea.judge(Map.of(item.factor(), new Reading.Measured(value)), Season.OTHER, DAY)
                        .getValue()
                        .grade();
                assertThat(now).as("seed %d, %s %s", SEED, item.factor(), value).isGreaterThanOrEqualTo(before);
                before = now;
            }
        }
    }

    private WaterClass classOf(Map<String, Reading> sample) {
        return water.judgeSection(sample, WaterBody.LAKE, DAY).getValue().waterClass();
    }

    private Reading aroundLimits(ItemLimits item) {
        List<BigDecimal> numbers = numbersOf(item);
        BigDecimal limit = numbers.get(random.nextInt(numbers.size()));
        BigDecimal factor = new BigDecimal(random.nextDouble(0.7, 1.4), new MathContext(4));
        return new Reading.Measured(item.factor().equals("pH") ? BigDecimal.valueOf(7) : limit.multiply(factor));
    }

    private Reading dirtier(String factor, Reading.Measured reading) {
        BigDecimal more = new BigDecimal(random.nextDouble(1, 3), new MathContext(4));
        return switch (factor) {
            case "DO" -> new Reading.Measured(reading.value().divide(more, MathContext.DECIMAL64));
            case "pH" -> new Reading.Measured(reading.value().multiply(more).min(BigDecimal.valueOf(14)));
            default -> new Reading.Measured(reading.value().multiply(more));
        };
    }

    private static List<BigDecimal> numbersOf(ItemLimits item) {
        return item.bounds().stream()
                .map(bound -> switch (bound) {
                    case Bound.AtMost most -> most.limit();
                    case Bound.AtLeast least -> least.limit();
                    case Bound.Between between -> between.high();
                    case Bound.NotDetected _, Bound.NoLimit _ -> BigDecimal.ZERO;
                })
                .toList();
    }
}
