package io.jianhu.standards.air.series;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Cities or stations by a published value. Equal values share a rank and the next ranks are left out: 1, 2, 2, 4. */
public final class Rankings {

    /** Which end is the good one. */
    public enum Order {
        /** Composite index, concentrations. */
        LOWER_IS_BETTER,
        /** Share of good days. */
        HIGHER_IS_BETTER
    }

    /** One line of a ranking. */
    public record Place(int rank, String name, BigDecimal value) {}

    private final Rule rule;

    private Rankings(Rule rule) {
        this.rule = rule;
    }

    public static Rankings of(RuleBook rules) {
        return new Rankings(rules.findRule("HJ663-2013/5/ranking").orElseThrow());
    }

    /**
     * Ranks values that are already rounded as they are published: two that read the same share a rank.
     *
     * @return best first; within a rank by name
     */
    public Judgement<List<Place>> rank(Map<String, BigDecimal> values, Order order) {
        Working working = new Working();
        working.cite(rule);
        if (values.isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "values", "1", "0");
        }
        values.forEach((name, value) -> {
            if (value.signum() < 0) {
                working.finding(CommonFinding.NEGATIVE, "values." + name, "", value.toPlainString());
            }
        });
        if (working.hasFindings()) {
            return working.notJudged();
        }
        Comparator<Map.Entry<String, BigDecimal>> byValue = Map.Entry.comparingByValue();
        List<Map.Entry<String, BigDecimal>> sorted = values.entrySet().stream()
                .sorted((order == Order.LOWER_IS_BETTER ? byValue : byValue.reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
        List<Place> places = new ArrayList<>();
        for (Map.Entry<String, BigDecimal> entry : sorted) {
            boolean tied = !places.isEmpty() && places.getLast().value().compareTo(entry.getValue()) == 0;
            int rank = tied ? places.getLast().rank() : places.size() + 1;
            places.add(new Place(rank, entry.getKey(), entry.getValue()));
        }
        return working.judged(List.copyOf(places));
    }
}
