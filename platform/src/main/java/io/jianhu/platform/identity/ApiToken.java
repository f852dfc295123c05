package io.jianhu.platform.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an API token after it was shown.
 *
 * @param name unique among the tokens in force
 * @param prefix its first characters, to tell tokens apart
 * @param permissions what it may; empty: all
 * @param regions on what, as {@link Scope#regions()}
 * @param madeBy as {@link Actor#getName()}
 * @param expiresAt empty: never
 * @param lastUsedAt to the minute
 */
public record ApiToken(
        String name,
        String prefix,
        Optional<Set<Permission>> permissions,
        List<String> regions,
        String madeBy,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {}
