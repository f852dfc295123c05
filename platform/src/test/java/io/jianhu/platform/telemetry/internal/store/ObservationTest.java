package io.jianhu.platform.telemetry.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationTest {

    @Test
    void a_number_keeps_the_digits_it_came_with() {
        assertThat(Observation.findNumber("36.90")).isEqualTo(new BigDecimal("36.90"));
        assertThat(Observation.findNumber("-00999.000")).isEqualTo(new BigDecimal("-999.000"));
        assertThat(Observation.findNumber("+1.5E3")).isEqualByComparingTo("1500");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--", "***", "NaN", "1,5", " 1", "1E999999999", "1E-999999999", "٣", "0x10", "1e"})
    void what_is_no_number_of_an_instrument_is_none(String text) {
        assertThat(Observation.findNumber(text)).isNull();
    }
}
