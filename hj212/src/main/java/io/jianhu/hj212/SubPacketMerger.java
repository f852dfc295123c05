package io.jianhu.hj212;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Puts sub-packets together by (MN, ST, CN, DataTime, PNUM), whatever their order, with losses and repetitions. The QN does
 * not join them: in the official example each has its own (HJ 212-2017 C.49 and C.50).
 *
 * <p>A pure state machine: time comes in with each call. Life cycle: {@code offer} every accepted frame, {@code expire} from
 * time to time, {@code snapshot} and {@code resume} around a restart; or offer the frames stored during the last
 * {@link Limits#timeout} once more. Not thread-safe.
 *
 * <p>Every part comes out at least once. Repetitions of a part are dropped, also after its set is out. A part with another
 * content than before replaces the first; where the set is out, it begins a new one.
 */
public final class SubPacketMerger {

    private final Limits limits;
    private final LinkedHashMap<Key, OpenSet> open = new LinkedHashMap<>();
    private final LinkedHashMap<Key, Delivered> delivered = new LinkedHashMap<>();
    private int heldParts;

    public SubPacketMerger(Limits limits) {
        this.limits = limits;
    }

    /**
     * How much is held and for how long.
     *
     * @param timeout from the arrival of a set's last new part until it is given up; a device resends three times in 10 s
     * @param maxHeldParts parts held in open sets; beyond it the set that has waited longest is given up
     * @param maxDelivered sets that are out and still known, so that repetitions are told from news
     */
    public record Limits(Duration timeout, int maxHeldParts, int maxDelivered) {

        /** One minute, 20 000 parts, 50 000 sets. */
        public static final Limits DEFAULT = new Limits(Duration.ofMinutes(1), 20_000, 50_000);

        public Limits {
            if (timeout.isNegative() || timeout.isZero() || maxHeldParts < 1 || maxDelivered < 1) {
                throw new IllegalArgumentException(
                        "limits are positive: " + timeout + ", " + maxHeldParts + ", " + maxDelivered);
            }
        }
    }

    /** Why a set comes out. */
    public enum Reason {
        /** The frame was no sub-packet. */
        UNSPLIT,
        /** All parts are there. */
        COMPLETE,
        /** No new part came in time. */
        TIMED_OUT,
        /** Given up to keep within the limits. */
        EVICTED,
        /** A part that came after its set was given up. */
        LATE
    }

    /**
     * What came out.
     *
     * @param frame header of the lowest part, without its number; the fields of all parts, those they repeat only once
     * @param received numbers of the parts in this frame, ascending
     * @param missing numbers of the parts that never came, ascending
     */
    public record Merged(Frame frame, List<Integer> received, List<Integer> missing, Reason reason) {
        public Merged {
            received = List.copyOf(received);
            missing = List.copyOf(missing);
        }

        public boolean isComplete() {
            return missing.isEmpty();
        }
    }

    /** A frame and when it came. */
    public record Received(Frame frame, Instant at) {}

    /**
     * Everything a merger knows, for a restart.
     *
     * @param open parts of open sets; sets in the order in which they will be given up
     * @param delivered parts that are out and still known, sets in the order in which they went out
     */
    public record Snapshot(List<Received> open, List<Known> delivered) {
        public Snapshot {
            open = List.copyOf(open);
            delivered = List.copyOf(delivered);
        }
    }

    /** A part that is out: by its set, its number and a digest of its content. */
    public record Known(Key key, int number, long digest) {}

    /** What the parts of one set have in common. */
    public record Key(String mn, String st, String cn, String dataTime, int count) {}

    /** Goes on where the snapshot was taken. */
    public static SubPacketMerger resume(Limits limits, Snapshot snapshot) {
        SubPacketMerger merger = new SubPacketMerger(limits);
        for (Known known : snapshot.delivered()) {
            merger.delivered
                    .computeIfAbsent(known.key(), any -> new Delivered())
                    .digests
                    .put(known.number(), known.digest());
        }
        for (Received received : snapshot.open()) {
            Part part = Part.find(received.frame(), received.at()).orElseThrow();
            merger.open.computeIfAbsent(part.key, any -> new OpenSet()).put(part);
            merger.heldParts++;
        }
        return merger;
    }

    /** Takes an accepted frame and gives back what is finished by it: mostly one frame or none. */
    public List<Merged> offer(Frame frame, Instant at) {
        Optional<Part> found = Part.find(frame, at);
        if (found.isEmpty()) {
            return List.of(new Merged(frame, List.of(1), List.of(), Reason.UNSPLIT));
        }
        Part part = found.get();
        Delivered known = delivered.get(part.key);
        if (known == null || open.containsKey(part.key) || known.isNewContent(part)) {
            return hold(part);
        }
        if (known.has(part)) {
            return List.of();
        }
        known.add(part);
        return List.of(merged(part.key, List.of(part), known, Reason.LATE));
    }

    private List<Merged> hold(Part part) {
        OpenSet set = open.computeIfAbsent(part.key, any -> new OpenSet());
        if (set.put(part)) {
            heldParts++;
            open.putLast(part.key, set);
        }
        List<Merged> finished = new ArrayList<>(1);
        if (set.parts.size() == part.key.count()) {
            finished.add(close(part.key, set, Reason.COMPLETE));
        }
        while (heldParts > limits.maxHeldParts()) {
            finished.add(giveUpOldest(Reason.EVICTED));
        }
        return finished;
    }

    /** Gives up the sets whose last new part came {@link Limits#timeout} ago or earlier. */
    public List<Merged> expire(Instant now) {
        List<Merged> finished = new ArrayList<>();
        while (findDeadline().filter(deadline -> !deadline.isAfter(now)).isPresent()) {
            finished.add(giveUpOldest(Reason.TIMED_OUT));
        }
        return finished;
    }

    /** When {@link #expire} will next have something to give up. */
    public Optional<Instant> findDeadline() {
        return Optional.ofNullable(open.firstEntry())
                .map(entry -> entry.getValue().lastNews.plus(limits.timeout()));
    }

    /** Parts held in open sets. */
    public int heldParts() {
        return heldParts;
    }

    public Snapshot snapshot() {
        List<Received> parts = new ArrayList<>();
        open.values().forEach(set -> set.byArrival().forEach(part -> parts.add(new Received(part.frame, part.at))));
        List<Known> known = new ArrayList<>();
        delivered.forEach(
                (key, set) -> set.digests.forEach((number, digest) -> known.add(new Known(key, number, digest))));
        return new Snapshot(parts, known);
    }

    private Merged giveUpOldest(Reason reason) {
        Map.Entry<Key, OpenSet> oldest = open.firstEntry();
        return close(oldest.getKey(), oldest.getValue(), reason);
    }

    private Merged close(Key key, OpenSet set, Reason reason) {
        open.remove(key);
        heldParts -= set.parts.size();
        Delivered known = new Delivered();
        set.parts.values().forEach(known::add);
        delivered.putLast(key, known);
        while (delivered.size() > limits.maxDelivered()) {
            delivered.pollFirstEntry();
        }
        return merged(key, List.copyOf(set.parts.values()), known, reason);
    }

    private static Merged merged(Key key, List<Part> parts, Delivered known, Reason reason) {
        List<Integer> missing = IntStream.rangeClosed(1, key.count())
                .filter(number -> !known.digests.containsKey(number))
                .boxed()
                .toList();
        return new Merged(
                SubPackets.join(parts.stream().map(part -> part.frame).toList()),
                parts.stream().map(part -> part.number).toList(),
                missing,
                reason);
    }

    private static final class Part {
        private final Key key;
        private final int number;
        private final Frame frame;
        private final Instant at;

        private Part(Key key, int number, Frame frame, Instant at) {
            this.key = key;
            this.number = number;
            this.frame = frame;
            this.at = at;
        }

        /** The frame as part of a set; empty where its numbers make no sense. */
        static Optional<Part> find(Frame frame, Instant at) {
            int count = frame.packetCount().orElse(0);
            int number = frame.packetNumber().orElse(0);
            if (count < 2 || number < 1 || number > count) {
                return Optional.empty();
            }
            String dataTime = frame.findField("DataTime").orElse("");
            Key key = new Key(frame.mn(), frame.st(), frame.cn(), dataTime, count);
            return Optional.of(new Part(key, number, frame, at));
        }

        /** A repetition is no news: it keeps nothing open. */
        Part arrivedLike(Part before) {
            return new Part(key, number, frame, before.at);
        }

        /** FNV-1a over keys, values and groups. */
        long digest() {
            long digest = 0xCBF2_9CE4_8422_2325L;
            for (Field field : frame.fields()) {
                digest = mix(mix(mix(digest, Integer.toString(field.group())), field.key()), field.value());
            }
            return digest;
        }

        private static long mix(long digest, String text) {
            long mixed = digest;
            for (int i = 0; i < text.length(); i++) {
                mixed = (mixed ^ text.charAt(i)) * 0x100_0000_01B3L;
            }
            return (mixed ^ 0xFFFF) * 0x100_0000_01B3L;
        }
    }

    private static final class OpenSet {
        private final NavigableMap<Integer, Part> parts = new TreeMap<>();
        private Instant lastNews = Instant.MIN;

        /** Whether the number is new; a part that was there is replaced. */
        boolean put(Part part) {
            Part before = parts.get(part.number);
            parts.put(part.number, before == null ? part : part.arrivedLike(before));
            if (before == null) {
                lastNews = part.at;
            }
            return before == null;
        }

        List<Part> byArrival() {
            return parts.values().stream()
                    .sorted(Comparator.comparing(part -> part.at))
                    .toList();
        }
    }

    private static final class Delivered {
        private final Map<Integer, Long> digests = new TreeMap<>();

        void add(Part part) {
            digests.put(part.number, part.digest());
        }

        boolean has(Part part) {
            Long digest = digests.get(part.number);
            return digest != null && digest == part.digest();
        }

        boolean isNewContent(Part part) {
            return digests.containsKey(part.number) && !has(part);
        }
    }
}
