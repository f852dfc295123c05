package io.jianhu.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private final Secrets secrets = new Secrets();

    @RepeatedTest(100)
    void a_secret_always_has_43_digits_of_base_62() {
        assertThat(secrets.next()).matches("[0-9A-Za-z]{43}");
    }

    @RepeatedTest(100)
    void a_password_has_no_signs_that_look_alike() {
        assertThat(secrets.nextPassword()).matches("([2-9a-hjkmnp-z]{4}-){4}[2-9a-hjkmnp-z]{4}");
    }

    @Test
    void no_two_are_the_same() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            assertThat(seen.add(secrets.next())).isTrue();
        }
    }
}
