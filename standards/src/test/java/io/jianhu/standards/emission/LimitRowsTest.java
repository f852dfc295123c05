package io.jianhu.standards.emission;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.emission.Condition.Term;
import io.jianhu.standards.emission.Condition.Truth;
import io.jianhu.standards.quantity.Unit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("the rows of the emission limits")
class LimitRowsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-04-01");

    private final RuleBook rules = RuleBook.load();
    private final EmissionLimits limits = new EmissionLimits(rules);
    private final OutletFacts facts = limits.facts();
    private final List<LimitRow> rows = rules.getTable("emission-limits").rows().stream()
            .map(rule -> LimitRow.of(rule, rules.factors()))
            .toList();
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    LimitRowsTest() {
        System.out.println("LimitRowsTest seed " + seed);
    }

    @Test
    void ask_only_for_facts_and_answers_that_a_person_can_give() {
        for (LimitRow row : rows) {
            for (Condition condition : List.of(row.when(), row.oxygenWhen())) {
                condition
                        .terms()
                        .forEach(term -> assertThat(isKnown(term))
                                .as(row.rule().id() + ": " + term)
                                .isTrue());
            }
        }
    }

    private boolean isKnown(Term term) {
        Optional<OutletFact> fact = facts.findFact(term.fact());
        return fact.isPresent()
                ? term.values().stream().allMatch(fact.get()::accepts)
                : List.of("day", "month", "region").contains(term.fact());
    }

    @Test
    void are_written_in_units_that_the_library_knows() {
        assertThat(rows.stream().map(row -> row.limit().unit()).distinct())
                .allSatisfy(unit -> assertThat(Unit.findUnit(unit)).as(unit).isPresent());
    }

    @Test
    void hold_numbers_where_they_compare_numbers() {
        for (LimitRow row : rows) {
            EmissionLimit limit = row.limit();
            assertThat(limit.limit().isPresent())
                    .as(row.rule().id())
                    .isEqualTo(limit.comparison() != LimitComparison.NOT_DETECTED
                            && limit.comparison() != LimitComparison.INVISIBLE);
            assertThat(limit.low().isPresent())
                    .as(row.rule().id())
                    .isEqualTo(limit.comparison() == LimitComparison.RANGE);
            assertThat(limit.oxygenReference().isPresent())
                    .as(row.rule().id())
                    .isEqualTo(limit.oxygen() != OxygenBasis.NONE);
            limit.limit().ifPresent(number -> assertThat(number).isGreaterThan(BigDecimal.ZERO));
        }
    }

    @Test
    void can_each_be_met_by_some_outlet() {
        for (LimitRow row : rows) {
            LocalDate day = row.rule().validity().to().orElse(TODAY);
            assertThat(row.when().test(key -> satisfying(row, key, day)).truth())
                    .as(row.rule().id() + ": " + row.rule().text("when"))
                    .isEqualTo(Truth.TRUE);
        }
    }

    /** An answer that meets the last alternatives of the condition of the row. */
    private static Optional<String> satisfying(LimitRow row, String key, LocalDate day) {
        if (key.equals("day") || key.equals("month")) {
            return Outlet.of(row.medium())
                    .findAnswer(
                            key,
                            row.when()
                                    .terms()
                                    .filter(term -> term.fact().equals("month"))
                                    .findFirst()
                                    .map(term -> day.withDayOfMonth(1)
                                            .withMonth(Integer.parseInt(
                                                    term.values().getFirst())))
                                    .orElse(day));
        }
        return row.when().allOf().stream()
                .flatMap(group -> group.anyOf().getLast().stream())
                .filter(term -> term.fact().equals(key))
                .reduce((a, b) -> b)
                .map(LimitRowsTest::answer);
    }

    private static String answer(Term term) {
        String value = term.values().getFirst();
        return switch (term.comparison()) {
            case EQUAL, IN, AT_MOST, AT_LEAST -> value;
            case UNEQUAL, NOT_IN -> "other";
            case BELOW ->
                OutletFact.isNumber(value)
                        ? new BigDecimal(value).subtract(BigDecimal.ONE).toPlainString()
                        : LocalDate.parse(value).minusDays(1).toString();
            case ABOVE ->
                OutletFact.isNumber(value)
                        ? new BigDecimal(value).add(BigDecimal.ONE).toPlainString()
                        : LocalDate.parse(value).plusDays(1).toString();
        };
    }

    @Test
    void never_clash_and_never_ask_for_more_when_everything_is_known() {
        List<String> standards =
                limits.listStandards().stream().map(edition -> edition.id()).toList();
        for (int run = 0; run < 1500; run++) {
            String standard = standards.get(random.nextInt(standards.size()));
            LimitRow row = pick(
                    rows.stream().filter(r -> r.edition().id().equals(standard)).toList());
            Outlet outlet = randomOutlet(row, standard);
            LocalDate day = LocalDate.parse("2012-01-01").plusDays(random.nextInt(5400));
            Judgement<LimitChoice> judgement = limits.find(outlet, row.limit().factor(), day);
            assertThat(judgement.findings())
                    .as("%s %s on %s: %s", standard, row.limit().factor(), day, outlet.facts())
                    .noneMatch(finding -> finding.code() == EmissionFinding.AMBIGUOUS_RULES
                            || finding.code() == EmissionFinding.MISSING_FACT);
        }
    }

    @Test
    void choose_the_same_limit_when_a_fact_is_added_that_was_not_asked_for() {
        int decided = 0;
        for (int run = 0; run < 1500; run++) {
            LimitRow row = pick(rows);
            Outlet full = randomOutlet(row, row.edition().id());
            Outlet part = full;
            for (String fact : full.facts().keySet()) {
                if (random.nextInt(3) == 0) {
                    part = without(part, fact);
                }
            }
            LocalDate day = LocalDate.parse("2016-01-01").plusDays(random.nextInt(3800));
            Judgement<LimitChoice> guess = limits.find(part, row.limit().factor(), day);
            if (guess.findValue().isPresent()) {
                decided++;
                assertThat(describe(limits.find(full, row.limit().factor(), day)))
                        .as("%s on %s: %s, of %s", row.rule().id(), day, part.facts(), full.facts())
                        .isEqualTo(describe(guess));
            }
        }
        assertThat(decided).isGreaterThan(100);
    }

    private static List<String> describe(Judgement<LimitChoice> judgement) {
        return judgement.getValue().limits().stream()
                .map(limit -> limit.basis() + " " + limit.describe().replaceAll("(\\.\\d*?)0+ ", "$1 "))
                .sorted()
                .toList();
    }

    private static Outlet without(Outlet outlet, String fact) {
        Map<String, String> fewer = outlet.facts().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(fact))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Outlet(outlet.medium(), outlet.standard(), outlet.industry(), outlet.region(), fewer);
    }

    private Outlet randomOutlet(LimitRow row, String standard) {
        Outlet outlet = Outlet.of(row.medium())
                .withStandard(standard)
                .withRegion(pick(List.of("330600", "320500", "510100")))
                .withIndustry(pick(List.of("C1713", "D4411", "D4620", "C3011", "C2710")));
        for (OutletFact fact : facts.listFacts()) {
            outlet = outlet.with(fact.key(), randomAnswer(fact));
        }
        return outlet;
    }

    private String randomAnswer(OutletFact fact) {
        return switch (fact.kind()) {
            case NUMBER -> pick(List.of("0.5", "1", "3", "5", "12", "15", "18", "20", "25", "40", "65", "300", "850"));
            case DATE ->
                LocalDate.parse("1993-01-01").plusDays(random.nextInt(11000)).toString();
            case CHOICE, FLAG -> pick(fact.values()).value();
        };
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    @Test
    void keep_what_another_source_says_against_them() {
        List<String> contradicted = rules.getTable("emission-limits").rows().stream()
                .filter(rule -> !rule.evidence().isEmpty())
                .map(Rule::id)
                .toList();
        assertThat(contradicted)
                .contains(
                        "GB13223-2011/T2/coal/NOx",
                        "GB37823-2019/T1/NMHC",
                        "DB33/2169-2018/T2/NH3N",
                        "GB4287-2012/T2/direct/anilines");
        List<String> unused = new ArrayList<>();
        for (String id : List.of("GB37823-2019/T1/NMHC", "GB37823-2019/T2/NMHC", "DB33/2169-2018/T2/NH3N/winter")) {
            if (rules.findRule(id).orElseThrow().confidence().isVerified()) {
                unused.add(id);
            }
        }
        assertThat(unused).as("contradicted rows that would alarm").isEmpty();
    }
}
