package io.jianhu.standards.air;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Edition;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What an index means: its level, colour, effects on health, advice, and who is sensitive. */
public final class AqiLevels {

    private final RuleBook rules;
    private final List<AqiLevel> levels;

    private AqiLevels(RuleBook rules) {
        this.rules = rules;
        this.levels =
                rules.getTable("air-levels").rows().stream().map(AqiLevel::of).toList();
    }

    public static AqiLevels of(RuleBook rules) {
        return new AqiLevels(rules);
    }

    /**
     * A level in words.
     *
     * @param health what it does to people, in our own words
     * @param advice what to do, in our own words
     */
    public record Meaning(AqiLevel level, Text health, Text advice) {}

    /** The levels of the edition that holds on the day, best first; none before the first edition. */
    public List<AqiLevel> listOn(LocalDate day) {
        return levels.stream()
                .filter(level -> level.rule().validity().covers(day))
                .toList();
    }

    private static boolean isInteger(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0;
    }

    /** The level of an index; a day without an edition or an index that is no integer of the scale is a finding. */
    public Judgement<AqiLevel> judge(LocalDate day, BigDecimal aqi) {
        Working working = new Working();
        Optional<Edition> edition = rules.catalogue().findEdition("HJ 633", day, working);
        if (edition.isEmpty()) {
            return working.notJudged();
        }
        List<AqiLevel> known = listOn(day);
        Optional<AqiLevel> level = known.stream()
                .filter(l -> isInteger(aqi)
                        && aqi.compareTo(BigDecimal.valueOf(l.from())) >= 0
                        && aqi.compareTo(BigDecimal.valueOf(l.to())) <= 0)
                .findFirst();
        if (level.isEmpty()) {
            working.finding(
                    CommonFinding.OUT_OF_RANGE,
                    "aqi",
                    known.getFirst().from() + ".." + known.getLast().to(),
                    aqi.toString());
            return working.notJudged();
        }
        working.cite(level.get().rule());
        return working.judged(level.get());
    }

    /** The level of an index with its effects and advice. */
    public Judgement<Meaning> explain(LocalDate day, BigDecimal aqi) {
        Working working = new Working();
        Optional<AqiLevel> level = working.lean(judge(day, aqi));
        if (level.isEmpty()) {
            return working.notJudged();
        }
        Rule advice = rules.getTable("air-advice").listOn(day).stream()
                .filter(row ->
                        row.getNumber("level").intValueExact() == level.get().level())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no advice for a level on " + day));
        working.cite(advice);
        return working.judged(new Meaning(
                level.get(),
                new Text(advice.text("health_zh"), advice.text("health_en")),
                new Text(advice.text("advice_zh"), advice.text("advice_en"))));
    }

    /** Who is sensitive to the factor, HJ 633-2026 table 2; the edition before has no such table. */
    public Optional<Text> findSensitiveGroups(LocalDate day, String factor, Working working) {
        return rules.getTable("air-sensitive-groups").listOn(day).stream()
                .filter(row -> row.text("factor").equals(factor))
                .findFirst()
                .map(working::cite)
                .map(row -> new Text(row.text("groups_zh"), row.text("groups_en")));
    }
}
