package io.jianhu.hj212;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The quantities of waste water and flue gas treatment, ST=52 and ST=51: {@code e301} with {@code 02} is the second pump. */
public final class ProcessFamilies {

    private static final List<ProcessFamily> ALL = CatalogueFile.read("process-codes").stream()
            .map(row -> new ProcessFamily(
                    row.required("family"),
                    row.constant(Medium.class, "medium"),
                    row.required("zh"),
                    row.required("en"),
                    new FactorCode.Unit(row.required("unit_zh"), row.text("unit")),
                    row.required("type"),
                    row.required("source"),
                    row.confidence()))
            .toList();
    private static final Map<String, ProcessFamily> BY_FAMILY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(ProcessFamily::family, Function.identity()));

    private ProcessFamilies() {}

    /** The family of a code such as {@code e30102}. */
    public static Optional<ProcessFamily> find(String code) {
        if (code.length() != 6 || !isDigit(code.charAt(4)) || !isDigit(code.charAt(5))) {
            return Optional.empty();
        }
        return Optional.ofNullable(BY_FAMILY.get(code.substring(0, 4)));
    }

    /** Every family in ascending order. */
    public static List<ProcessFamily> list() {
        return ALL;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
