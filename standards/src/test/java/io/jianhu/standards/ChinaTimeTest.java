package io.jianhu.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChinaTimeTest {

    private static final LocalDate LAST_OF_2012 = LocalDate.parse("2026-02-28");
    private static final LocalDate FIRST_OF_2026 = LocalDate.parse("2026-03-01");
    private static final Instant MIDNIGHT = Instant.parse("2026-02-28T16:00:00Z");

    private final Catalogue catalogue = RuleBook.load().catalogue();

    @Test
    @Clause({"GB 3095-2012", "GB 3095-2026"})
    void the_edition_switches_at_midnight_of_china_not_of_greenwich() {
        assertThat(editionOf(ChinaTime.dayOf(MIDNIGHT.minusMillis(1)))).isEqualTo("GB 3095-2012");
        assertThat(editionOf(ChinaTime.dayOf(MIDNIGHT))).isEqualTo("GB 3095-2026");
        assertThat(ChinaTime.beginOf(FIRST_OF_2026)).isEqualTo(MIDNIGHT);
    }

    @Test
    void the_hour_labelled_24_belongs_to_the_day_that_ends() {
        assertThat(ChinaTime.dayOfPeriodEnding(MIDNIGHT)).isEqualTo(LAST_OF_2012);
        assertThat(ChinaTime.dayOfPeriodEnding(MIDNIGHT.plusSeconds(3600))).isEqualTo(FIRST_OF_2026);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, 2026-02-28",
        "2026-02-28 24:00, 2026-02-28",
        "2026-02-28T24:00:00+08:00, 2026-02-28",
        "2026-02-28 23:59:59, 2026-02-28",
        "2026-03-01T00:00, 2026-03-01",
        "2026-02-28T15:59:59Z, 2026-02-28",
        "2026-02-28T16:00:00Z, 2026-03-01",
        "2026-03-01T00:00:00+09:00, 2026-02-28"
    })
    void the_day_of_a_written_time(String text, LocalDate day) {
        assertThat(ChinaTime.findDay(text)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "2026-02-30", "2026-2-1", "yesterday", "2026-02-28 24:01", "2026-02-28 25:00", "20260301"})
    void what_is_no_time_is_no_day(String text) {
        assertThat(ChinaTime.findDay(text)).isEmpty();
    }

    private String editionOf(LocalDate day) {
        return catalogue
                .findEdition("GB 3095", day, new Working())
                .orElseThrow()
                .id();
    }
}
