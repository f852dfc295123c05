package io.jianhu.standards.emission;

import io.jianhu.standards.Edition;
import io.jianhu.standards.Text;
import io.jianhu.standards.emission.Condition.Answer;
import io.jianhu.standards.emission.LimitCandidate.State;
import io.jianhu.standards.emission.StandardSelection.Selected;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Looks at every row of a factor for one outlet and one day: what applies, what does not and why, what cannot be told. */
final class LimitAssessor {

    private final OutletFacts facts;
    private final StackRates stackRates;
    private final List<LimitRow> rows;
    private final List<LimitScope> scopes;
    private final List<Edition> editions;
    private final String factor;
    private final LocalDate day;

    LimitAssessor(
            OutletFacts facts,
            StackRates stackRates,
            List<LimitRow> rows,
            List<LimitScope> scopes,
            List<Edition> editions,
            String factor,
            LocalDate day) {
        this.facts = facts;
        this.stackRates = stackRates;
        this.rows = rows;
        this.scopes = scopes;
        this.editions = editions;
        this.factor = factor;
        this.day = day;
    }

    StandardSelection select(Outlet outlet) {
        return StandardSelection.of(outlet, factor, day, editions, scopes);
    }

    /** Every row of the factor and medium that belongs to a selected standard; applying ones are not yet ranked. */
    List<LimitCandidate> assess(Outlet outlet) {
        StandardSelection selection = select(outlet);
        List<LimitCandidate> candidates = new ArrayList<>();
        List<LimitRow> rates = new ArrayList<>();
        for (LimitRow row : rows) {
            if (row.medium() == outlet.medium()) {
                Optional<Selected> selected =
                        selection.findSelected(row.edition().id());
                if (selected.isPresent() && stackRates.isRate(row)) {
                    rates.add(row);
                } else {
                    selected.ifPresent(s -> candidates.add(assess(row, s, key -> outlet.findAnswer(key, day))));
                }
            }
        }
        candidates.addAll(assessRates(outlet, selection, rates));
        return candidates;
    }

    /** Whether the height of the stack lies outside the table of the rates. */
    boolean isStackOutsideTable(Outlet outlet) {
        List<LimitRow> rates = rows.stream()
                .filter(row -> row.medium() == outlet.medium())
                .filter(stackRates::isRate)
                .filter(row -> select(outlet).findSelected(row.edition().id()).isPresent())
                .toList();
        Optional<BigDecimal> height = height(outlet);
        return height.isPresent()
                && !rates.isEmpty()
                && StackRates.enclose(rates, height.get()).isEmpty();
    }

    private static Optional<BigDecimal> height(Outlet outlet) {
        return Optional.ofNullable(outlet.facts().get(StackRates.STACK))
                .filter(OutletFact::isNumber)
                .map(BigDecimal::new);
    }

    private List<LimitCandidate> assessRates(Outlet outlet, StandardSelection selection, List<LimitRow> rates) {
        Optional<BigDecimal> height = height(outlet);
        List<BigDecimal> around = height.map(h -> StackRates.enclose(rates, h)).orElse(List.of());
        if (height.isEmpty() || around.size() != 2) {
            return rates.stream().map(row -> assessRate(row, selection, outlet)).toList();
        }
        BigDecimal lower = around.getFirst();
        BigDecimal upper = around.getLast();
        Map<String, LimitCandidate> byLevel = new LinkedHashMap<>();
        List<LimitCandidate> candidates = new ArrayList<>();
        for (LimitRow row : rates) {
            String key = keyWithoutStack(row);
            if (row.when().listValues(StackRates.STACK).contains(lower.toPlainString())) {
                byLevel.put(key, assessRate(row, selection, outlet.with(StackRates.STACK, lower.toPlainString())));
            }
        }
        for (LimitRow row : rates) {
            LimitCandidate low = byLevel.get(keyWithoutStack(row));
            if (low != null && row.when().listValues(StackRates.STACK).contains(upper.toPlainString())) {
                LimitCandidate high = assessRate(row, selection, outlet.with(StackRates.STACK, upper.toPlainString()));
                candidates.add(new LimitCandidate(
                        StackRates.interpolate(low.limit(), lower, high.limit(), upper, height.get()),
                        low.standing(),
                        low.state(),
                        List.of(new Text(
                                "按排气筒高度内插 " + lower + "~" + upper + " m",
                                "interpolated between stacks of " + lower + " and " + upper + " m")),
                        low.missing()));
            }
        }
        return candidates;
    }

    private static String keyWithoutStack(LimitRow row) {
        return row.rule().text("when").replaceAll(StackRates.STACK + "=\\d+", "");
    }

    private LimitCandidate assessRate(LimitRow row, StandardSelection selection, Outlet outlet) {
        LimitCandidate candidate = assess(
                row, selection.findSelected(row.edition().id()).orElseThrow(), key -> outlet.findAnswer(key, day));
        if (candidate.state() == State.EXCLUDED) {
            return candidate;
        }
        String clear = outlet.facts().get(StackRates.CLEAR);
        if (clear == null) {
            Set<String> missing = new LinkedHashSet<>(candidate.missing());
            missing.add(StackRates.CLEAR);
            return new LimitCandidate(
                    candidate.limit(), candidate.standing(), State.UNDECIDED, candidate.reasons(), missing);
        }
        return clear.equals("no")
                ? new LimitCandidate(
                        stackRates.halved(candidate.limit()),
                        candidate.standing(),
                        candidate.state(),
                        candidate.reasons(),
                        candidate.missing())
                : candidate;
    }

    private LimitCandidate assess(LimitRow row, Selected selected, Function<String, Optional<String>> answers) {
        EmissionLimit limit = row.settle(answers);
        if (!row.holdsOn(day)) {
            String days = row.rule().validity().from() + ".."
                    + row.rule().validity().to().map(LocalDate::toString).orElse("");
            return excluded(limit, selected, new Text("施行期 " + days + " 不含该日", "holds " + days + ", not on this day"));
        }
        if (selected.excludedBy().isPresent()) {
            return excluded(limit, selected, selected.excludedBy().get());
        }
        Answer answer = row.when().test(answers).and(selected.answer());
        Text asks = row.when().describe(facts);
        return switch (answer.truth()) {
            case TRUE ->
                new LimitCandidate(
                        limit,
                        selected.standing(),
                        State.CHOSEN,
                        asks.zh().isEmpty() ? List.of(new Text("无附加条件", "no further condition")) : List.of(asks),
                        Set.of());
            case FALSE -> excluded(limit, selected, against(answer, asks));
            case UNKNOWN ->
                new LimitCandidate(
                        limit,
                        selected.standing(),
                        State.UNDECIDED,
                        List.of(asks.zh().isEmpty() ? selected.standing().title() : asks),
                        answer.missing());
        };
    }

    private Text against(Answer answer, Text asks) {
        if (answer.against().isEmpty()) {
            return new Text("不满足：" + asks.zh(), "not met: " + asks.en());
        }
        List<Text> words =
                answer.against().stream().map(term -> term.describe(facts)).toList();
        return new Text(
                "不满足：" + String.join("；", words.stream().map(Text::zh).toList()),
                "not met: " + String.join("; ", words.stream().map(Text::en).toList()));
    }

    private static LimitCandidate excluded(EmissionLimit limit, Selected selected, Text reason) {
        return new LimitCandidate(limit, selected.standing(), State.EXCLUDED, List.of(reason), Set.of());
    }
}
