package io.jianhu.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BeijingTest {

    private static final Instant TEN = Instant.parse("2026-11-25T02:00:00Z");

    @Test
    void times_go_out_with_the_offset_of_beijing() {
        assertThat(Beijing.text(TEN)).isEqualTo("2026-11-25T10:00:00+08:00");
        assertThat(Beijing.text(TEN.plusNanos(123_456_789))).isEqualTo("2026-11-25T10:00:00.123456+08:00");
        assertThat(Beijing.day(Instant.parse("2026-11-24T16:00:00Z"))).hasToString("2026-11-25");
    }

    @Test
    void times_come_in_however_people_and_programs_write_them() {
        for (String text : new String[] {
            "2026-11-25T10:00:00+08:00",
            "2026-11-25T10:00:00 08:00",
            "2026-11-25 10:00:00+08:00",
            "2026-11-25T02:00:00Z",
            "2026-11-25T02:00Z",
            "2026-11-25T10:00:00",
            "2026-11-25 10:00:00",
            " 2026-11-25T10:00 ",
            "2026-11-24T21:00:00-05:00"
        }) {
            assertThat(Beijing.findTime(text)).as(text).hasValue(TEN);
        }
        assertThat(Beijing.findTime("2026-11-25")).hasValue(Instant.parse("2026-11-24T16:00:00Z"));
        for (String text : new String[] {"", "yesterday", "2026-13-01", "2026-02-30T00:00:00", "20261125"}) {
            assertThat(Beijing.findTime(text)).as(text).isEmpty();
        }
    }
}
