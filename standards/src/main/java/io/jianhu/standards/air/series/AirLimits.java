package io.jianhu.standards.air.series;

import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.quantity.Averaging;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The limits of GB 3095 as the evaluation needs them: by factor, averaging, class and day. */
final class AirLimits {

    private record Key(String factor, Averaging averaging) {}

    /** A limit with the row it stands in. */
    record Limit(Rule rule, BigDecimal value) {}

    private final Map<Key, List<Rule>> rows = new HashMap<>();

    private AirLimits() {}

    static AirLimits of(RuleBook rules) {
        AirLimits limits = new AirLimits();
        for (Rule row : rules.getTable("air-limits").rows()) {
            Key key = new Key(row.text("factor"), Averaging.ofLabel(row.text("averaging")));
            limits.rows.merge(
                    key,
                    List.of(row),
                    (a, b) -> Stream.of(a, b).flatMap(List::stream).toList());
        }
        return limits;
    }

    Optional<Limit> find(String factor, Averaging averaging, LimitClass limitClass, LocalDate day) {
        return rows.getOrDefault(new Key(factor, averaging), List.of()).stream()
                .filter(row -> row.validity().covers(day))
                .findFirst()
                .map(row -> new Limit(row, row.getNumber(limitClass.column())));
    }
}
