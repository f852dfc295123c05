package io.jianhu.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.hj212.SubPacketMerger.Limits;
import io.jianhu.hj212.SubPacketMerger.Merged;
import io.jianhu.hj212.SubPacketMerger.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubPacketMergerTest {

    private static final Instant T0 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Limits LIMITS = new Limits(Duration.ofSeconds(60), 100, 100);

    private final SubPacketMerger merger = new SubPacketMerger(LIMITS);

    @Test
    void passesOnWhatIsNoSubPacket() {
        Frame whole = hour("M1", 1, 3).frame();
        assertThat(merger.offer(whole, T0)).containsExactly(new Merged(whole, List.of(1), List.of(), Reason.UNSPLIT));
    }

    @Test
    void givesTheSetOutWithItsLastPartInWhateverOrder() {
        Outgoing whole = hour("M1", 1, 9);
        List<Frame> parts = parts(whole);
        assertThat(parts).hasSize(3);
        assertThat(merger.offer(parts.get(2), T0)).isEmpty();
        assertThat(merger.offer(parts.get(0), T0.plusSeconds(1))).isEmpty();
        List<Merged> finished = merger.offer(parts.get(1), T0.plusSeconds(2));
        assertThat(finished).hasSize(1);
        assertThat(finished.getFirst().reason()).isEqualTo(Reason.COMPLETE);
        assertThat(finished.getFirst().received()).containsExactly(1, 2, 3);
        assertThat(finished.getFirst().frame().fields()).isEqualTo(whole.frame().fields());
        assertThat(finished.getFirst().frame().items()).isEqualTo(whole.frame().items());
        assertThat(finished.getFirst().frame().packetNumber()).isEmpty();
        assertThat(merger.heldParts()).isZero();
    }

    @Test
    void dropsRepetitionsBeforeAndAfterTheSetIsOut() {
        List<Frame> parts = parts(hour("M1", 1, 6));
        merger.offer(parts.get(0), T0);
        assertThat(merger.offer(parts.get(0), T0.plusSeconds(10))).isEmpty();
        assertThat(merger.offer(parts.get(1), T0.plusSeconds(11))).hasSize(1);
        assertThat(merger.offer(parts.get(1), T0.plusSeconds(12))).isEmpty();
        assertThat(merger.expire(T0.plusSeconds(1_000))).isEmpty();
    }

    @Test
    void givesUpASetAndTellsWhatIsMissing() {
        List<Frame> parts = parts(hour("M1", 1, 12));
        merger.offer(parts.get(3), T0);
        merger.offer(parts.get(1), T0.plusSeconds(30));
        assertThat(merger.findDeadline()).contains(T0.plusSeconds(90));
        assertThat(merger.expire(T0.plusSeconds(89))).isEmpty();
        List<Merged> finished = merger.expire(T0.plusSeconds(90));
        assertThat(finished).hasSize(1);
        assertThat(finished.getFirst().reason()).isEqualTo(Reason.TIMED_OUT);
        assertThat(finished.getFirst().received()).containsExactly(2, 4);
        assertThat(finished.getFirst().missing()).containsExactly(1, 3);
        assertThat(merger.findDeadline()).isEmpty();
    }

    @Test
    void repetitionsKeepNoSetOpen() {
        List<Frame> parts = parts(hour("M1", 1, 6));
        merger.offer(parts.get(0), T0);
        merger.offer(parts.get(0), T0.plusSeconds(59));
        assertThat(merger.expire(T0.plusSeconds(60))).hasSize(1);
    }

    @Test
    void passesOnAPartThatComesTooLate() {
        List<Frame> parts = parts(hour("M1", 1, 9));
        merger.offer(parts.get(0), T0);
        merger.expire(T0.plusSeconds(60));
        List<Merged> late = merger.offer(parts.get(2), T0.plusSeconds(61));
        assertThat(late).hasSize(1);
        assertThat(late.getFirst().reason()).isEqualTo(Reason.LATE);
        assertThat(late.getFirst().received()).containsExactly(3);
        assertThat(late.getFirst().missing()).containsExactly(2);
        assertThat(merger.offer(parts.get(1), T0.plusSeconds(62)).getFirst().isComplete())
                .isTrue();
    }

    @Test
    void takesOtherValuesForTheSameIntervalAsANewSet() {
        List<Frame> first = parts(hour("M1", 1, 6));
        List<Frame> second = parts(hour("M1", 2, 6));
        first.forEach(part -> merger.offer(part, T0));
        assertThat(merger.offer(second.get(0), T0.plusSeconds(600))).isEmpty();
        List<Merged> finished = merger.offer(second.get(1), T0.plusSeconds(601));
        assertThat(finished).hasSize(1);
        assertThat(finished.getFirst().frame().fields())
                .isEqualTo(hour("M1", 2, 6).frame().fields());
    }

    @Test
    void joinsBySetAndNotByQn() {
        List<Frame> one = parts(hour("M1", 1, 6));
        List<Frame> other = parts(hour("M2", 1, 6));
        merger.offer(one.get(0), T0);
        assertThat(merger.offer(other.get(1), T0)).isEmpty();
        assertThat(merger.offer(one.get(1), T0)).hasSize(1);
    }

    @Test
    void passesOnNumbersThatMakeNoSense() {
        Frame sound = parts(hour("M1", 1, 6)).getFirst();
        Frame beyond = withNumbers(sound, 2, 3);
        assertThat(merger.offer(beyond, T0)).extracting(Merged::reason).containsExactly(Reason.UNSPLIT);
        assertThat(merger.offer(withNumbers(sound, 1, 1), T0))
                .extracting(Merged::reason)
                .containsExactly(Reason.UNSPLIT);
    }

    @Test
    void givesUpTheSetThatWaitedLongestToKeepWithinItsLimits() {
        SubPacketMerger small = new SubPacketMerger(new Limits(Duration.ofSeconds(60), 3, 100));
        for (int device = 0; device < 3; device++) {
            assertThat(small.offer(parts(hour("M" + device, 1, 6)).getFirst(), T0.plusSeconds(device)))
                    .isEmpty();
        }
        List<Merged> evicted = small.offer(parts(hour("M9", 1, 6)).getFirst(), T0.plusSeconds(9));
        assertThat(evicted).hasSize(1);
        assertThat(evicted.getFirst().reason()).isEqualTo(Reason.EVICTED);
        assertThat(evicted.getFirst().frame().mn()).isEqualTo("M0");
        assertThat(small.heldParts()).isEqualTo(3);
    }

    /** Three devices, sets of two to six parts, sent in disorder with losses and repetitions, with a restart now and then. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void agreesWithTheNaiveMergerWhateverTheNetworkDoes(long seed) {
        Random random = new Random(seed);
        List<Frame> sent = new ArrayList<>();
        for (int set = 0; set < 40; set++) {
            List<Frame> parts = new ArrayList<>(parts(hour("M" + set % 3, 100 + set, 6 + random.nextInt(15))));
            parts.removeIf(part -> random.nextInt(10) == 0);
            if (!parts.isEmpty() && random.nextBoolean()) {
                parts.add(parts.get(random.nextInt(parts.size())));
            }
            sent.addAll(parts);
        }
        disorder(sent, random);
        SubPacketMerger fast = new SubPacketMerger(new Limits(Duration.ofSeconds(60), 1_000, 1_000));
        Naive naive = new Naive();
        List<Merged> out = new ArrayList<>();
        Instant now = T0;
        for (Frame frame : sent) {
            now = now.plusMillis(random.nextInt(20) == 0 ? 70_000 : random.nextInt(1_000));
            out.addAll(fast.expire(now));
            if (random.nextInt(15) == 0) {
                fast = SubPacketMerger.resume(new Limits(Duration.ofSeconds(60), 1_000, 1_000), fast.snapshot());
            }
            naive.offer(frame);
            out.addAll(fast.offer(frame, now));
        }
        out.addAll(fast.expire(now.plusSeconds(60)));
        naive.verify(out, seed);
        assertThat(fast.heldParts()).isZero();
    }

    /** Keeps everything for ever and compares at the end. */
    private static final class Naive {
        private final Map<String, Map<Integer, Frame>> sets = new HashMap<>();
        private final Map<String, Integer> counts = new HashMap<>();

        void offer(Frame frame) {
            String set = set(frame);
            counts.put(set, frame.packetCount().orElse(1));
            sets.computeIfAbsent(set, any -> new HashMap<>())
                    .put(frame.packetNumber().orElse(1), frame);
        }

        void verify(List<Merged> out, long seed) {
            Map<String, List<Integer>> delivered = new HashMap<>();
            Map<String, List<Integer>> missing = new HashMap<>();
            Map<String, List<Item>> items = new HashMap<>();
            for (Merged merged : out) {
                String set = set(merged.frame());
                delivered.computeIfAbsent(set, any -> new ArrayList<>()).addAll(merged.received());
                items.computeIfAbsent(set, any -> new ArrayList<>())
                        .addAll(merged.frame().items());
                missing.put(set, merged.missing());
            }
            assertThat(delivered.keySet()).as("seed %d", seed).isEqualTo(sets.keySet());
            sets.forEach((set, parts) -> {
                TreeSet<Integer> numbers = new TreeSet<>(parts.keySet());
                assertThat(delivered.get(set))
                        .as("seed %d: every part once", seed)
                        .containsExactlyInAnyOrderElementsOf(numbers);
                List<Integer> expected = new ArrayList<>();
                for (int number = 1; number <= counts.getOrDefault(set, 1); number++) {
                    if (!numbers.contains(number)) {
                        expected.add(number);
                    }
                }
                assertThat(missing.get(set))
                        .as("seed %d: what is missing", seed)
                        .isEqualTo(expected);
                assertThat(items.get(set))
                        .as("seed %d: every item once", seed)
                        .containsExactlyInAnyOrderElementsOf(parts.values().stream()
                                .flatMap(frame -> frame.items().stream())
                                .toList());
            });
        }

        private static String set(Frame frame) {
            return frame.mn() + frame.findField("DataTime").orElse("");
        }
    }

    /** Swaps neighbours up to five places apart. */
    private static void disorder(List<Frame> frames, Random random) {
        for (int i = 0; i < frames.size(); i++) {
            Collections.swap(frames, i, Math.min(frames.size() - 1, i + random.nextInt(5)));
        }
    }

    /** Hour data of so many factors; the value tells one sending from the next. */
    private static Outgoing hour(String mn, int value, int factors) {
        Outgoing.Builder builder = Outgoing.to(Edition.HJ_212_2017, "31", "2061")
                .qn("20260101080000000")
                .mn(mn)
                .answerWanted()
                .field("DataTime", value < 100 ? "20260101070000" : "20260101" + value + "000");
        for (int i = 0; i < factors; i++) {
            builder.field("a2400" + (char) ('a' + i) + "-Avg", Integer.toString(value))
                    .with("a2400" + (char) ('a' + i) + "-Flag", "N");
        }
        return builder.build();
    }

    private static List<Frame> parts(Outgoing whole) {
        return whole.split(200, () -> "20260101080000001").stream()
                .map(Outgoing::frame)
                .toList();
    }

    private static Frame withNumbers(Frame frame, int count, int number) {
        return new Frame(
                frame.edition(),
                frame.qn(),
                frame.st(),
                frame.cn(),
                frame.pw(),
                frame.mn(),
                frame.flag(),
                OptionalInt.of(count),
                OptionalInt.of(number),
                frame.backfilled(),
                frame.fields(),
                frame.items());
    }
}
