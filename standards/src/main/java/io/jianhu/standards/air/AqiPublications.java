package io.jianhu.standards.air;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Completeness;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What may be published when items are missing, HJ 633-2026: the index only where it is already above the threshold, otherwise
 * the single values and {@code NA}. The edition before had no such rule.
 */
public final class AqiPublications {

    /** In the place of what is not there. */
    public static final String NOT_AVAILABLE = "NA";

    /** In the place of an item outside the monitoring plan. */
    public static final String NOT_PLANNED = "/";

    private final RuleBook rules;
    private final AirIndex index;
    private final AirTerms terms;

    private AqiPublications(RuleBook rules) {
        this.rules = rules;
        this.index = AirIndex.of(rules);
        this.terms = new AirTerms(rules);
    }

    public static AqiPublications of(RuleBook rules) {
        return new AqiPublications(rules);
    }

    /**
     * One report as it goes out.
     *
     * @param aqi empty where {@code NA} is published
     * @param items by factor: the individual index, {@link #NOT_AVAILABLE} or {@link #NOT_PLANNED}
     * @param computed the index of the items that are there
     */
    public record Publication(Optional<Integer> aqi, Map<String, String> items, Aqi computed) {}

    /**
     * Decides one report.
     *
     * @param outsidePlan the factors that are not in the monitoring plan and were never primary at light pollution or worse for as
     *     many years as the rule says: whoever asks vouches for that. They do not count as missing
     */
    public Judgement<Publication> judge(
            LocalDate day, Report report, Map<AirItem, BigDecimal> values, Set<String> outsidePlan) {
        Working working = new Working();
        if (rules.catalogue().findEdition("HJ 633", day, working).isEmpty()) {
            return working.notJudged();
        }
        Optional<Rule> threshold = terms.find("publish-above", day);
        if (threshold.isEmpty()) {
            working.finding(CommonFinding.NO_RULE, "date", "HJ 633-2026", day.toString());
            return working.notJudged();
        }
        Optional<Aqi> computed = working.lean(index.judge(day, report, values));
        if (computed.isEmpty()) {
            return working.notJudged();
        }
        working.cite(threshold.get());
        Map<String, String> items = items(day, report, computed.get(), outsidePlan, working);
        List<String> missing = items.entrySet().stream()
                .filter(item -> item.getValue().equals(NOT_AVAILABLE))
                .map(Map.Entry::getKey)
                .toList();
        int planned = items.size()
                - (int) items.values().stream().filter(NOT_PLANNED::equals).count();
        working.completeness(new Completeness(planned - missing.size(), items.size(), planned));
        int aqi = computed.get().aqi();
        boolean published =
                missing.isEmpty() || aqi > threshold.get().getNumber("value").intValueExact();
        if (!missing.isEmpty()) {
            working.finding(AirFinding.ITEMS_MISSING, "input", String.join(", ", missing), "");
        }
        return working.judged(new Publication(published ? Optional.of(aqi) : Optional.empty(), items, computed.get()));
    }

    private Map<String, String> items(
            LocalDate day, Report report, Aqi computed, Set<String> outsidePlan, Working working) {
        Map<String, String> items = new LinkedHashMap<>();
        for (IndexItem taken : index.listItems(day, report)) {
            String factor = taken.item().factor();
            items.put(factor, outsidePlan.contains(factor) ? NOT_PLANNED : NOT_AVAILABLE);
        }
        if (items.containsValue(NOT_PLANNED)) {
            terms.find("not-planned-years", day).ifPresent(working::cite);
        }
        for (ItemIndex item : computed.items()) {
            item.index().ifPresent(index -> items.put(item.item().factor(), index.toString()));
        }
        return Collections.unmodifiableMap(items);
    }
}
