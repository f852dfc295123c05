package io.jianhu.standards.soil;

import io.jianhu.standards.CommonFinding;
import io.jianhu.standards.Judgement;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Working;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which class of development land a planned use belongs to (GB 36600-2018 4.1, codes of GB 50137). */
public final class LandUses {

    private final List<Rule> uses;

    public LandUses(RuleBook rules) {
        this.uses = rules.getTable("soil-land-uses").rows();
    }

    /** The codes that are told apart. */
    public List<String> listCodes() {
        return uses.stream().map(rule -> rule.text("code")).toList();
    }

    /** The class of a code such as {@code A33}; the longest code of the table that it begins with decides. */
    public Judgement<LandClass> classOf(String code) {
        Working working = new Working();
        Optional<Rule> use = uses.stream()
                .filter(rule -> code.startsWith(rule.text("code")))
                .max(Comparator.comparingInt(rule -> rule.text("code").length()));
        if (use.isEmpty()) {
            working.finding(CommonFinding.UNKNOWN_CHOICE, "use", String.join(", ", listCodes()), code);
            return working.notJudged();
        }
        working.cite(use.get());
        return working.judged(
                use.get().text("land_class").equals(LandClass.FIRST.column()) ? LandClass.FIRST : LandClass.SECOND);
    }
}
