package io.jianhu.platform.telemetry.internal.live;

import io.jianhu.hj212.Frame;
import io.jianhu.hj212.Item;
import io.jianhu.platform.telemetry.FrameRef;
import io.jianhu.platform.telemetry.internal.read.FactorName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a factor as the board keeps it.
 *
 * @param realtime from CN 2011, else from a minute, hour or day value
 * @param unit of the value: the level's unit, or the amount's where only an amount was sent
 */
record Sample(
        FactorName name,
        String asSent,
        String unit,
        String value,
        @Nullable String zsValue,
        @Nullable String mark,
        Instant time,
        boolean realtime,
        FrameRef frame) {

    private static final String REALTIME = "2011";

    /** What a frame says of its factors; nothing for frames that carry no measured values. */
    static List<Sample> of(Frame frame, Instant dataTime, FrameRef ref) {
        boolean realtime = frame.cn().equals(REALTIME);
        boolean interval = frame.cn().equals("2051")
                || frame.cn().equals("2061")
                || frame.cn().equals("2031");
        if (!realtime && !interval) {
            return List.of();
        }
        List<Sample> samples = new ArrayList<>(frame.items().size());
        for (Item item : frame.items()) {
            FactorName name = FactorName.of(item.factor());
            Optional<String> level = item.findValue(realtime ? "Rtd" : "Avg");
            Optional<String> value = level.or(() -> item.findValue("Cou"));
            if (value.isPresent()) {
                samples.add(new Sample(
                        name,
                        item.asSent(),
                        level.isPresent() ? name.unit() : name.amountUnit(),
                        value.get(),
                        item.findValue(realtime ? "ZsRtd" : "ZsAvg").orElse(null),
                        item.findMark().orElse(null),
                        dataTime,
                        realtime,
                        ref));
            }
        }
        return samples;
    }

    Reading reading() {
        return new Reading(name.factor(), name.nameZh(), name.nameEn(), unit, value, mark, time, frame.toString());
    }
}
