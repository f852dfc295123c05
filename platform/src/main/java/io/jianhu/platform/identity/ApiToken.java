package io.jianhu.platform.identity;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of an API token after it was shown.
 *
 * @param name unique among the tokens in force
 * @param prefix its first characters, to tell tokens apart
 * @param expiresAt empty: never
 * @param lastUsedAt to the minute
 */
public record ApiToken(
        String name,
        String prefix,
        Instant createdAt,
        Optional<Instant> expiresAt,
        Optional<Instant> lastUsedAt,
        Optional<Instant> revokedAt) {}
