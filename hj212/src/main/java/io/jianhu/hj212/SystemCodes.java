package io.jianhu.hj212;

import java.util.List;
import java.util.Optional;

/** The system codes (HJ 212-2017 table 5), those added by 2025 and by provinces. */
public final class SystemCodes {

    private static final List<SystemCode> ALL = CatalogueFile.read("system-codes").stream()
            .map(row -> new SystemCode(
                    row.required("code"),
                    row.constant(SystemCode.Kind.class, "class"),
                    row.required("zh"),
                    row.required("en"),
                    row.required("source"),
                    row.confidence()))
            .toList();

    private SystemCodes() {}

    public static Optional<SystemCode> find(String code) {
        return ALL.stream().filter(system -> system.code().equals(code)).findFirst();
    }

    /** Every code in ascending order. */
    public static List<SystemCode> list() {
        return ALL;
    }
}
