package io.jianhu.platform.telemetry.internal.live;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The city at a glance. */
public record Overview(Instant now, Devices devices, Frames frames, List<District> byDistrict, Ingest ingest) {

    /**
     * Devices by state.
     *
     * @param total registered ones; the states count these
     * @param quarantine heard, but registered by nobody
     */
    public record Devices(int total, int live, int late, int offline, int never, int faulty, int quarantine) {}

    /** Frames received, rejected ones and junk included. */
    public record Frames(long lastMinute, long today, long rejectedToday) {}

    /** The registered devices of a district. */
    public record District(
            String districtCode,
            String nameZh,
            String nameEn,
            int total,
            int live,
            int late,
            int offline,
            int faulty) {}

    /**
     * How the gateway is doing.
     *
     * @param acknowledgedPerS mean of the last 10 seconds
     * @param commitP50Ms from the start of a batch to its commit, last minute
     * @param queue frames received and not yet committed
     */
    public record Ingest(BigDecimal acknowledgedPerS, BigDecimal commitP50Ms, BigDecimal commitP99Ms, int queue) {}
}
