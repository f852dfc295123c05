package io.jianhu.standards.emission;

import io.jianhu.standards.Rule;
import io.jianhu.standards.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which outlets a standard is for, a row of table {@code emission-scopes}.
 *
 * @param industries beginnings of GB/T 4754-2017 codes without their letter; empty for every industry
 * @param joins the families that a local standard or policy tightens; {@code *} for all
 * @param factors the factors it is about, empty for all
 */
record LimitScope(
        Rule rule,
        Standing standing,
        Set<String> media,
        List<String> industries,
        Condition when,
        Set<String> joins,
        Set<String> factors) {

    private static final String ANY = "*";

    static LimitScope of(Rule rule) {
        List<String> industries = split(rule.text("industries"));
        return new LimitScope(
                rule,
                Standing.ofLabel(rule.text("standing")),
                Set.copyOf(split(rule.text("media"))),
                industries.contains(ANY)
                        ? List.of()
                        : industries.stream().map(LimitScope::digits).toList(),
                Condition.parse(rule.text("when")),
                Set.copyOf(split(rule.text("joins"))),
                Set.copyOf(split(rule.text("factors"))));
    }

    private static List<String> split(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(",", -1));
    }

    /** A code of an industry without the letter of its section: {@code C1713} and {@code 1713} are one. */
    static String digits(String code) {
        String stripped = code.strip();
        return stripped.isEmpty() || Character.isDigit(stripped.charAt(0)) ? stripped : stripped.substring(1);
    }

    boolean concerns(EmissionMedium medium, String factor) {
        return media.contains(medium.label()) && (factors.isEmpty() || factors.contains(factor));
    }

    boolean joins(String family) {
        return joins.contains(ANY) || joins.contains(family);
    }

    /** Whether an industry lies in the scope; unknown where its code is coarser than the scope, or not given. */
    Condition.Truth testIndustry(Optional<String> industry) {
        if (industries.isEmpty()) {
            return Condition.Truth.TRUE;
        }
        if (industry.isEmpty()) {
            return Condition.Truth.UNKNOWN;
        }
        String code = digits(industry.get());
        if (industries.stream().anyMatch(code::startsWith)) {
            return Condition.Truth.TRUE;
        }
        return industries.stream().anyMatch(known -> known.startsWith(code))
                ? Condition.Truth.UNKNOWN
                : Condition.Truth.FALSE;
    }

    /** The name of the standard, of one that is known by name only the name. */
    String name() {
        return rule.findText("names").orElse(rule.edition().id());
    }

    Text note() {
        return new Text(rule.text("note_zh"), rule.text("note_en"));
    }
}
