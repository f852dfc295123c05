package io.jianhu.platform.telemetry.internal.read;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Thins a series to a number of points without losing what a person looks for: of every bucket of time it keeps the least
 * and the greatest value, the first value with another mark than normal, and the first that is no number. A series that
 * fits is left as it is. Memory is bounded by the limit, whatever the length of the series.
 *
 * @param <P> a point
 */
final class Downsampler<P> {

    private static final int KEPT_PER_BUCKET = 4;

    /** How to read a point. */
    interface Reading<P> {
        Instant time(P point);

        /** Empty for a gap. */
        Optional<BigDecimal> number(P point);

        /** Whether the sender marked it as anything but normal. */
        boolean marked(P point);
    }

    private final Reading<P> reading;
    private final Instant from;
    private final long bucketMillis;
    private final int limit;
    private final List<P> whole = new ArrayList<>();
    private final SequencedMap<Long, Bucket<P>> buckets = new LinkedHashMap<>();
    private long total;

    Downsampler(Reading<P> reading, Instant from, Instant to, int limit) {
        this.reading = reading;
        this.from = from;
        this.limit = limit;
        int count = Math.max(1, limit / KEPT_PER_BUCKET);
        this.bucketMillis = Math.max(1, Math.ceilDiv(Duration.between(from, to).toMillis(), count));
    }

    /** Takes the next point; points come in the order of time. */
    void add(P point) {
        total++;
        if (whole.size() < limit) {
            whole.add(point);
        }
        long number = Duration.between(from, reading.time(point)).toMillis() / bucketMillis;
        buckets.computeIfAbsent(number, any -> new Bucket<>()).add(point, total, reading);
    }

    /** Points taken. */
    long total() {
        return total;
    }

    boolean isThinned() {
        return total > limit;
    }

    /** The points to show, in the order of time; at most the limit. */
    List<P> points() {
        if (!isThinned()) {
            return List.copyOf(whole);
        }
        return buckets.values().stream()
                .flatMap(bucket -> bucket.points().stream())
                .limit(limit)
                .toList();
    }

    private record Numbered<P>(P point, long number) {}

    private static final class Bucket<P> {
        private @Nullable Numbered<P> least;
        private @Nullable Numbered<P> greatest;
        private @Nullable Numbered<P> marked;
        private @Nullable Numbered<P> gap;
        private BigDecimal min = BigDecimal.ZERO;
        private BigDecimal max = BigDecimal.ZERO;

        void add(P point, long number, Reading<P> reading) {
            Numbered<P> numbered = new Numbered<>(point, number);
            Optional<BigDecimal> value = reading.number(point);
            if (value.isEmpty()) {
                gap = gap == null ? numbered : gap;
            } else {
                if (least == null || value.get().compareTo(min) < 0) {
                    least = numbered;
                    min = value.get();
                }
                if (greatest == null || value.get().compareTo(max) > 0) {
                    greatest = numbered;
                    max = value.get();
                }
            }
            if (marked == null && reading.marked(point)) {
                marked = numbered;
            }
        }

        List<P> points() {
            List<Numbered<P>> kept = new ArrayList<>(KEPT_PER_BUCKET);
            for (Numbered<P> one : java.util.Arrays.asList(least, greatest, marked, gap)) {
                if (one != null && kept.stream().noneMatch(other -> other.number() == one.number())) {
                    kept.add(one);
                }
            }
            kept.sort(java.util.Comparator.comparingLong(Numbered::number));
            return kept.stream().map(Numbered::point).toList();
        }
    }
}
