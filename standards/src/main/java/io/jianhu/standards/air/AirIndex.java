package io.jianhu.standards.air;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The air quality index of HJ 633: individual indices, their maximum, primary pollutants.
 *
 * <p>Each concentration is rounded half to even, laid on its scale, and the index rounded up. Never derive attainment from
 * the result: its breakpoints are not the limits of GB 3095, and from 2031 on they part.
 */
public final class AirIndex {

    private final RuleBook rules;
    private final List<IndexScale> scales;
    private final List<IndexItem> items;
    private final AqiLevels levels;
    private final AirTerms terms;

    private AirIndex(RuleBook rules) {
        this.rules = rules;
        this.scales =
                rules.getTable("air-iaqi").rows().stream().map(IndexScale::of).toList();
        this.items = rules.getTable("air-index-items").rows().stream()
                .map(IndexItem::of)
                .toList();
        this.levels = AqiLevels.of(rules);
        this.terms = new AirTerms(rules);
    }

    public static AirIndex of(RuleBook rules) {
        return new AirIndex(rules);
    }

    /** What the report of the day takes, in the order of the standard's tables; nothing before the first edition. */
    public List<IndexItem> listItems(LocalDate day, Report report) {
        return items.stream()
                .filter(item ->
                        item.report() == report && item.rule().validity().covers(day))
                .toList();
    }

    /**
     * The scale of a factor and averaging time.
     *
     * @throws IllegalArgumentException when the edition of the day has none
     */
    public IndexScale getScale(LocalDate day, AirItem item) {
        return scales.stream()
                .filter(scale ->
                        scale.item().equals(item) && scale.rule().validity().covers(day))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no scale for " + item + " on " + day));
    }

    /** Every factor that has an index in some edition, in the order of the standard's tables. */
    public List<String> listFactors() {
        return items.stream().map(item -> item.item().factor()).distinct().toList();
    }

    /**
     * The index of one hour or day.
     *
     * @param day the date of the data
     * @param values µg/m³, carbon monoxide mg/m³; what the report does not take is left out with a warning. An item that is
     *     not there does not count: whether such an index may be published is asked of {@link AqiPublications}
     * @return no result for a negative concentration, an unknown factor, a day before the first edition, or when nothing has an
     *     index
     */
    public Judgement<Aqi> judge(LocalDate day, Report report, Map<AirItem, BigDecimal> values) {
        Working working = new Working();
        refuseImpossible(values, working);
        rules.catalogue().findEdition("HJ 633", day, working);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        List<IndexItem> taken = listItems(day, report);
        warnOfUnused(taken, values.keySet(), working);

        List<ItemIndex> indices = new ArrayList<>();
        for (IndexItem item : taken) {
            BigDecimal value = values.get(item.item());
            if (value != null && !item.standIn()) {
                indices.add(index(day, item, value, taken, values, working));
            }
        }
        Optional<Integer> largest =
                indices.stream().flatMap(i -> i.index().stream()).max(Integer::compare);
        if (largest.isEmpty()) {
            working.finding(AirFinding.NO_INDEX_AT_ALL, "input", describe(taken), "");
            return working.notJudged();
        }
        return conclude(day, report, indices, largest.get(), working);
    }

    private void refuseImpossible(Map<AirItem, BigDecimal> values, Working working) {
        List<String> known = listFactors();
        if (values.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "input", String.join(", ", known), "");
        }
        values.forEach((item, value) -> {
            if (!known.contains(item.factor())) {
                working.finding(CommonFinding.UNKNOWN_FACTOR, item.factor(), String.join(", ", known), item.factor());
            } else {
                working.refuseNegative(item.toString(), value);
            }
        });
    }

    private static void warnOfUnused(List<IndexItem> taken, Set<AirItem> given, Working working) {
        Set<AirItem> used = taken.stream().map(IndexItem::item).collect(Collectors.toSet());
        for (AirItem item : given) {
            if (!used.contains(item)) {
                working.finding(AirFinding.ITEM_NOT_IN_REPORT, item.toString(), describe(taken), item.toString());
            }
        }
    }

    private ItemIndex index(
            LocalDate day,
            IndexItem item,
            BigDecimal value,
            List<IndexItem> taken,
            Map<AirItem, BigDecimal> values,
            Working working) {
        IndexScale scale = getScale(day, item.scale());
        working.cite(item.rule());
        working.cite(scale.rule());
        BigDecimal concentration = rounded(item, value, scale, working);
        Optional<Integer> index = index(item.item(), scale, concentration, working);
        if (index.isEmpty()) {
            index = standIn(day, item, scale, taken, values, working);
        } else if (scale.endsBelow(concentration)) {
            working.finding(
                    AirFinding.ABOVE_SCALE,
                    item.item().toString(),
                    "≤ " + scale.nodes().getLast().concentration().toPlainString() + " " + scale.unit(),
                    concentration.toPlainString());
        }
        return new ItemIndex(item.item(), concentration, index);
    }

    /** The index of the averaging time that stands in; empty when it counts on its own or was not given. */
    private Optional<Integer> standIn(
            LocalDate day,
            IndexItem item,
            IndexScale scale,
            List<IndexItem> taken,
            Map<AirItem, BigDecimal> values,
            Working working) {
        AirItem wanted = new AirItem(item.item().factor(), scale.instead().orElseThrow());
        BigDecimal value = values.get(wanted);
        if (value == null) {
            working.finding(
                    AirFinding.NO_INDEX_HERE,
                    item.item().toString(),
                    wanted.toString(),
                    "> " + scale.nodes().getLast().concentration().toPlainString());
            return Optional.empty();
        }
        return taken.stream()
                .filter(other -> other.item().equals(wanted) && other.standIn())
                .findFirst()
                .flatMap(other ->
                        index(day, other, value, taken, values, working).index());
    }

    private static BigDecimal rounded(IndexItem item, BigDecimal value, IndexScale scale, Working working) {
        if (value.stripTrailingZeros().scale() <= item.rounding().decimals()) {
            return item.rounding().round(value);
        }
        Text label = new Text(
                item.item().factor() + " " + item.value().zh(),
                item.item().factor() + " " + item.value().en());
        return working.step(label, value.toPlainString(), value, item.rounding(), scale.unit());
    }

    private static Optional<Integer> index(AirItem item, IndexScale scale, BigDecimal concentration, Working working) {
        return scale.findExact(concentration).map(exact -> {
            String label = "IAQI " + item;
            return working.step(new Text(label, label), scale.formula(concentration), exact, Rounding.upToInteger(), "")
                    .intValueExact();
        });
    }

    private Judgement<Aqi> conclude(
            LocalDate day, Report report, List<ItemIndex> indices, int largest, Working working) {
        int aqi = Math.max(largest, least(day, largest, working));
        working.step(
                new Text("空气质量指数 AQI", "AQI"),
                "max("
                        + indices.stream()
                                .flatMap(i -> i.index().stream())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))
                        + ")",
                BigDecimal.valueOf(aqi),
                "");
        Optional<AqiLevel> level = working.lean(levels.judge(day, BigDecimal.valueOf(aqi)));
        int threshold = terms.get("primary-above", day, working).intValueExact();
        List<String> primary = aqi > threshold ? factors(indices, largest) : List.of();
        Optional<List<String>> nonAttainment = terms.find("non-attainment-above", day)
                .map(working::cite)
                .map(row -> factors(indices, row.getNumber("value").intValueExact() + 1));
        return working.judged(new Aqi(report, aqi, List.copyOf(indices), level.orElseThrow(), primary, nonAttainment));
    }

    /** The least index that the edition prints. Cited only where it raises the result. */
    private int least(LocalDate day, int largest, Working working) {
        return terms.find("aqi-min", day)
                .filter(row -> row.getNumber("value").intValueExact() > largest)
                .map(working::cite)
                .map(row -> row.getNumber("value").intValueExact())
                .orElse(largest);
    }

    private static List<String> factors(List<ItemIndex> indices, int atLeast) {
        Set<String> factors = new LinkedHashSet<>();
        for (ItemIndex index : indices) {
            if (index.index().isPresent() && index.index().get() >= atLeast) {
                factors.add(index.item().factor());
            }
        }
        return List.copyOf(factors);
    }

    private static String describe(List<IndexItem> items) {
        return items.stream().map(item -> item.item().toString()).collect(Collectors.joining(", "));
    }
}
