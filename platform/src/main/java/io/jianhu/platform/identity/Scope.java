package io.jianhu.platform.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * On which objects somebody may do what they may: those whose region code begins with one of the prefixes, and those of
 * the enterprises. Read and write alike; what is out of scope answers as if it did not exist.
 *
 * @param regions prefixes of region codes: {@code 3306} all of Shaoxing, {@code 330681} 诸暨; the empty prefix covers
 *     everything, also what has no region
 * @param enterprises organisations of kind enterprise
 */
public record Scope(List<String> regions, List<Long> enterprises) {

    /** All there is. */
    public static final Scope EVERYTHING = new Scope(List.of(""), List.of());

    public Scope {
        regions = List.copyOf(regions);
        enterprises = List.copyOf(enterprises);
    }

    /** A scope of regions only. */
    public static Scope ofRegions(List<String> prefixes) {
        return new Scope(prefixes, List.of());
    }

    /** The prefix that all codes inside a region begin with: its code without the zeros that fill it up. */
    public static String prefixOf(String regionCode) {
        String prefix = regionCode;
        while (prefix.length() > 6 && prefix.endsWith("000")) {
            prefix = prefix.substring(0, prefix.length() - 3);
        }
        while (prefix.length() <= 6 && prefix.endsWith("00")) {
            prefix = prefix.substring(0, prefix.length() - 2);
        }
        return prefix;
    }

    /** The region code of a prefix. */
    public static String codeOf(String prefix) {
        return prefix.length() >= 6 ? prefix : prefix + "0".repeat(6 - prefix.length());
    }

    /** Whether nothing is out of it. */
    public boolean isEverything() {
        return regions.contains("");
    }

    /**
     * Whether an object is in it.
     *
     * @param region its region code, where it has one
     * @param enterprise whose it is, where it is known
     */
    public boolean covers(Optional<String> region, Optional<Long> enterprise) {
        String code = region.orElse("");
        return regions.stream().anyMatch(code::startsWith)
                || enterprise.filter(enterprises::contains).isPresent();
    }

    /** Whether all that the other covers is in it. */
    public boolean contains(Scope other) {
        return isEverything()
                || (other.regions.stream().allMatch(wanted -> regions.stream().anyMatch(wanted::startsWith))
                        && enterprises.containsAll(other.enterprises));
    }

    /**
     * The condition that a row is in scope, with the parameters of {@link #bind}. The same rule as {@link #covers}.
     *
     * @param region expression for the row's region code, may be null
     * @param enterprise expression for the row's enterprise, may be null
     */
    public static String condition(String region, String enterprise) {
        return " (coalesce(" + region + ", '') like any(:scopeRegions) or " + enterprise
                + " = any(:scopeEnterprises)) ";
    }

    /** Gives a statement with {@link #condition} its parameters. */
    public JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement) {
        return statement
                .param(
                        "scopeRegions",
                        regions.stream().map(prefix -> prefix + "%").toArray(String[]::new))
                .param("scopeEnterprises", enterprises.toArray(Long[]::new));
    }
}
