package io.jianhu.standards;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The short marks of confidence on the pages. */
final class Marks {

    private Marks() {}

    static String of(Confidence confidence) {
        return switch (confidence) {
            case TWO_SOURCES -> "2";
            case ONE_SOURCE -> "1";
            case COMPUTED -> "c";
            case FROM_MEMORY -> "**m**";
            case CONTRADICTED -> "**x**";
        };
    }

    /** How many rules of each confidence there are. */
    static String of(List<Rule> rules) {
        return Arrays.stream(Confidence.values())
                .filter(confidence -> count(rules, confidence) > 0)
                .map(confidence -> of(confidence)
                        + (count(rules, confidence) == rules.size() ? "" : " × " + count(rules, confidence)))
                .collect(Collectors.joining(", "));
    }

    static long count(List<Rule> rules, Confidence confidence) {
        return rules.stream().filter(rule -> rule.confidence() == confidence).count();
    }
}
