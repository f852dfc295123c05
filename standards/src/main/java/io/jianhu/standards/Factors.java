package io.jianhu.standards;

import io.jianhu.standards.quantity.Medium;
import io.jianhu.standards.quantity.Unit;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The factors that the library knows. A factor is found by its key, its code of HJ 212 (2017 and 2005), its CAS number, its
 * Chinese or English name and its aliases; capital letters count, for CO is not Co.
 */
public final class Factors {

    private final Map<String, Factor> byKey;
    private final Map<String, Factor> byName;

    private Factors(Map<String, Factor> byKey, Map<String, Factor> byName) {
        this.byKey = byKey;
        this.byName = byName;
    }

    static Factors load() {
        MolarMasses masses = MolarMasses.load();
        Map<String, Factor> byKey = new LinkedHashMap<>();
        Map<String, Factor> byName = new LinkedHashMap<>();
        for (RuleFile.Row row : RuleFile.read("factors").rows()) {
            Factor factor = factor(row, masses);
            byKey.put(factor.key(), factor);
            for (String name : names(factor)) {
                Factor other = byName.put(name, factor);
                if (other != null) {
                    throw new IllegalStateException(row.place() + ": " + name + " is also " + other.key());
                }
            }
        }
        return new Factors(Collections.unmodifiableMap(byKey), Collections.unmodifiableMap(byName));
    }

    private static Factor factor(RuleFile.Row row, MolarMasses masses) {
        Map<Medium, Unit> units = new EnumMap<>(Medium.class);
        for (Medium medium : Medium.values()) {
            row.findText(medium.label()).ifPresent(symbol -> units.put(medium, Unit.ofSymbol(symbol)));
        }
        Optional<String> formula = row.findText("formula");
        Optional<BigDecimal> molarMass = formula.map(masses::of);
        return new Factor(
                row.required("key"),
                new Text(row.required("zh"), row.required("en")),
                Collections.unmodifiableMap(units),
                row.findText("cas"),
                formula,
                molarMass,
                set(row.text("codes_2017")),
                set(row.text("codes_2005")),
                set(row.text("aliases")),
                new Text(row.text("note_zh"), row.text("note_en")));
    }

    private static Set<String> set(String cell) {
        return cell.isEmpty()
                ? Set.of()
                : Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(cell.split("; ", -1))));
    }

    private static Set<String> names(Factor factor) {
        Set<String> names = new LinkedHashSet<>();
        names.add(factor.key());
        names.add(factor.name().zh());
        names.add(factor.name().en());
        names.addAll(factor.codes());
        names.addAll(factor.codes2005());
        names.addAll(factor.aliases());
        factor.cas().ifPresent(names::add);
        Set<String> written = new LinkedHashSet<>();
        names.forEach(name -> written.add(asWritten(name)));
        return written;
    }

    /** Full-width letters, subscripts and the two signs of micro are one spelling. */
    private static String asWritten(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
    }

    /** The factor of a key, code, CAS number, name or alias. */
    public Optional<Factor> findFactor(String name) {
        return Optional.ofNullable(byName.get(asWritten(name)));
    }

    /** The same; an unknown name leaves a finding that proposes the nearest ones. */
    public Optional<Factor> findFactor(String name, Working working) {
        Optional<Factor> factor = findFactor(name);
        if (factor.isEmpty()) {
            working.finding(CommonFinding.UNKNOWN_FACTOR, "factor", String.join(", ", propose(name)), name);
        }
        return factor;
    }

    /** @throws IllegalArgumentException when there is no such factor */
    public Factor getFactor(String name) {
        return findFactor(name)
                .orElseThrow(() -> new IllegalArgumentException("no factor " + name + "; near: " + propose(name)));
    }

    /** Every factor, in the order of the file. */
    public List<Factor> listFactors() {
        return new ArrayList<>(byKey.values());
    }

    /** The factors met in a medium. */
    public List<Factor> listFactors(Medium medium) {
        return byKey.values().stream()
                .filter(factor -> factor.units().containsKey(medium))
                .toList();
    }

    /** The keys of the factors whose names look most like the given one, nearest first, at most five. */
    public List<String> propose(String name) {
        Map<String, String> keys = new LinkedHashMap<>();
        byName.forEach((known, factor) -> keys.put(known, factor.key()));
        return NearNames.ofKeys(asWritten(name), keys);
    }
}
