package io.jianhu.standards;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What somebody may have meant by a name that is not there. */
final class NearNames {

    private static final int MOST = 5;

    private NearNames() {}

    private record Candidate(String key, int distance) {}

    /** The names that are near, nearest first. */
    static List<String> of(String name, List<String> names) {
        return ofKeys(name, names.stream().collect(Collectors.toMap(Function.identity(), Function.identity())));
    }

    /** The keys whose names are near, nearest first. */
    static List<String> ofKeys(String name, Map<String, String> keyByName) {
        String wanted = letters(name);
        Set<String> keys = new LinkedHashSet<>();
        keyByName.entrySet().stream()
                .map(entry -> new Candidate(entry.getValue(), distance(wanted, letters(entry.getKey()))))
                .filter(candidate -> candidate.distance() <= tolerated(wanted))
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::key))
                .forEach(candidate -> keys.add(candidate.key()));
        return keys.stream().limit(MOST).toList();
    }

    private static int tolerated(String wanted) {
        return wanted.length() <= 2 ? 1 : wanted.length() <= 6 ? 2 : 3;
    }

    /** Small letters and digits only, so that {@code nh3-n} is {@code NH3N}. */
    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** How many letters must be put in, taken out or changed. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int changed = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above, row[j - 1]) + 1);
                corner = above;
            }
        }
        return row[b.length()];
    }
}
