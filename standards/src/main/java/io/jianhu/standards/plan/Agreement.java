package io.jianhu.standards.plan;

import io.jianhu.standards.Rule;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters of an agreement on compensation between two sides of a boundary section.
 *
 * @param k0 coefficient of stability
 * @param weights ki by item; they add up to 1
 * @param rule the row they were taken from, empty when a person gave them
 */
public record Agreement(BigDecimal k0, Map<String, BigDecimal> weights, Optional<Rule> rule) {

    /** The items of the Xin'an agreements, which one weight for all stands for. */
    static final List<String> ITEMS = List.of("CODMn", "NH3N", "TN", "TP");

    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)\\s*[=＝]\\s*(\\d+(?:\\.\\d+)?)");

    public Agreement {
        weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }

    static Agreement of(Rule rule) {
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        for (String item : ITEMS) {
            weights.put(item, rule.getNumber("k_" + item));
        }
        return new Agreement(rule.getNumber("k0"), weights, Optional.of(rule));
    }

    /**
     * Reads {@code k0=0.85, ki=0.25} (one weight for the four items) or {@code k0=0.9, CODMn=0.22, NH3N=0.22, TN=0.28,
     * TP=0.28}; empty when k0 or every weight is missing.
     */
    public static Optional<Agreement> parse(String text) {
        Optional<BigDecimal> k0 = Optional.empty();
        Map<String, BigDecimal> weights = new LinkedHashMap<>();
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            String name = parameter.group(1);
            BigDecimal value = new BigDecimal(parameter.group(2));
            switch (name) {
                case "k0" -> k0 = Optional.of(value);
                case "ki" -> ITEMS.forEach(item -> weights.put(item, value));
                default -> weights.put(name.replaceFirst("^k_?(?=[A-Z])", ""), value);
            }
        }
        return k0.filter(_ -> !weights.isEmpty()).map(k -> new Agreement(k, weights, Optional.empty()));
    }
}
