package io.jianhu.standards.emission;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An outlet as far as its limits ask. Begin with {@link #of}, add what is known; what is not known stays away and is never
 * assumed.
 *
 * @param standard id or family of the emission standard that its permit names, such as {@code GB 13223}
 * @param industry GB/T 4754-2017 code, such as {@code C1713} or {@code 1713}; used where no standard is named
 * @param region GB/T 2260 code of where it stands, such as {@code 330600}
 * @param facts answers by key of {@link OutletFact}
 */
public record Outlet(
        EmissionMedium medium,
        Optional<String> standard,
        Optional<String> industry,
        Optional<String> region,
        Map<String, String> facts) {

    /** The key under which conditions ask for the region. */
    static final String REGION = "region";

    static final String DAY = "day";
    static final String MONTH = "month";

    public Outlet {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    public static Outlet of(EmissionMedium medium) {
        return new Outlet(medium, Optional.empty(), Optional.empty(), Optional.empty(), Map.of());
    }

    public Outlet withStandard(String idOrFamily) {
        return new Outlet(medium, Optional.of(idOrFamily), industry, region, facts);
    }

    public Outlet withIndustry(String code) {
        return new Outlet(medium, standard, Optional.of(code), region, facts);
    }

    public Outlet withRegion(String code) {
        return new Outlet(medium, standard, industry, Optional.of(code), facts);
    }

    public Outlet with(String fact, String answer) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(fact, answer);
        return new Outlet(medium, standard, industry, region, more);
    }

    /** The answer to what a condition asks; the day of the data answers {@code day} and {@code month}. */
    Optional<String> findAnswer(String key, LocalDate day) {
        return switch (key) {
            case DAY -> Optional.of(day.toString());
            case MONTH -> Optional.of(Integer.toString(day.getMonthValue()));
            case REGION -> region;
            default -> Optional.ofNullable(facts.get(key));
        };
    }
}
