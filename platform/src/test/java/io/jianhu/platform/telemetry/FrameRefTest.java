package io.jianhu.platform.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameRefTest {

    @Test
    void what_is_printed_is_read_back() {
        FrameRef frame = new FrameRef(LocalDate.of(2026, 11, 25), 17, 1_234);
        assertThat(frame).hasToString("20261125-17-1234");
        assertThat(FrameRef.findIn("20261125-17-1234")).contains(frame);
    }

    @Test
    void the_day_is_the_one_in_beijing() {
        assertThat(FrameRef.of(Instant.parse("2026-11-25T16:00:00Z"), 0, 1)).hasToString("20261126-0-1");
        assertThat(FrameRef.of(Instant.parse("2026-11-25T15:59:59.999999Z"), 0, 1))
                .hasToString("20261125-0-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20261125",
                "20261125-17",
                "20261125-17-",
                "20261125-17-0",
                "20261125-17-01",
                "20261125-017-1",
                "20261125--17-1",
                "20261125-17-1 ",
                "20261325-17-1",
                "20260230-17-1",
                "2026112-17-1",
                "20261125-3000000000-1",
                "20261125-17-9999999999999999999",
                "20261125-１７-1"
            })
    void anything_else_names_no_frame(String text) {
        assertThat(FrameRef.findIn(text)).isEmpty();
    }

    @Test
    void no_chain_has_a_position_0() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FrameRef(LocalDate.of(2026, 11, 25), 1, 0));
    }
}
