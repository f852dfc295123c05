package io.jianhu.platform.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.support.Caller;
import io.jianhu.platform.support.Caller.Answer;
import io.jianhu.platform.support.RunningPlatform;
import java.time.Duration;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SecondFactorIT extends RunningPlatform {

    @Test
    void once_confirmed_a_log_in_needs_a_code_and_each_code_works_once() {
        Caller he = person("he.phone", "auditor", "330681");
        byte[] secret = enrol(he);
        assertThat(anyone().logIn("he.phone", PERSONS_PASSWORD).status())
                .as("not asked for before it is confirmed")
                .isEqualTo(200);
        assertThat(confirm(he, "000000").json().at("/errors/0/code").asString()).isEqualTo("wrong-code");
        assertThat(confirm(he, code(secret)).status()).isEqualTo(204);

        assertThat(anyone().logIn("he.phone", PERSONS_PASSWORD).problemCode()).isEqualTo("second-factor-required");
        assertThat(anyone().logIn("he.phone", "not it").problemCode())
                .as("whether there is a second factor is told to who knows the password alone")
                .isEqualTo("wrong-credentials");
        assertThat(logIn("he.phone", code(secret)).problemCode())
                .as("used to confirm")
                .isEqualTo("wrong-code");
        clock.advance(Duration.ofSeconds(30));
        assertThat(logIn("he.phone", code(secret)).status()).isEqualTo(200);
        assertThat(logIn("he.phone", code(secret)).problemCode()).isEqualTo("wrong-code");
    }

    @Test
    void it_is_dropped_with_the_password_or_by_an_administrator() {
        Caller own = person("own.phone", "auditor", "330681");
        byte[] secret = enrol(own);
        confirm(own, code(secret));
        assertThat(own.change("POST", "/api/v1/account/second-factor/drop", "{\"password\": \"not it\"}")
                        .status())
                .isEqualTo(400);
        assertThat(own.change("POST", "/api/v1/account/second-factor/drop", password())
                        .status())
                .isEqualTo(204);
        assertThat(anyone().logIn("own.phone", PERSONS_PASSWORD).status()).isEqualTo(200);

        confirm(own, code(enrol(own)));
        Answer dropped =
                administrator().change("POST", "/api/v1/users/own.phone/drop-second-factor", "{\"reason\": \"手机丢失\"}");
        assertThat(dropped.json().get("second_factor").asBoolean()).isFalse();
        assertThat(anyone().logIn("own.phone", PERSONS_PASSWORD).status()).isEqualTo(200);
    }

    private byte[] enrol(Caller caller) {
        JsonNode enrolment = caller.change("POST", "/api/v1/account/second-factor", password())
                .json();
        assertThat(enrolment.get("uri").asString()).startsWith("otpauth://totp/");
        return Base32.decode(enrolment.get("secret").asString());
    }

    private static Answer confirm(Caller caller, String code) {
        return caller.change("POST", "/api/v1/account/second-factor/confirm", "{\"code\": \"" + code + "\"}");
    }

    private Answer logIn(String login, String code) {
        return anyone().send(
                        "POST",
                        "/api/v1/session",
                        "{\"login\": \"%s\", \"password\": \"%s\", \"code\": \"%s\"}"
                                .formatted(login, PERSONS_PASSWORD, code));
    }

    private String code(byte[] secret) {
        return Totp.code(secret, Totp.step(clock.instant()), 6);
    }

    private static String password() {
        return "{\"password\": \"" + PERSONS_PASSWORD + "\"}";
    }
}
