package io.jianhu.standards.plan;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Edition;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Class, change and composition of EQI and EI.
 *
 * <p>Bounds and weights are data and mostly unverified; published indices have two decimals.
 */
public final class EcoQuality {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Rounding PUBLISHED = Rounding.halfEven(2);

    private final RuleBook rules;

    public EcoQuality(RuleBook rules) {
        this.rules = rules;
    }

    /** The parts that an index is composed of, by key. */
    public List<String> listParts(EcoIndex index) {
        return weights(index).stream().map(rule -> rule.text("part")).toList();
    }

    /**
     * What a part is called.
     *
     * @throws NoSuchElementException when the index has no such part
     */
    public Text titleOf(EcoIndex index, String part) {
        return weights(index).stream()
                .filter(rule -> rule.text("part").equals(part))
                .map(rule -> new Text(rule.text("part_zh"), rule.text("part_en")))
                .findFirst()
                .orElseThrow();
    }

    /** The class of a value, such as 二类; a value on a bound belongs to the better class. */
    public Judgement<Text> classify(EcoIndex index, BigDecimal value, LocalDate day) {
        Working working = new Working();
        refuse(index.name(), value, working);
        Optional<Edition> edition = rules.catalogue().findEdition(index.family(), day, working);
        if (edition.isEmpty() || working.hasFindings()) {
            return working.notJudged();
        }
        BigDecimal rounded =
                working.step(new Text(index.name(), index.name()), value.toPlainString(), value, PUBLISHED, "");
        Rule row = rules.getTable("eco-classes").rows().stream()
                .filter(rule -> rule.edition().equals(edition.get()))
                .filter(rule -> rule.findNumber("lower")
                        .map(lower -> rounded.compareTo(lower) >= 0)
                        .orElse(true))
                .findFirst()
                .orElseThrow();
        working.cite(row);
        return working.judged(new Text(row.text("class_zh"), row.text("class_en")));
    }

    /** The grade of the change between two years, by the edition of the later one. */
    public Judgement<EcoChange> change(EcoIndex index, BigDecimal before, BigDecimal after, LocalDate day) {
        Working working = new Working();
        refuse("before", before, working);
        refuse("after", after, working);
        Optional<Edition> edition = rules.catalogue().findEdition(index.family(), day, working);
        if (edition.isEmpty() || working.hasFindings()) {
            return working.notJudged();
        }
        BigDecimal difference = working.step(
                new Text("Δ" + index.name(), "Δ" + index.name()),
                after.toPlainString() + "-" + before.toPlainString(),
                after.subtract(before),
                PUBLISHED,
                "");
        Rule row = rules.getTable("eco-changes").rows().stream()
                .filter(rule -> rule.edition().equals(edition.get()))
                .filter(rule -> difference.abs().compareTo(rule.getNumber("at_least")) >= 0)
                .reduce((_, larger) -> larger)
                .orElseThrow();
        working.cite(row);
        String way = difference.signum() < 0 ? "worse" : "better";
        return working.judged(new EcoChange(difference, new Text(row.text(way + "_zh"), row.text(way + "_en"))));
    }

    /** The index from its parts, each 0 to 100, two decimals; all parts are needed. */
    public Judgement<BigDecimal> compose(EcoIndex index, Map<String, BigDecimal> parts, LocalDate day) {
        Working working = new Working();
        Optional<Edition> edition = rules.catalogue().findEdition(index.family(), day, working);
        List<Rule> weights = weights(index);
        for (Rule weight : weights) {
            if (!parts.containsKey(weight.text("part"))) {
                working.finding(CommonFinding.MISSING_INPUT, weight.text("part"), "0..100", "");
            }
        }
        parts.forEach((part, value) -> {
            if (listParts(index).contains(part)) {
                refuse(part, value, working);
            } else {
                working.finding(CommonFinding.UNKNOWN_INPUT, part, String.join(", ", listParts(index)), part);
            }
        });
        if (edition.isEmpty() || working.hasFindings()) {
            return working.notJudged();
        }
        BigDecimal sum = BigDecimal.ZERO;
        StringBuilder formula = new StringBuilder();
        for (Rule weight : weights) {
            working.cite(weight);
            BigDecimal value = parts.getOrDefault(weight.text("part"), BigDecimal.ZERO);
            boolean inverse = weight.text("transform").equals("inverse");
            sum = sum.add(weight.getNumber("weight").multiply(inverse ? HUNDRED.subtract(value) : value));
            formula.append(formula.isEmpty() ? "" : "+")
                    .append(weight.text("weight"))
                    .append('×');
            formula.append(inverse ? "(100-" + value.toPlainString() + ")" : value.toPlainString());
        }
        return working.judged(
                working.step(new Text(index.name(), index.name()), formula.toString(), sum, PUBLISHED, ""));
    }

    private List<Rule> weights(EcoIndex index) {
        return rules.getTable("eco-weights").rows().stream()
                .filter(rule -> rule.text("index").equals(index.name()))
                .toList();
    }

    private static void refuse(String place, BigDecimal value, Working working) {
        if (value.signum() < 0 || value.compareTo(HUNDRED) > 0) {
            working.finding(CommonFinding.OUT_OF_RANGE, place, "0..100", value.toPlainString());
        }
    }
}
