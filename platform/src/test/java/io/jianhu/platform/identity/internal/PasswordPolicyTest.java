package io.jianhu.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    private final PasswordPolicy policy = new PasswordPolicy(Duration.ofDays(90));

    @ParameterizedTest
    @ValueSource(strings = {"Mirror-Lake", "鉴湖Lake2026越城区", "a mirror of lakes", "nine8Seven!"})
    void these_will_do(String password) {
        assertThat(policy.findFault("wang", password)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ab1!",
                "onlysmall",
                "onlysmall1",
                "Admin@123456",
                "huanbao@123456",
                "Wang-is-here-1",
                "Aa1Aa1Aa1Aa1"
            })
    void these_will_not_and_the_reason_is_told_in_two_languages(String password) {
        assertThat(policy.findFault("wang", password)).hasValueSatisfying(fault -> {
            assertThat(fault.zh()).containsPattern("\\p{IsHan}");
            assertThat(fault.en()).isNotBlank();
        });
    }

    @Test
    void a_password_grows_old_where_the_setting_says_so() {
        Instant changed = Instant.parse("2026-08-01T00:00:00Z");
        assertThat(policy.isExpired(Optional.of(changed), changed.plus(Duration.ofDays(89))))
                .isFalse();
        assertThat(policy.isExpired(Optional.of(changed), changed.plus(Duration.ofDays(90))))
                .isTrue();
        assertThat(new PasswordPolicy(Duration.ZERO)
                        .isExpired(Optional.of(changed), changed.plus(Duration.ofDays(9_000))))
                .isFalse();
    }
}
