package io.jianhu.platform.identity.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Counts failed log-ins per login and per address: five in a quarter of an hour, then nothing is tried, not even the
 * right password. An attempt is counted before it is made and forgiven when it succeeds, so that a hundred at once are
 * not a hundred guesses.
 *
 * <p>It remembers the {@value #MAX_KEYS} logins and addresses used last. To push one out, somebody needs two thousand
 * addresses, because each is stopped after five failures.
 */
@Component
class LoginLimiter {

    static final int MAX_FAILURES = 5;
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int MAX_KEYS = 10_000;
    private static final int MAX_KEY_LENGTH = 64;

    private final Clock clock;
    private final Map<String, Deque<Instant>> attempts = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > MAX_KEYS;
        }
    };

    LoginLimiter(Clock clock) {
        this.clock = clock;
    }

    /** Counts an attempt; where there were too many, says instead how long to wait. */
    synchronized Optional<Duration> begin(String login, String address) {
        Instant now = clock.instant();
        List<Deque<Instant>> both = List.of(recent(loginKey(login), now), recent(addressKey(address), now));
        Optional<Instant> free = both.stream()
                .filter(times -> times.size() >= MAX_FAILURES)
                .map(times -> times.getFirst().plus(WINDOW))
                .max(Instant::compareTo);
        if (free.isPresent()) {
            return Optional.of(Duration.between(now, free.get()));
        }
        both.forEach(times -> times.addLast(now));
        return Optional.empty();
    }

    /** Forgives: who knows the password has not been guessing. */
    synchronized void succeeded(String login, String address) {
        attempts.remove(loginKey(login));
        attempts.remove(addressKey(address));
    }

    private Deque<Instant> recent(String key, Instant now) {
        Deque<Instant> times = attempts.computeIfAbsent(key, k -> new ArrayDeque<>(MAX_FAILURES));
        while (!times.isEmpty() && !times.getFirst().isAfter(now.minus(WINDOW))) {
            times.removeFirst();
        }
        return times;
    }

    private static String loginKey(String login) {
        String key = "login " + login.toLowerCase(Locale.ROOT);
        return key.length() > MAX_KEY_LENGTH ? key.substring(0, MAX_KEY_LENGTH) : key;
    }

    /** The address, or the /64 network of an IPv6 address: whoever has one has all of them. */
    private static String addressKey(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? "net " + HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
                    : "address " + parsed.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return "peer " + (address.length() > MAX_KEY_LENGTH ? address.substring(0, MAX_KEY_LENGTH) : address);
        }
    }
}
