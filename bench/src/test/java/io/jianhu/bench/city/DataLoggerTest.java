package io.jianhu.bench.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.bench.city.Run.Answering;
import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the platform hears from a logger. */
class DataLoggerTest {

    private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");

    private final Device water = Run.quietDevice(
            device -> device.medium() == Medium.WASTE_WATER
                    && device.edition() == Edition.HJ_212_2017
                    && device.quirks().isEmpty()
                    && device.answerPolicy() == Device.AnswerPolicy.EVERYTHING,
            NOON,
            2);

    @Test
    void real_time_every_thirty_seconds_minutes_every_ten_and_hours() {
        Run run = new Run(water, NOON, Answering.ALWAYS).connect().live(Duration.ofMinutes(61));

        assertThat(run.frames("2011")).hasSizeBetween(120, 122);
        assertThat(run.frames("2051")).hasSize(6);
        assertThat(run.frames("2061"))
                .singleElement()
                .satisfies(frame -> assertThat(frame.findDataTime()).contains(NOON));
        assertThat(run.frames("2021")).hasSize(6);
    }

    @Test
    void the_same_seed_gives_the_same_bytes() {
        List<byte[]> once = new Run(water, NOON, Answering.ALWAYS)
                .connect()
                .live(Duration.ofHours(3))
                .sent();
        List<byte[]> again = new Run(water, NOON, Answering.ALWAYS)
                .connect()
                .live(Duration.ofHours(3))
                .sent();

        assertThat(again).usingRecursiveComparison().isEqualTo(once);
    }

    @Test
    void the_day_is_reported_after_midnight() {
        Run run = new Run(water, NOON, Answering.ALWAYS).connect().live(Duration.ofHours(13));

        assertThat(run.frames("2031")).singleElement().satisfies(frame -> {
            assertThat(frame.findField("DataTime")).contains("20260310000000");
            assertThat(frame.items()).hasSize(water.factors().size());
        });
        assertThat(run.frames("2041"))
                .singleElement()
                .satisfies(frame -> assertThat(frame.findField("SB1-RT")).contains("24.00"));
    }

    @Test
    void no_two_frames_have_the_same_qn() {
        Run run = new Run(water, NOON, Answering.ALWAYS).connect().live(Duration.ofHours(25));

        assertThat(run.decoded())
                .extracting(decoded -> decoded.findFrame().map(Frame::qn))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(3_000);
    }

    @Test
    void a_frame_nobody_acknowledges_is_sent_four_times_with_one_qn_before_the_link_counts_as_dead() {
        Run run = new Run(water, NOON, Answering.NEVER).connect().live(Duration.ofSeconds(45));
        String qn = run.frames("2011").getFirst().qn();
        run.live(Duration.ofSeconds(40));

        assertThat(run.frames("2011"))
                .filteredOn(frame -> frame.qn().equals(qn))
                .hasSize(4);
        assertThat(run.deeds()).contains("disconnected");
    }

    @Test
    void what_was_measured_without_a_connection_is_sent_when_it_is_back() {
        Run run = new Run(water, NOON, Answering.ALWAYS).connect().live(Duration.ofMinutes(15));
        run.disconnect().live(Duration.ofHours(2));
        run.connect().live(Duration.ofMinutes(5));

        List<Optional<Instant>> minutes =
                run.frames("2051").stream().map(Frame::findDataTime).distinct().toList();
        assertThat(minutes).hasSize(13);
        assertThat(run.frames("2061")).hasSize(2);
        assertThat(run.frames("2011")).hasSizeLessThan(50);
    }

    @Test
    void only_the_edition_of_2025_says_that_a_frame_is_late() {
        Device modern = Run.quietDevice(
                device -> device.edition() == Edition.HJ_212_2025
                        && device.quirks().isEmpty(),
                NOON,
                1);
        Run run = new Run(modern, NOON, Answering.ALWAYS).connect().live(Duration.ofMinutes(3));
        run.disconnect().live(Duration.ofMinutes(70));
        run.connect().live(Duration.ofMinutes(15));

        assertThat(run.frames("2061")).singleElement().matches(Frame::backfilled);
        assertThat(run.frames("2051")).last().matches(frame -> !frame.backfilled());
    }

    @Test
    void sub_packets_carry_whole_factors_and_one_data_time() {
        Device stack = Run.quietDevice(
                device -> device.industry() == Industry.WASTE_INCINERATION
                        && device.edition() == Edition.HJ_212_2017
                        && device.quirks().isEmpty(),
                NOON,
                1);
        Run run = new Run(stack, NOON, Answering.ALWAYS).connect().live(Duration.ofMinutes(61));

        List<Frame> hour = run.frames("2061");
        assertThat(hour).hasSizeGreaterThan(1);
        assertThat(hour).extracting(Frame::findDataTime).containsOnly(Optional.of(NOON));
        assertThat(hour).extracting(frame -> frame.packetNumber().orElse(0)).containsExactly(1, 2);
        assertThat(hour.stream().mapToInt(frame -> frame.items().size()).sum())
                .isEqualTo(stack.factors().size());
    }

    @Test
    void a_power_cut_is_silent_and_followed_by_the_time_of_the_restart() {
        Event cut = findAlone(EventKind.POWER_CUT, Edition.HJ_212_2017);
        Device device = device(cut);
        Run run = new Run(device, cut.start().minusSeconds(300), Answering.ALWAYS)
                .connect()
                .live(Duration.between(cut.start(), cut.end()).plusSeconds(900));

        assertThat(run.frames("2081"))
                .singleElement()
                .satisfies(frame -> assertThat(frame.findField("RestartTime")
                                .flatMap(Times::findTime)
                                .map(time -> time.toInstant(Frame.BEIJING)))
                        .hasValueSatisfying(time ->
                                assertThat(time).isBetween(cut.end(), cut.end().plusSeconds(5))));
        assertThat(run.frames("2011"))
                .allSatisfy(frame -> assertThat(frame.findDataTime())
                        .hasValueSatisfying(time -> assertThat(time.isBefore(cut.start()) || !time.isBefore(cut.end()))
                                .isTrue()));
        assertThat(run.deeds()).containsSequence("disconnected", "connected");
    }

    @Test
    void a_cut_cable_loses_real_time_data_but_no_statistics() {
        Event cut = findAlone(EventKind.NETWORK_CUT, Edition.HJ_212_2017);
        Device device = device(cut);
        Instant from = cut.start().minusSeconds(900);
        Run run = new Run(device, from, Answering.ALWAYS)
                .connect()
                .live(Duration.between(from, cut.end()).plusSeconds(1_500));

        long first = Math.ceilDiv(from.getEpochSecond(), 600L);
        long last = (run.trueSecond() - 60) / 600;
        assertThat(run.frames("2051").stream().map(Frame::findDataTime).distinct())
                .hasSizeBetween((int) (last - first), (int) (last - first) + 2);
        assertThat(run.frames("2011"))
                .noneSatisfy(frame -> assertThat(frame.findDataTime())
                        .hasValueSatisfying(time -> assertThat(time)
                                .isBetween(
                                        cut.start().plusSeconds(30), cut.end().minusSeconds(60))));
    }

    private static Event findAlone(EventKind kind, Edition edition) {
        for (Device device : CityPlan.of(1, CityPlan.Size.SHAOXING).devices()) {
            boolean fits = device.edition() == edition && device.quirks().isEmpty();
            EventPlan events = new EventPlan(device, 1);
            for (int day = 0; fits && day < 5; day++) {
                for (Event event : events.listBegunOn(LocalDate.of(2026, 3, 10).plusDays(day))) {
                    if (event.kind() == kind && isAlone(events, event)) {
                        return event;
                    }
                }
            }
        }
        throw new AssertionError("no " + kind.label() + " alone");
    }

    private static boolean isAlone(EventPlan events, Event event) {
        for (long second = event.start().getEpochSecond() - 1_200;
                second < event.end().getEpochSecond() + 1_800;
                second += 30) {
            for (Event other : events.listAt(second)) {
                if (!other.equals(event)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Device device(Event event) {
        return CityPlan.of(1, CityPlan.Size.SHAOXING).devices().stream()
                .filter(device -> device.mn().equals(event.mn()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_flawless_logger_is_accepted_without_findings() {
        Run run = new Run(water, NOON, Answering.ALWAYS).connect().live(Duration.ofHours(13));

        assertThat(run.decoded())
                .isNotEmpty()
                .allSatisfy(decoded -> assertThat(decoded).isInstanceOf(Decoded.Accepted.class));
    }
}
