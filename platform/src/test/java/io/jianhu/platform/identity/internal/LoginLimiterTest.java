package io.jianhu.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.identity.internal.LoginLimiter.Attempt;
import io.jianhu.platform.support.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LoginLimiterTest {

    private final SettableClock clock = new SettableClock();
    private final LoginLimiter limiter = new LoginLimiter(clock);

    @Test
    void the_sixth_attempt_from_an_address_waits_whatever_login_it_is_for() {
        for (int i = 0; i < 5; i++) {
            assertThat(begin("login " + i, "10.0.0.1")).isEmpty();
        }
        assertThat(begin("another", "10.0.0.1")).isPresent();
        assertThat(begin("another", "10.0.0.2")).isEmpty();
    }

    @Test
    void a_network_of_ipv6_addresses_counts_as_one() {
        for (int i = 0; i < 5; i++) {
            assertThat(begin("login " + i, "2001:db8:1:2::" + i)).isEmpty();
        }
        assertThat(begin("another", "2001:db8:1:2:ffff::1")).isPresent();
        assertThat(begin("another", "2001:db8:1:3::1")).isEmpty();
    }

    @Test
    void nobody_can_lock_the_administrator_out() {
        for (int i = 0; i < 2_000; i++) {
            begin("admin", "10.1." + i / 200 + "." + i % 200);
        }
        assertThat(begin("admin", "10.2.0.1"))
                .as("an address that has not failed")
                .isEmpty();
        assertThat(limiter.begin(new Attempt("admin", "10.1.0.1", Optional.of("the browser of the administrator"))))
                .as("a browser the administrator has logged in from, at an address that has failed")
                .isEmpty();
    }

    @Test
    void a_login_under_attack_gives_each_address_one_try_before_it_waits() {
        for (int i = 0; i < 20; i++) {
            begin("admin", "10.1.0." + i);
        }
        assertThat(begin("admin", "10.2.0.1")).isEmpty();
        assertThat(begin("admin", "10.2.0.1")).isPresent();
        assertThat(begin("somebody else", "10.2.0.1")).isEmpty();
    }

    @Test
    void the_wait_doubles_up_to_a_quarter_of_an_hour_and_is_forgotten_after_half_an_hour() {
        for (int i = 0; i < 5; i++) {
            begin("admin", "10.0.0.1");
        }
        List<Duration> waits = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Duration wait = begin("admin", "10.0.0.1").orElseThrow();
            waits.add(Duration.ofSeconds(wait.plusMillis(999).toSeconds()));
            clock.advance(wait);
            assertThat(begin("admin", "10.0.0.1")).isEmpty();
        }
        assertThat(waits.stream().map(Duration::toSeconds))
                .containsExactly(30L, 60L, 120L, 240L, 480L, 900L, 900L, 900L);
        clock.advance(Duration.ofMinutes(31));
        for (int i = 0; i < 5; i++) {
            assertThat(begin("admin", "10.0.0.1")).isEmpty();
        }
    }

    @Test
    void success_forgives() {
        for (int i = 0; i < 100; i++) {
            assertThat(begin("admin", "10.0.0.1")).isEmpty();
            limiter.succeeded(new Attempt("admin", "10.0.0.1", Optional.empty()));
        }
    }

    @Test
    void an_account_of_ones_own_does_not_pay_for_guesses_at_others() {
        int guesses = 0;
        for (int i = 0; i < 100; i++) {
            if (begin("own", "10.0.0.1").isEmpty()) {
                guesses += begin("admin", "10.0.0.1").isEmpty() ? 1 : 0;
                limiter.succeeded(new Attempt("own", "10.0.0.1", Optional.empty()));
            }
        }
        assertThat(guesses).isLessThanOrEqualTo(5);
    }

    @Test
    void ten_wrong_codes_make_a_login_wait_wherever_they_come_from() {
        for (int i = 0; i < 10; i++) {
            assertThat(limiter.beginCode("admin")).isEmpty();
        }
        assertThat(limiter.beginCode("admin")).isPresent();
        assertThat(limiter.beginCode("somebody else")).isEmpty();
    }

    @Test
    void a_hundred_guesses_at_once_are_five() {
        AtomicInteger tried = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 100; i++) {
                threads.execute(() -> {
                    if (begin("admin", "10.0.0.1").isEmpty()) {
                        tried.incrementAndGet();
                    }
                });
            }
        }
        assertThat(tried).hasValue(5);
    }

    private Optional<Duration> begin(String login, String address) {
        return limiter.begin(new Attempt(login, address, Optional.empty()));
    }
}
