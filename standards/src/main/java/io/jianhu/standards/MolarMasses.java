package io.jianhu.standards;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Molar masses of formulas such as {@code C2H4Cl2}, g/mol, from the conventional atomic weights. */
record MolarMasses(Map<String, BigDecimal> atomicWeights) {

    private static final Pattern ATOMS = Pattern.compile("([A-Z][a-z]?)([0-9]*)");

    static MolarMasses load() {
        return new MolarMasses(RuleFile.read("atomic-weights").rows().stream()
                .collect(Collectors.toUnmodifiableMap(
                        row -> row.required("element"), row -> new BigDecimal(row.required("weight")))));
    }

    /** @throws IllegalArgumentException when the formula holds something that is no atom with a weight */
    BigDecimal of(String formula) {
        Matcher atoms = ATOMS.matcher(formula);
        BigDecimal mass = BigDecimal.ZERO;
        int end = 0;
        while (atoms.find() && atoms.start() == end) {
            BigDecimal weight = atomicWeights.get(atoms.group(1));
            if (weight == null) {
                throw new IllegalArgumentException("no atomic weight of " + atoms.group(1) + " in " + formula);
            }
            String count = atoms.group(2).isEmpty() ? "1" : atoms.group(2);
            mass = mass.add(weight.multiply(new BigDecimal(count)));
            end = atoms.end();
        }
        if (end != formula.length() || formula.isEmpty()) {
            throw new IllegalArgumentException("no formula: " + formula);
        }
        return mass;
    }
}
