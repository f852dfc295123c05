package io.jianhu.standards.air;

import java.util.List;

/** Values beside their limits of GB 3095. */
public record Attainment(List<LimitCheck> checks) {

    /** Whether every value attains. */
    public boolean attains(AirClass airClass) {
        return checks.stream().allMatch(check -> check.attains(airClass));
    }

    /** The factors with a value above the limit, in the order of the tables. */
    public List<String> failing(AirClass airClass) {
        return checks.stream()
                .filter(check -> !check.attains(airClass))
                .map(check -> check.limit().item().factor())
                .distinct()
                .toList();
    }
}
