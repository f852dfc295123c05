package io.jianhu.standards.soil;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Edition;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Text;
import io.jianhu.standards.Working;
import io.jianhu.standards.quantity.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds development land against screening and intervention values (GB 36600-2018 tables 1 and 2). */
public final class ConstructionSoil {

    private static final String FAMILY = "GB 36600";

    private final RuleBook rules;

    public ConstructionSoil(RuleBook rules) {
        this.rules = rules;
    }

    /** The keys of the 85 items, in the order of the standard. */
    public List<String> listItems() {
        return rules.getTable("soil-construction-limits").rows().stream()
                .map(rule -> rule.text("item"))
                .toList();
    }

    /** What the sample asks for by the edition that holds on the day of sampling. */
    public Judgement<ConstructionVerdict> judge(ConstructionSample sample, LocalDate day) {
        Working working = new Working();
        Optional<Edition> edition = rules.catalogue().findEdition(FAMILY, day, working);
        if (edition.isEmpty()) {
            return working.notJudged();
        }
        List<Rule> table = rules.getTable("soil-construction-limits").rows().stream()
                .filter(rule -> rule.edition().equals(edition.get()))
                .toList();
        Map<Rule, Reading> contents = byRule(table, sample.contents(), "contents", working);
        Map<Rule, BigDecimal> background = byRule(table, sample.background(), "background", working);
        if (sample.contents().isEmpty()) {
            working.finding(CommonFinding.EMPTY_SET, "contents", "", "");
        }
        refuseNegative(contents, background, working);
        if (working.hasFindings()) {
            return working.notJudged();
        }
        LandClass land = sample.land().orElse(LandClass.FIRST);
        List<ConstructionVerdict.Item> items = new ArrayList<>();
        for (Rule rule : table) {
            Reading reading = contents.get(rule);
            if (reading != null) {
                item(rule, reading, land, Optional.ofNullable(background.get(rule)), working)
                        .ifPresent(items::add);
            }
        }
        if (working.hasFindings()) {
            return working.notJudged();
        }
        if (sample.land().isEmpty()) {
            working.cite(rules.findRule("GB36600-2018/unknown-use").orElseThrow());
            working.finding(SoilFinding.USE_NOT_DECIDED, "land", "", "");
        }
        return working.judged(verdict(land, List.copyOf(items)));
    }

    private static <V> Map<Rule, V> byRule(List<Rule> table, Map<String, V> values, String place, Working working) {
        Map<Rule, V> byRule = new LinkedHashMap<>();
        values.forEach((name, value) -> table.stream()
                .filter(rule -> isNamed(rule, name))
                .findFirst()
                .ifPresentOrElse(
                        rule -> {
                            if (byRule.put(rule, value) != null) {
                                working.finding(
                                        CommonFinding.UNKNOWN_INPUT, place + "." + name, "one content an item", name);
                            }
                        },
                        () -> working.finding(
                                CommonFinding.UNKNOWN_FACTOR, place + "." + name, "an item of GB 36600", name)));
        return byRule;
    }

    private static boolean isNamed(Rule rule, String name) {
        return rule.text("item").equals(name)
                || rule.text("item_zh").equals(name)
                || rule.text("item_en").equalsIgnoreCase(name)
                || (!name.isEmpty() && List.of(rule.text("cas").split(";", -1)).contains(name));
    }

    private static void refuseNegative(Map<Rule, Reading> contents, Map<Rule, BigDecimal> background, Working working) {
        contents.forEach((rule, reading) -> {
            if (reading instanceof Reading.Measured(BigDecimal value) && value.signum() < 0) {
                working.finding(CommonFinding.NEGATIVE, rule.text("item"), ">= 0 mg/kg", value.toPlainString());
            }
        });
        background.forEach((rule, value) -> {
            if (value.signum() < 0) {
                working.finding(
                        CommonFinding.NEGATIVE, "background." + rule.text("item"), ">= 0 mg/kg", value.toPlainString());
            }
        });
    }

    private Optional<ConstructionVerdict.Item> item(
            Rule rule, Reading reading, LandClass land, Optional<BigDecimal> background, Working working) {
        working.cite(rule);
        String item = rule.text("item");
        BigDecimal screening = rule.getNumber("screening" + land.column());
        BigDecimal intervention = rule.getNumber("intervention" + land.column());
        return switch (reading) {
            case Reading.Measured(BigDecimal content) -> {
                boolean isBackground = content.compareTo(screening) > 0
                        && background
                                .filter(level -> content.compareTo(level) <= 0)
                                .isPresent()
                        && citesBackground(item, working);
                ConstructionRisk risk =
                        isBackground ? ConstructionRisk.NEGLIGIBLE : risk(content, screening, intervention);
                working.step(
                        new Text(
                                item + " " + risk.title().zh(),
                                item + " " + risk.title().en()),
                        content.toPlainString() + " : " + screening.toPlainString() + " / "
                                + intervention.toPlainString()
                                + background
                                        .map(level -> " (" + level.toPlainString() + ")")
                                        .orElse(""),
                        content,
                        "mg/kg");
                yield Optional.of(new ConstructionVerdict.Item(
                        item, Optional.of(content), screening, intervention, risk, isBackground));
            }
            case Reading.BelowDetection(BigDecimal detectionLimit) -> {
                if (detectionLimit.compareTo(screening) > 0) {
                    working.finding(
                            SoilFinding.DETECTION_LIMIT_TOO_HIGH,
                            item,
                            "<= " + screening.toPlainString() + " mg/kg",
                            detectionLimit.toPlainString() + "L");
                    yield Optional.empty();
                }
                yield Optional.of(new ConstructionVerdict.Item(
                        item, Optional.empty(), screening, intervention, ConstructionRisk.NEGLIGIBLE, false));
            }
        };
    }

    /** Whether the note on the soil background stands at the item; if so it is cited. */
    private boolean citesBackground(String item, Working working) {
        Optional<Rule> note = rules.getTable("soil-background-notes").rows().stream()
                .filter(rule -> rule.text("item").equals(item))
                .findFirst();
        note.ifPresent(working::cite);
        return note.isPresent();
    }

    private static ConstructionRisk risk(BigDecimal content, BigDecimal screening, BigDecimal intervention) {
        if (content.compareTo(intervention) > 0) {
            return ConstructionRisk.CONTROL_OR_REMEDIATION;
        }
        return content.compareTo(screening) > 0 ? ConstructionRisk.DETAILED_SURVEY : ConstructionRisk.NEGLIGIBLE;
    }

    private static ConstructionVerdict verdict(LandClass land, List<ConstructionVerdict.Item> items) {
        ConstructionVerdict.Item deciding = items.getFirst();
        for (ConstructionVerdict.Item item : items) {
            int worse = item.risk().compareTo(deciding.risk());
            if (worse > 0 || (worse == 0 && item.liesHigherThan(deciding))) {
                deciding = item;
            }
        }
        return new ConstructionVerdict(deciding.risk(), land, items, deciding);
    }
}
