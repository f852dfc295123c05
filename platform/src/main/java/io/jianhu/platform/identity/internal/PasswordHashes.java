package io.jianhu.platform.identity.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id as PHC strings: 19 MiB, 2 passes, 1 lane (OWASP's first choice for servers). A few at a time only: threads
 * are many here, and each hash takes its 19 MiB.
 */
@Component
class PasswordHashes {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    /** A well-formed hash of no password anybody knows: checking against it costs what any check costs. */
    private final String nobodysHash = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(MEMORY_KIB, PASSES, LANES, randomBase64(SALT_BYTES), randomBase64(HASH_BYTES));

    String hash(String password) {
        return String.valueOf(argon2.encode(password));
    }

    /**
     * Whether the password is the one hashed. Without a hash the same work is done and the answer is no. Empty where so
     * many are being checked that there was no turn within five seconds.
     */
    Optional<Boolean> check(String password, Optional<String> hash) {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            boolean matches = argon2.matches(password, hash.orElse(nobodysHash));
            return Optional.of(matches && hash.isPresent());
        } finally {
            turns.release();
        }
    }

    private static String randomBase64(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().withoutPadding().encodeToString(random);
    }
}
