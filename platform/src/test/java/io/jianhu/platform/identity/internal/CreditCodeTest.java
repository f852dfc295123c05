package io.jianhu.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CreditCodeTest {

    /** Often quoted as an example of the rule; nobody in particular. */
    private static final String GOOD = "91350100M000100Y43";

    @Test
    void the_check_character_must_fit_and_every_changed_character_is_noticed() {
        assertThat(CreditCode.isValid(GOOD)).isTrue();
        for (int i = 0; i < GOOD.length(); i++) {
            char other = GOOD.charAt(i) == '1' ? '2' : '1';
            assertThat(CreditCode.isValid(GOOD.substring(0, i) + other + GOOD.substring(i + 1)))
                    .as("character %d", i)
                    .isFalse();
        }
        assertThat(CreditCode.isValid("9135010OM000100Y43")).as("O is not used").isFalse();
        assertThat(CreditCode.isValid(GOOD + "1")).isFalse();
    }
}
