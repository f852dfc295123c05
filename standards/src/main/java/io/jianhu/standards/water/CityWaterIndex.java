package io.jianhu.standards.water;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Reading;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** City water quality index CWQI, 城市地表水环境质量排名技术规定(试行). */
public final class CityWaterIndex {

    private static final String FAMILY = "城市地表水环境质量排名技术规定";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final MathContext EXACT = MathContext.DECIMAL128;

    private final WaterRules rules;

    public CityWaterIndex(RuleBook book) {
        this.rules = new WaterRules(book);
    }

    /**
     * The index of the rivers or the lakes of a city.
     *
     * @param means the mean of each of the 21 items over all sections or points, see {@link
     *     SectionStatistics#meansOver}; half the detection limit stands for a mean below detection
     */
    public Judgement<CityIndex> judge(Map<String, Reading> means, WaterBody body, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(FAMILY, day, working) || !rules.hasEdition(WaterRules.GB_3838, day, working)) {
            return working.notJudged();
        }
        SurfaceLimits limits = SurfaceLimits.of(rules, body, day);
        means.forEach((factor, reading) -> {
            if (limits.find(factor).isEmpty()) {
                working.finding(CommonFinding.UNKNOWN_FACTOR, factor, "", body.label());
            } else {
                Grader.isPossible(factor, reading, working);
            }
        });
        List<ItemLimits> items = limits.listWith(SurfaceLimits.Role.SECTION);
        Map<ItemLimits, BigDecimal> given = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (ItemLimits item : items) {
            Optional.ofNullable(means.get(item.factor()))
                    .ifPresentOrElse(
                            reading -> given.put(item, number(reading, day, working)),
                            () -> missing.add(item.factor()));
        }
        given.forEach((item, value) -> {
            if (formOf(item, day).equals("inverse") && value.signum() == 0) {
                working.finding(WaterFinding.NOT_POSITIVE, item.factor(), "> 0", "0");
            }
        });
        if (given.isEmpty()) {
            working.finding(WaterFinding.NO_ITEM_JUDGED, "", "", "");
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        working.completeness(new Completeness(given.size(), items.size(), items.size()));
        if (!missing.isEmpty()) {
            working.finding(WaterFinding.INDEX_INCOMPLETE, String.join(",", missing), "", "");
        }
        return working.judged(sum(given, missing.isEmpty(), day, working));
    }

    /**
     * The index of a city from that of its rivers and that of its lakes, weighted by their numbers of sections and points.
     */
    public Judgement<BigDecimal> judgeCity(
            BigDecimal rivers, int sections, BigDecimal lakes, int points, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(FAMILY, day, working)) {
            return working.notJudged();
        }
        if (rivers.signum() < 0 || lakes.signum() < 0 || sections < 0 || points < 0) {
            working.finding(CommonFinding.NEGATIVE, "", "≥ 0", "");
        } else if (sections + points == 0) {
            working.finding(CommonFinding.EMPTY_SET, "", "", "");
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        working.cite(row("city", day));
        BigDecimal m = BigDecimal.valueOf(sections);
        BigDecimal n = BigDecimal.valueOf(points);
        return working.judged(working.step(
                new Text("城市水质指数", "city water quality index"),
                "(" + rivers + "×" + m + " + " + lakes + "×" + n + ")/(" + m + " + " + n + ")",
                rivers.multiply(m).add(lakes.multiply(n)).divide(m.add(n), EXACT),
                rounding(day, working),
                ""));
    }

    /** The cities in order, best first: the smaller the index, the better. */
    public Judgement<List<RankedCity>> rank(Map<String, BigDecimal> cities, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(FAMILY, day, working)) {
            return working.notJudged();
        }
        if (cities.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "", "", "");
        }
        cities.forEach((city, index) -> {
            working.refuseNegative(city, index);
        });
        if (working.hasFindings()) {
            return working.notJudged();
        }
        working.cite(row("order", day));
        List<RankedCity> ranked = new ArrayList<>();
        cities.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .forEach(entry -> {
                    boolean tie = !ranked.isEmpty() && ranked.getLast().index().compareTo(entry.getValue()) == 0;
                    int rank = tie ? ranked.getLast().rank() : ranked.size() + 1;
                    ranked.add(new RankedCity(rank, entry.getKey(), entry.getValue()));
                });
        return working.judged(List.copyOf(ranked));
    }

    /**
     * The change of an index against the same period before, in percent; below zero the water became better.
     *
     * @param before above zero
     */
    public Judgement<BigDecimal> judgeChange(BigDecimal before, BigDecimal after, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(FAMILY, day, working)) {
            return working.notJudged();
        }
        if (before.signum() <= 0) {
            working.finding(WaterFinding.NOT_POSITIVE, "before", "> 0", before.toPlainString());
        }
        working.refuseNegative("after", after);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        working.cite(row("change", day));
        return working.judged(working.step(
                new Text("水质指数变化程度", "change of the water quality index"),
                "(" + after + " - " + before + ")/" + before + "×100",
                after.subtract(before).multiply(HUNDRED).divide(before, EXACT),
                Rounding.halfEven(rules.getCount("cwqi_change_decimals", day, working)),
                "%"));
    }

    private CityIndex sum(Map<ItemLimits, BigDecimal> given, boolean complete, LocalDate day, Working working) {
        Rounding rounding = rounding(day, working);
        int basis = rules.getCount("cwqi_class", day, working) - 1;
        Map<String, BigDecimal> single = new LinkedHashMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<ItemLimits, BigDecimal> entry : given.entrySet()) {
            ItemLimits item = entry.getKey();
            working.cite(item.rule());
            Rule form = working.cite(row(formOf(item, day), day));
            BigDecimal term = term(form, item.bounds().get(basis), entry.getValue());
            single.put(item.factor(), working.step(item.name(), form.text("form"), term, rounding, ""));
            sum = sum.add(term);
        }
        BigDecimal index = working.step(new Text("水质指数", "water quality index"), "Σ", sum, rounding, "");
        return new CityIndex(index, single, complete);
    }

    private static BigDecimal term(Rule form, Bound bound, BigDecimal value) {
        return switch (form.text("form")) {
            case "neutral" -> {
                BigDecimal neutral = form.getNumber("neutral");
                BigDecimal edge = form.getNumber(value.compareTo(neutral) <= 0 ? "low" : "high");
                yield value.subtract(neutral).divide(edge.subtract(neutral), EXACT);
            }
            case "inverse" -> limit(bound).divide(value, EXACT);
            default -> value.divide(limit(bound), EXACT);
        };
    }

    private static BigDecimal limit(Bound bound) {
        return switch (bound) {
            case Bound.AtMost most -> most.limit();
            case Bound.AtLeast least -> least.limit();
            case Bound.Between _, Bound.NotDetected _, Bound.NoLimit _ ->
                throw new IllegalStateException("no single limit: " + bound.written());
        };
    }

    private String formOf(ItemLimits item, LocalDate day) {
        return rules.listOn("water-cwqi", day).stream()
                .filter(row -> row.text("factor").equals(item.factor()))
                .map(row -> row.text("form"))
                .findFirst()
                .orElse("ratio");
    }

    private Rule row(String form, LocalDate day) {
        return rules.listOn("water-cwqi", day).stream()
                .filter(row -> row.text("form").equals(form))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no term " + form + " on " + day));
    }

    private BigDecimal number(Reading reading, LocalDate day, Working working) {
        return switch (reading) {
            case Reading.Measured measured -> measured.value();
            case Reading.BelowDetection below ->
                below.detectionLimit().multiply(rules.getMethod("below_detection_share", day, working));
        };
    }

    private Rounding rounding(LocalDate day, Working working) {
        return Rounding.halfEven(rules.getCount("cwqi_decimals", day, working));
    }
}
