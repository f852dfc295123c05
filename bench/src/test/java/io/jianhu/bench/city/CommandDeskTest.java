package io.jianhu.bench.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jianhu.bench.city.Run.Answering;
import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Field;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.Requests;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A logger obeys, in every edition, and its past is what it was. */
class CommandDeskTest {

    private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");
    private static final String QN = "20260310121500123";

    private final Device water = quiet(Edition.HJ_212_2017);
    private final Requests.Target target = target(water);

    @ParameterizedTest
    @EnumSource(
            value = Edition.class,
            names = {"HJT_212_2005", "HJ_212_2017", "HJ_212_2025"})
    void history_is_what_was_sent_live(Edition edition) {
        Device device = quiet(edition);
        Run run = new Run(device, NOON, Answering.ALWAYS).connect().live(Duration.ofMinutes(190));
        List<List<Field>> live = dataAreas(run, "2061");
        List<List<Field>> minutes = dataAreas(run, "2051");
        run.forgetSent();

        run.command(Requests.getHours(target(device), QN, NOON, NOON.plusSeconds(3 * 3_600 - 1)));
        run.command(Requests.getMinutes(target(device), QN, NOON, NOON.plusSeconds(3 * 3_600 - 1)))
                .live(Duration.ofSeconds(20));

        assertThat(dataAreas(run, "2061")).isNotEmpty().isEqualTo(live);
        assertThat(dataAreas(run, "2051")).containsAll(minutes.subList(0, minutes.size() - 1));
        assertThat(run.frames("9011")).hasSize(2).allSatisfy(ack -> {
            assertThat(ack.findExchange()).contains(QN);
            assertThat(ack.findField("QnRtn")).contains("1");
        });
        assertThat(run.frames("9012"))
                .hasSize(2)
                .allSatisfy(end -> assertThat(end.findField("ExeRtn")).contains("1"));
    }

    @Test
    void a_time_long_ago_has_no_data() {
        Run run = start();

        Instant longAgo = NOON.minus(Duration.ofDays(800));
        run.command(Requests.getHours(target, QN, longAgo, longAgo.plusSeconds(7_200)));

        assertThat(run.frames("9012"))
                .singleElement()
                .satisfies(end -> assertThat(end.findField("ExeRtn")).contains("100"));
    }

    @Test
    void a_new_interval_changes_the_pace() {
        Run run = start();

        run.command(Requests.setRealtimeInterval(target, QN, 60));
        run.forgetSent();
        run.live(Duration.ofMinutes(10));
        run.command(Requests.getRealtimeInterval(target, QN));

        assertThat(run.frames("2011")).hasSizeBetween(9, 11);
        assertThat(run.frames("1061"))
                .singleElement()
                .satisfies(answer -> assertThat(answer.findField("RtdInterval")).contains("60"));
    }

    @Test
    void a_wrong_password_is_refused_and_a_new_one_taken() {
        Run run = start();

        run.command(Requests.getTime(new Requests.Target(water.edition(), "32", "000000", water.mn()), QN));
        run.command(Requests.setPassword(target, QN, "newpwd"));
        run.command(Requests.getTime(new Requests.Target(water.edition(), "32", "newpwd", water.mn()), QN));

        assertThat(run.frames("9011").stream().map(ack -> ack.findField("QnRtn").orElse("")))
                .containsExactly("3", "1", "1");
        assertThat(run.frames("1011"))
                .singleElement()
                .matches(frame -> frame.pw().equals("newpwd"));
    }

    @Test
    void what_the_edition_does_not_know_is_refused() {
        Run run = start();

        run.command(Requests.startStandardCheck(target(quiet(Edition.HJ_212_2025)), QN, "w01018"));

        assertThat(run.frames("9011"))
                .singleElement()
                .satisfies(ack -> assertThat(ack.findField("QnRtn")).contains("4"));
        assertThat(run.frames("9012")).isEmpty();
    }

    @Test
    void real_time_stops_and_starts_again() {
        Run run = start();

        run.command(Requests.stopRealtime(target, QN));
        run.forgetSent();
        run.live(Duration.ofMinutes(5));
        assertThat(run.frames("2011")).isEmpty();

        run.command(Requests.startRealtime(target, QN)).live(Duration.ofMinutes(5));
        assertThat(run.frames("2011")).hasSizeBetween(9, 11);
    }

    @Test
    void a_clock_that_is_off_asks_for_the_time_and_is_set() {
        Event error = findClockError();
        Device device = CityPlan.of(1, CityPlan.Size.SHAOXING).devices().stream()
                .filter(candidate -> candidate.mn().equals(error.mn()))
                .findFirst()
                .orElseThrow();
        Run run = new Run(device, error.start().minusSeconds(60), Answering.ALWAYS).connect();
        run.live(Duration.ofMinutes(6));

        assertThat(run.frames("1013")).hasSize(1);
        assertThat((double) clockOffset(run)).isCloseTo(error.size(), within(31.0));

        run.forgetSent();
        run.command(Requests.setTime(target(device), QN, Instant.ofEpochSecond(run.trueSecond())))
                .live(Duration.ofMinutes(2));
        assertThat((double) clockOffset(run)).isCloseTo(0, within(31.0));
        assertThat(run.deeds()).anyMatch(deed -> deed.startsWith("clock-set was off by " + (long) error.size()));
    }

    /** By how much the logger's QN runs ahead of true time; the frame itself is up to an interval old. */
    private static long clockOffset(Run run) {
        Frame last = run.frames("2011").getLast();
        return last.findSentTime().orElseThrow().getEpochSecond() - run.trueSecond();
    }

    private static Event findClockError() {
        for (Device device : CityPlan.of(1, CityPlan.Size.SHAOXING).devices()) {
            if (device.edition() != Edition.HJ_212_2017 || !device.quirks().isEmpty()) {
                continue;
            }
            for (Event event : new EventPlan(device, 1).listBegunOn(LocalDate.of(2026, 3, 10))) {
                if (event.kind() == EventKind.CLOCK_ERROR && event.size() > 60) {
                    return event;
                }
            }
        }
        throw new AssertionError("no clock error on that day");
    }

    private Run start() {
        Run run = new Run(water, NOON, Answering.ALWAYS).connect().live(Duration.ofMinutes(2));
        run.forgetSent();
        return run;
    }

    private static Device quiet(Edition edition) {
        Predicate<Device> fits = device -> device.medium() == Medium.WASTE_WATER
                && device.edition() == edition
                && device.quirks().isEmpty();
        return Run.quietDevice(fits, NOON, 1);
    }

    private static Requests.Target target(Device device) {
        return new Requests.Target(device.edition(), device.medium().st(), device.password(), device.mn());
    }

    private static List<List<Field>> dataAreas(Run run, String cn) {
        return run.frames(cn).stream().map(Frame::fields).toList();
    }
}
