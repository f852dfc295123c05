package io.jianhu.bench.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to an outlet must be seen in its values: later stages are scored against these events. */
class SignalTest {

    private static final long SEED = 11;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    private final CityPlan city = CityPlan.of(SEED, CityPlan.Size.SHAOXING);

    /** A device and something that happens to it. */
    private record Case(Device device, EventPlan events, Event event) {
        @Override
        public String toString() {
            return device.name() + ": " + event;
        }

        private Signal signal() {
            return new Signal(device, events);
        }

        private long at(double part) {
            long from = event.start().getEpochSecond();
            return from + (long) (part * (event.end().getEpochSecond() - from));
        }

        private int factor() {
            for (int i = 0; i < device.factors().size(); i++) {
                if (device.factors().get(i).code().equals(event.factor())) {
                    return i;
                }
            }
            throw new AssertionError("no factor " + event.factor());
        }

        private Optional<Sample> sample(double part) {
            return signal().findSample(at(part));
        }
    }

    @Test
    void the_same_second_always_shows_the_same() {
        Device device = city.devices().get(3);
        long noon = Instant.parse("2026-03-10T04:00:00Z").getEpochSecond();
        Signal asked = new Signal(device, new EventPlan(device, SEED));
        asked.findSample(noon - 86_400L * 200);

        Sample late = asked.findSample(noon).orElseThrow();
        Sample fresh =
                new Signal(device, new EventPlan(device, SEED)).findSample(noon).orElseThrow();

        assertThat(late.values()).isEqualTo(fresh.values());
        assertThat(late.marks()).isEqualTo(fresh.marks());
    }

    @ParameterizedTest
    @EnumSource(
            value = EventKind.class,
            names = {"STOP", "MAINTENANCE", "INSTRUMENT_FAULT", "COMMS_FAULT", "OVER_RANGE", "CALIBRATION"})
    void what_the_logger_knows_of_is_marked(EventKind kind) {
        char mark = switch (kind) {
            case STOP -> 'F';
            case MAINTENANCE -> 'M';
            case INSTRUMENT_FAULT -> 'D';
            case COMMS_FAULT -> 'B';
            case OVER_RANGE -> 'T';
            default -> 'C';
        };

        assertThat(cases(kind)).isNotEmpty().allSatisfy(found -> {
            Sample sample = found.sample(0.5).orElseThrow();
            int factor = found.event().factor().isEmpty() ? firstConcentration(found.device()) : found.factor();
            assertThat(sample.marks()[factor]).isEqualTo(mark);
        });
    }

    @Test
    void a_power_cut_leaves_no_values() {
        assertThat(cases(EventKind.POWER_CUT))
                .isNotEmpty()
                .allSatisfy(found -> assertThat(found.sample(0.5)).isEmpty());
    }

    @Test
    void a_stuck_analyser_repeats_one_value_and_says_it_is_normal() {
        assertThat(cases(EventKind.FLAT_LINE)).isNotEmpty().allSatisfy(found -> {
            List<Long> values = LongStream.range(0, 20)
                    .mapToObj(i -> found.sample(i / 20.0).orElseThrow().values()[found.factor()])
                    .distinct()
                    .toList();
            assertThat(values).hasSize(1);
            assertThat(found.sample(0.5).orElseThrow().isNormal(found.factor())).isTrue();
        });
    }

    @Test
    void an_exceedance_is_above_the_limit_and_says_it_is_normal() {
        assertThat(cases(EventKind.EXCEEDANCE)).isNotEmpty().allSatisfy(found -> {
            FactorModel model = found.device().factors().get(found.factor());
            Sample sample = found.sample(0.75).orElseThrow();
            long shown = model.isConverted() ? sample.converted()[found.factor()] : sample.values()[found.factor()];
            assertThat(shown / Math.pow(10, model.decimals())).isGreaterThan(model.limit());
            assertThat(sample.isNormal(found.factor())).isTrue();
        });
    }

    @Test
    void a_capped_factor_never_reaches_its_limit() {
        assertThat(cases(EventKind.CAPPED)).isNotEmpty().allSatisfy(found -> {
            FactorModel model = found.device().factors().get(found.factor());
            for (double part = 0; part < 1; part += 0.05) {
                double shown =
                        found.sample(part).orElseThrow().values()[found.factor()] / Math.pow(10, model.decimals());
                assertThat(shown).isLessThan(model.limit());
            }
        });
    }

    @Test
    void a_cut_cable_takes_the_whole_park() {
        Case one = cases(EventKind.NETWORK_CUT).getFirst();

        assertThat(city.devices().stream()
                        .filter(device -> device.park().equals(one.device().park())))
                .hasSizeGreaterThan(1)
                .allSatisfy(device -> assertThat(new EventPlan(device, SEED).listBegunOn(DAY))
                        .filteredOn(event -> event.kind() == EventKind.NETWORK_CUT)
                        .extracting(Event::cause, Event::start, Event::end)
                        .containsExactly(tuple(
                                one.event().cause(),
                                one.event().start(),
                                one.event().end())));
    }

    @Test
    void every_kind_happens_somewhere_on_a_day() {
        Set<EventKind> happened = EnumSet.noneOf(EventKind.class);
        for (Device device : city.devices()) {
            for (Event event : new EventPlan(device, SEED).listBegunOn(DAY)) {
                happened.add(event.kind());
            }
        }

        assertThat(happened).containsExactly(EventKind.values());
    }

    /** Undisturbed cases only: an event that shares its time with another proves nothing. */
    private List<Case> cases(EventKind kind) {
        List<Case> found = new ArrayList<>();
        for (Device device : city.devices()) {
            EventPlan events = new EventPlan(device, SEED);
            for (int day = 0; day < 3; day++) {
                for (Event event : events.listBegunOn(DAY.plusDays(day))) {
                    if (event.kind() == kind && isAlone(events, event)) {
                        found.add(new Case(device, events, event));
                    }
                }
            }
        }
        return found;
    }

    private static boolean isAlone(EventPlan events, Event event) {
        for (long second = event.start().getEpochSecond() - 7_200;
                second < event.end().getEpochSecond();
                second += 60) {
            for (Event other : events.listAt(second)) {
                if (!other.equals(event)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int firstConcentration(Device device) {
        for (int i = 0; i < device.factors().size(); i++) {
            if (device.factors().get(i).isConcentration()) {
                return i;
            }
        }
        throw new AssertionError("no concentration at " + device.name());
    }
}
