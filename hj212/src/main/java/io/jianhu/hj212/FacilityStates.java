package io.jianhu.hj212;

import java.util.List;
import java.util.Optional;

/** The states of a treatment facility (HJ 212-2017 table 4). */
public final class FacilityStates {

    private static final List<FacilityState> ALL = CatalogueFile.read("facility-states").stream()
            .map(row -> new FacilityState(
                    row.required("code"),
                    row.required("zh"),
                    row.required("en"),
                    row.required("source"),
                    row.confidence()))
            .toList();

    private FacilityStates() {}

    public static Optional<FacilityState> find(String code) {
        return ALL.stream().filter(state -> state.code().equals(code)).findFirst();
    }

    /** Every state in ascending order. */
    public static List<FacilityState> list() {
        return ALL;
    }
}
