package io.jianhu.platform.identity.internal;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down without letting anybody lock somebody else out.
 *
 * <ul>
 *   <li>A browser in which the account has logged in before answers for itself alone.
 *   <li>Everybody else is counted by address (the /64 network of IPv6), and by address and login together: five failures
 *       are free, then the wait is 30 s and doubles with every failure up to a quarter of an hour. While it lasts nothing
 *       is tried, not even the right password.
 *   <li>A login that strangers have failed at twenty times gives each address one free failure instead of five. It never
 *       closes: an address that has not failed always has a try at once.
 *   <li>Ten wrong second factors make a login wait wherever they come from: only who has its password can cause it.
 * </ul>
 *
 * <p>All is forgotten half an hour after the last failure. An attempt is counted before it is made and taken back when it
 * succeeds, so that a hundred at once are not a hundred guesses; success does not forgive other failures of the address,
 * or an account of one's own would pay for guesses at others.
 *
 * <p>It remembers the {@value #MAX_KEYS} keys used last; to push one out takes thousands of addresses.
 */
@Component
class LoginLimiter {

    static final int FREE = 5;
    static final int FREE_CODES = 10;
    static final int HEAT = 20;
    static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    static final Duration MEMORY = Duration.ofMinutes(30);
    private static final int FREE_UNDER_HEAT = 1;
    private static final int MAX_KEYS = 20_000;
    private static final int MAX_KEY_LENGTH = 96;

    /**
     * Who tries.
     *
     * @param browser what the browser is known by, where the account has logged in there before
     */
    record Attempt(String login, String address, Optional<String> browser) {}

    private static final class Tally {
        private int failures;
        private Instant last = Instant.EPOCH;
        private Instant notBefore = Instant.EPOCH;
    }

    private record Key(String name, int free) {}

    private final Clock clock;
    private final Map<String, Tally> tallies = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tally> eldest) {
            return size() > MAX_KEYS;
        }
    };

    LoginLimiter(Clock clock) {
        this.clock = clock;
    }

    /** Counts an attempt; where it must wait, says instead how long. */
    synchronized Optional<Duration> begin(Attempt attempt) {
        Instant now = clock.instant();
        List<Key> keys = keys(attempt, now);
        Optional<Duration> wait = wait(keys, now);
        if (wait.isEmpty()) {
            keys.forEach(key -> count(key, now));
            if (attempt.browser().isEmpty()) {
                count(new Key(heatKey(attempt), Integer.MAX_VALUE), now);
            }
        }
        return wait;
    }

    /** The attempt was none after all: the password was right and the second factor is still to come. */
    synchronized void takeBack(Attempt attempt) {
        for (Key key : keys(attempt, clock.instant())) {
            uncount(key);
        }
        if (attempt.browser().isEmpty()) {
            uncount(new Key(heatKey(attempt), Integer.MAX_VALUE));
        }
    }

    /** The attempt succeeded: whoever knows the password has not been guessing at this login. */
    synchronized void succeeded(Attempt attempt) {
        takeBack(attempt);
        tallies.remove(attempt.browser().isPresent() ? browserKey(attempt) : pairKey(attempt));
    }

    /** Counts a try at the second factor of a login; where it must wait, says instead how long. */
    synchronized Optional<Duration> beginCode(String login) {
        Instant now = clock.instant();
        Key key = new Key(cut("code " + login), FREE_CODES);
        Optional<Duration> wait = wait(List.of(key), now);
        if (wait.isEmpty()) {
            count(key, now);
        }
        return wait;
    }

    synchronized void codeSucceeded(String login) {
        tallies.remove(cut("code " + login));
    }

    private List<Key> keys(Attempt attempt, Instant now) {
        List<Key> keys = new ArrayList<>();
        if (attempt.browser().isPresent()) {
            keys.add(new Key(browserKey(attempt), FREE));
        } else {
            boolean hot = tally(heatKey(attempt), now).failures >= HEAT;
            keys.add(new Key(addressKey(attempt.address()), FREE));
            keys.add(new Key(pairKey(attempt), hot ? FREE_UNDER_HEAT : FREE));
        }
        return keys;
    }

    private Optional<Duration> wait(List<Key> keys, Instant now) {
        return keys.stream()
                .map(key -> tally(key.name(), now).notBefore)
                .filter(notBefore -> notBefore.isAfter(now))
                .max(Instant::compareTo)
                .map(notBefore -> Duration.between(now, notBefore));
    }

    private void count(Key key, Instant now) {
        Tally tally = tally(key.name(), now);
        tally.failures++;
        tally.last = now;
        if (tally.failures >= key.free()) {
            int doublings = Math.min(tally.failures - key.free(), 10);
            Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
            tally.notBefore = now.plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        }
    }

    private void uncount(Key key) {
        Tally tally = tallies.get(key.name());
        if (tally != null && tally.failures > 0) {
            tally.failures--;
            if (tally.failures < key.free()) {
                tally.notBefore = Instant.EPOCH;
            }
        }
    }

    private Tally tally(String key, Instant now) {
        Tally tally = tallies.computeIfAbsent(key, any -> new Tally());
        if (tally.last.plus(MEMORY).isBefore(now) && !tally.notBefore.isAfter(now)) {
            tally.failures = 0;
        }
        return tally;
    }

    private static String heatKey(Attempt attempt) {
        return cut("login " + attempt.login().toLowerCase(Locale.ROOT));
    }

    private static String pairKey(Attempt attempt) {
        return cut(addressKey(attempt.address()) + " " + attempt.login().toLowerCase(Locale.ROOT));
    }

    private static String browserKey(Attempt attempt) {
        return cut("browser " + attempt.browser().orElse(""));
    }

    /** The address, or the /64 network of an IPv6 address: whoever has one has all of them. */
    private static String addressKey(String address) {
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? "net " + HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8))
                    : "address " + parsed.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return cut("peer " + address);
        }
    }

    private static String cut(String key) {
        return key.length() > MAX_KEY_LENGTH ? key.substring(0, MAX_KEY_LENGTH) : key;
    }
}
