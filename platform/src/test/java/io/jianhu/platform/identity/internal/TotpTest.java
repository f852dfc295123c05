package io.jianhu.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** RFC 6238 appendix B: the secret of its SHA-1 rows. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void the_codes_are_those_of_the_standard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)), 8))
                .isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314", "9, 520489"})
    void six_digits_are_those_of_rfc_4226_appendix_d(long counter, String code) {
        assertThat(Totp.code(SECRET, counter, 6)).isEqualTo(code);
    }

    @Test
    void a_code_is_taken_half_a_minute_early_and_late_and_once() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = Totp.step(now);
        String code = Totp.code(SECRET, step, 6);
        assertThat(Totp.findStep(SECRET, code, now, 0)).hasValue(step);
        assertThat(Totp.findStep(SECRET, code, now.plusSeconds(30), 0)).hasValue(step);
        assertThat(Totp.findStep(SECRET, code, now.minusSeconds(30), 0)).hasValue(step);
        assertThat(Totp.findStep(SECRET, code, now.plusSeconds(61), 0)).isEmpty();
        assertThat(Totp.findStep(SECRET, code, now, step)).as("used before").isEmpty();
        assertThat(Totp.findStep(SECRET, "000000", now, 0)).isEmpty();
    }

    @Test
    void the_uri_is_what_authenticators_read() {
        assertThat(Totp.uri("Jianhu", "wang.li", SECRET))
                .isEqualTo("otpauth://totp/Jianhu:wang.li?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Jianhu");
    }
}
