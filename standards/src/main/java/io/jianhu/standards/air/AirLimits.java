package io.jianhu.standards.air;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The limits of GB 3095, chosen by factor, averaging time and the date of the data. */
public final class AirLimits {

    private final RuleBook rules;
    private final List<AirLimit> limits;
    private final Map<AirItem, List<AirLimit>> byItem;

    private AirLimits(RuleBook rules) {
        this.rules = rules;
        this.limits =
                rules.getTable("air-limits").rows().stream().map(AirLimit::of).toList();
        this.byItem = limits.stream().collect(Collectors.groupingBy(AirLimit::item));
    }

    public static AirLimits of(RuleBook rules) {
        return new AirLimits(rules);
    }

    /** The limits of every edition, in the order of the tables. */
    public List<AirLimit> listLimits() {
        return limits;
    }

    /** The limits that hold on the day, in the order of the tables; none before the first edition. */
    public List<AirLimit> listOn(LocalDate day) {
        return limits.stream()
                .filter(limit -> limit.rule().validity().covers(day))
                .toList();
    }

    /**
     * The limit of an item, cited. Where there is none the working gets a finding: no edition on the day, an unknown factor,
     * or an averaging time that has no limit.
     */
    public Optional<AirLimit> find(AirItem item, LocalDate day, Working working) {
        Optional<AirLimit> limit = byItem.getOrDefault(item, List.of()).stream()
                .filter(l -> l.rule().validity().covers(day))
                .findFirst();
        limit.ifPresentOrElse(l -> working.cite(l.rule()), () -> sayWhyNone(item, day, working));
        return limit;
    }

    private void sayWhyNone(AirItem item, LocalDate day, Working working) {
        if (rules.catalogue().findEdition("GB 3095", day, working).isEmpty()) {
            return;
        }
        List<AirItem> known = listOn(day).stream().map(AirLimit::item).toList();
        String ofFactor = known.stream()
                .filter(k -> k.factor().equals(item.factor()))
                .map(AirItem::toString)
                .collect(Collectors.joining(", "));
        if (ofFactor.isEmpty()) {
            String factors = known.stream().map(AirItem::factor).distinct().collect(Collectors.joining(", "));
            working.finding(CommonFinding.UNKNOWN_FACTOR, item.factor(), factors, item.factor());
        } else {
            working.finding(CommonFinding.NO_RULE, item.toString(), ofFactor, item.toString());
        }
    }

    /** The same, and it binds: a reference value is a finding. */
    public Optional<AirLimit> findBinding(AirItem item, LocalDate day, Working working) {
        Optional<AirLimit> limit = find(item, day, working);
        if (limit.isPresent() && !limit.get().isBinding()) {
            working.finding(AirFinding.REFERENCE_ONLY, item.toString(), "", item.toString());
            return Optional.empty();
        }
        return limit;
    }
}
