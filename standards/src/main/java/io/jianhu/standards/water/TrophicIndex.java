package io.jianhu.standards.water;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.DecimalMath;
import io.jianhu.standards.quantity.Reading;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Comprehensive trophic level index TLI(Σ) of lakes and reservoirs, 环办[2011]22号.
 *
 * <p>TLI of a parameter is 10 (a + b ln x), the weight r² / Σ r² of the parameters at hand, the sum taken over unrounded
 * terms and rounded once. The logarithm has {@value DecimalMath#DIGITS} digits: see {@link DecimalMath}.
 */
public final class TrophicIndex {

    private static final MathContext EXACT = MathContext.DECIMAL128;

    /** A length read from a disc: it has no detection limit, and half of one would be the dirtier side. */
    private static final String TRANSPARENCY = "SD";

    private final WaterRules rules;

    public TrophicIndex(RuleBook book) {
        this.rules = new WaterRules(book);
    }

    /** The parameters with their units: chlorophyll a in mg/m³, transparency in m, the others in mg/L. */
    public List<WaterItem> listParameters() {
        return rules.listAll("water-trophic").stream()
                .map(row -> new WaterItem(
                        row.text("factor"), new Text(row.text("name_zh"), row.text("name_en")), row.text("unit")))
                .toList();
    }

    /**
     * Index and state. With missing parameters the weights of the others are renormalised and the result is marked
     * incomplete. A value of zero or less is refused: it has no logarithm.
     */
    public Judgement<TrophicState> judge(Map<String, Reading> values, LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(WaterRules.EVALUATION, day, working)) {
            return working.notJudged();
        }
        List<Rule> parameters = rules.listOn("water-trophic", day);
        List<String> known = parameters.stream().map(row -> row.text("factor")).toList();
        Map<String, BigDecimal> numbers = new LinkedHashMap<>();
        values.forEach((factor, reading) -> {
            if (!known.contains(factor)) {
                working.finding(CommonFinding.UNKNOWN_FACTOR, factor, String.join(",", known), factor);
            } else {
                numbers.put(factor, number(factor, reading, day, working));
            }
        });
        if (values.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "", String.join(",", known), "");
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        Map<Rule, BigDecimal> given = new LinkedHashMap<>();
        for (Rule row : parameters) {
            Optional.ofNullable(numbers.get(row.text("factor"))).ifPresent(number -> given.put(row, number));
        }
        working.completeness(new Completeness(given.size(), parameters.size(), parameters.size()));
        boolean complete = given.size() == parameters.size();
        if (!complete) {
            working.finding(
                    WaterFinding.INDEX_INCOMPLETE,
                    String.join(
                            ",",
                            known.stream()
                                    .filter(factor -> !numbers.containsKey(factor))
                                    .toList()),
                    Integer.toString(parameters.size()),
                    Integer.toString(given.size()));
        }
        warnOfUnit(numbers, day, working);
        return working.judged(index(given, complete, day, working));
    }

    /** The weights of all parameters with four decimals. */
    public Judgement<Map<String, BigDecimal>> judgeWeights(LocalDate day) {
        Working working = new Working();
        if (!rules.hasEdition(WaterRules.EVALUATION, day, working)) {
            return working.notJudged();
        }
        List<Rule> parameters = rules.listOn("water-trophic", day);
        Rounding rounding = Rounding.halfEven(rules.getCount("tli_weight_decimals", day, working));
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        for (Rule row : parameters) {
            working.cite(row);
            weights.put(
                    row.text("factor"),
                    working.step(
                            new Text("权重 " + row.text("name_zh"), "weight of " + row.text("name_en")),
                            "r²/Σr²",
                            square(row).divide(sumOfSquares(parameters), EXACT),
                            rounding,
                            ""));
        }
        return working.judged(weights);
    }

    private TrophicState index(Map<Rule, BigDecimal> given, boolean complete, LocalDate day, Working working) {
        Rounding rounding = Rounding.halfEven(rules.getCount("tli_decimals", day, working));
        Map<String, BigDecimal> single = new LinkedHashMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Rule, BigDecimal> entry : given.entrySet()) {
            Rule row = working.cite(entry.getKey());
            BigDecimal x = entry.getValue();
            BigDecimal term = row.getNumber("a")
                    .add(row.getNumber("b").multiply(DecimalMath.ln(x), EXACT))
                    .multiply(BigDecimal.TEN);
            single.put(
                    row.text("factor"),
                    working.step(
                            new Text("TLI " + row.text("name_zh"), "TLI of " + row.text("name_en")),
                            "10×(" + row.text("a") + " + " + row.text("b") + "×ln " + x.toPlainString() + ")",
                            term,
                            rounding,
                            ""));
            sum = sum.add(term.multiply(square(row)));
        }
        BigDecimal index = working.step(
                new Text("TLI(Σ)", "TLI(Σ)"),
                "Σ r²×TLI / Σ r²",
                sum.divide(sumOfSquares(given.keySet()), EXACT),
                rounding,
                "");
        return new TrophicState(index, state(index, day, working), single, complete);
    }

    private Text state(BigDecimal index, LocalDate day, Working working) {
        Rule state = rules.listOn("water-trophic-classes", day).stream()
                .filter(row -> isInside(index, row))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no trophic class for " + index));
        working.cite(state);
        return new Text(state.text("status_zh"), state.text("status_en"));
    }

    private static boolean isInside(BigDecimal index, Rule row) {
        Optional<Integer> low = row.findNumber("low").map(index::compareTo);
        Optional<Integer> high = row.findNumber("high").map(index::compareTo);
        return (low.isEmpty()
                        || low.get() > 0
                        || (low.get() == 0 && row.text("low_included").equals("yes")))
                && (high.isEmpty()
                        || high.get() < 0
                        || (high.get() == 0 && row.text("high_included").equals("yes")));
    }

    private BigDecimal number(String factor, Reading reading, LocalDate day, Working working) {
        return switch (reading) {
            case Reading.Measured measured -> {
                if (measured.value().signum() <= 0) {
                    working.finding(
                            WaterFinding.NOT_POSITIVE,
                            factor,
                            "> 0",
                            measured.value().toPlainString());
                }
                yield measured.value();
            }
            case Reading.BelowDetection below -> {
                if (factor.equals(TRANSPARENCY)) {
                    working.finding(
                            WaterFinding.BELOW_DETECTION_HAS_NO_MEANING,
                            factor,
                            "",
                            below.detectionLimit().toPlainString() + "L");
                }
                yield below.detectionLimit().multiply(rules.getMethod("below_detection_share", day, working));
            }
        };
    }

    private void warnOfUnit(Map<String, BigDecimal> numbers, LocalDate day, Working working) {
        BigDecimal chlorophyll = numbers.get("chla");
        if (chlorophyll == null) {
            return;
        }
        Rule suspect = rules.listOn("water-methods", day).stream()
                .filter(row -> row.text("name").equals("chla_suspect_below"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no chla_suspect_below on " + day));
        if (chlorophyll.compareTo(suspect.getNumber("value")) < 0) {
            working.cite(suspect);
            working.finding(WaterFinding.LIKELY_OTHER_UNIT, "chla", "mg/m³", chlorophyll.toPlainString());
        }
    }

    private static BigDecimal square(Rule row) {
        return row.getNumber("r").pow(2);
    }

    private static BigDecimal sumOfSquares(Collection<Rule> rows) {
        return rows.stream().map(TrophicIndex::square).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
