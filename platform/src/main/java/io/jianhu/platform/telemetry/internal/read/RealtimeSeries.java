package io.jianhu.platform.telemetry.internal.read;

import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.FrameDecoder;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.hj212.Item;
import io.jianhu.platform.api.Beijing;
import io.jianhu.platform.registry.Device;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Real-time values of a factor (CN 2011), decoded from the stored frames when asked for: the frames are the series.
 *
 * <p>Frames are found by data time in the partitions from a month before the range on: a value can be received any time
 * after it was measured, and before it only as far as the device's clock runs ahead.
 */
@Service
public class RealtimeSeries {

    private static final String REALTIME = "2011";
    private static final Duration CLOCK_AHEAD = Duration.ofDays(32);

    /**
     * A real-time value.
     *
     * @param time DataTime of its frame
     * @param value as sent; empty where the frame names the factor without a value
     * @param number null where the value is no number: a gap, never zero
     * @param zs the converted value (ZsRtd) as a number; null where there is none
     * @param mark data mark as sent; null where none was
     */
    public record RealtimePoint(
            Instant time,
            String value,
            @Nullable BigDecimal number,
            @Nullable BigDecimal zs,
            @Nullable String mark,
            String frameId) {}

    private static final Downsampler.Reading<RealtimePoint> READING = new Downsampler.Reading<>() {
        @Override
        public Instant time(RealtimePoint point) {
            return point.time();
        }

        @Override
        public Optional<BigDecimal> number(RealtimePoint point) {
            return Optional.ofNullable(point.number());
        }

        @Override
        public boolean marked(RealtimePoint point) {
            return Marks.isNotNormal(point.mark());
        }
    };

    private final FrameRows frames;
    private final Queries queries;
    private final Clock clock;
    private final FrameDecoder decoder = new FrameDecoder(FrameLimits.DEFAULT);

    RealtimeSeries(FrameRows frames, Queries queries, Clock clock) {
        this.frames = frames;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * The series, thinned where it has more points than the limit.
     *
     * @param factor the code of HJ 212-2017, or the code the device sends
     */
    public SeriesView<RealtimePoint> read(Device device, String factor, Range range, int limit) {
        Downsampler<RealtimePoint> points = new Downsampler<>(READING, range.from(), range.to(), limit);
        queries.ask("realtime-series", device.mn() + " " + factor + " " + range, () -> {
            frames.forEachOfSeries(
                    device.deviceId(),
                    REALTIME,
                    range.from(),
                    range.to(),
                    firstDay(range),
                    frame -> add(points, device, factor, frame));
            return points.total();
        });
        FactorName name = FactorName.of(factor);
        return points.isThinned()
                ? SeriesView.thinned(name, range, points.points(), points.total())
                : SeriesView.whole(name, range, points.points());
    }

    private LocalDate firstDay(Range range) {
        Instant now = clock.instant();
        return Beijing.day(range.from().isBefore(now) ? range.from().minus(CLOCK_AHEAD) : now.minus(CLOCK_AHEAD));
    }

    private void add(Downsampler<RealtimePoint> points, Device device, String factor, FrameRows.SeriesFrame stored) {
        Decoded decoded = decoder.decode(stored.bytes(), 0, stored.bytes().length, device.profile());
        Optional<Frame> frame = decoded.findFrame();
        if (frame.isEmpty()) {
            return;
        }
        for (Item item : frame.get().items()) {
            if (item.factor().equals(factor) || item.asSent().equals(factor)) {
                String value = item.findValue("Rtd").orElse("");
                points.add(new RealtimePoint(
                        stored.dataTime(),
                        value,
                        Numbers.find(value).orElse(null),
                        item.findValue("ZsRtd").flatMap(Numbers::find).orElse(null),
                        item.findMark().orElse(null),
                        stored.ref().toString()));
            }
        }
    }
}
