package io.jianhu.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.support.SettableClock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoginLimiterTest {

    private final SettableClock clock = new SettableClock();
    private final LoginLimiter limiter = new LoginLimiter(clock);

    @Test
    void the_sixth_attempt_on_a_login_waits_wherever_it_comes_from() {
        for (int i = 0; i < 5; i++) {
            assertThat(limiter.begin("admin", "10.0.0." + i)).isEmpty();
        }
        assertThat(limiter.begin("ADMIN", "10.0.1.1")).isPresent();
        assertThat(limiter.begin("somebody else", "10.0.1.1")).isEmpty();
    }

    @Test
    void the_sixth_attempt_from_an_address_waits_whatever_login_it_is_for() {
        for (int i = 0; i < 5; i++) {
            assertThat(limiter.begin("login " + i, "10.0.0.1")).isEmpty();
        }
        assertThat(limiter.begin("another", "10.0.0.1")).isPresent();
        assertThat(limiter.begin("another", "10.0.0.2")).isEmpty();
    }

    @Test
    void a_network_of_ipv6_addresses_counts_as_one() {
        for (int i = 0; i < 5; i++) {
            assertThat(limiter.begin("login " + i, "2001:db8:1:2::" + i)).isEmpty();
        }
        assertThat(limiter.begin("another", "2001:db8:1:2:ffff::1")).isPresent();
        assertThat(limiter.begin("another", "2001:db8:1:3::1")).isEmpty();
    }

    @Test
    void the_wait_ends_a_quarter_of_an_hour_after_the_first_failure() {
        limiter.begin("admin", "10.0.0.1");
        clock.advance(Duration.ofMinutes(10));
        IntStream.range(0, 4).forEach(i -> limiter.begin("admin", "10.0.0.1"));
        Duration wait = limiter.begin("admin", "10.0.0.1").orElseThrow();
        assertThat(wait).isBetween(Duration.ofSeconds(290), Duration.ofMinutes(5));
        clock.advance(wait);
        assertThat(limiter.begin("admin", "10.0.0.1")).isEmpty();
    }

    @Test
    void success_forgives() {
        for (int i = 0; i < 100; i++) {
            assertThat(limiter.begin("admin", "10.0.0.1")).isEmpty();
            limiter.succeeded("admin", "10.0.0.1");
        }
    }

    @Test
    void a_hundred_guesses_at_once_are_five() {
        AtomicInteger tried = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                threads.execute(() -> {
                    if (limiter.begin("admin", "10.0.0.1").isEmpty()) {
                        tried.incrementAndGet();
                    }
                });
            }
        }
        assertThat(tried).hasValue(5);
    }
}
