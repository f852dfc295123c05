package io.jianhu.standards.topic;

import java.util.Arrays;

/** A key that carries its unit: {@code Cs_mg_m3} is {@code Cs} in mg/m³. A suffix of another unit fits nothing. */
final class UnitSuffix {

    private UnitSuffix() {}

    static boolean fits(Input input, String key) {
        String start = input.key() + "_";
        if (input.isPattern() || input.unit().isEmpty() || !key.startsWith(start)) {
            return false;
        }
        String suffix = plain(key.substring(start.length()).replace("_per_", "_"));
        return Arrays.stream(input.unit().split(", "))
                .anyMatch(unit -> plain(unit).equals(suffix));
    }

    private static String plain(String unit) {
        return unit.replace("%", "pct")
                .replace('³', '3')
                .replace('²', '2')
                .replace('⁴', '4')
                .replace('µ', 'u')
                .replaceAll("[^A-Za-z0-9]", "");
    }
}
