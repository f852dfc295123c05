package io.jianhu.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QnTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:59:59.007Z");

    @Test
    void isBeijingTimeToTheMillisecond() {
        assertThat(Qn.of(NOW)).isEqualTo("20260101085959007");
        assertThat(Times.findTime(Qn.of(NOW)).orElseThrow().toInstant(Frame.BEIJING))
                .isEqualTo(NOW);
    }

    @Test
    void isNeverGivenTwiceWithinOneMillisecond() {
        QnSource source = new QnSource(Clock.fixed(NOW, ZoneOffset.UTC));
        assertThat(Stream.generate(source).limit(3))
                .containsExactly("20260101085959007", "20260101085959008", "20260101085959009");
    }

    @Test
    void isNeverGivenTwiceWhenTheClockStepsBackOrTheProcessStartsAgain() {
        QnSource source = new QnSource(Clock.fixed(NOW, ZoneOffset.UTC), NOW.plus(Duration.ofMinutes(1)));
        assertThat(source.get()).isEqualTo("20260101090059008");
    }

    @Test
    void isNeverGivenTwiceToThreadsThatAskAtOnce() {
        QnSource source = new QnSource(Clock.fixed(NOW, ZoneOffset.UTC));
        List<String> qns = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> source.get())
                .toList();
        assertThat(qns).doesNotHaveDuplicates();
    }
}
