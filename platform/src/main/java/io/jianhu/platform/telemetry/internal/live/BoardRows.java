package io.jianhu.platform.telemetry.internal.live;

import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.FrameDecoder;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.platform.api.Beijing;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.telemetry.internal.read.FrameRows;
import io.jianhu.platform.telemetry.internal.read.StoredFrame;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what the board shows from the database: the last frames of every device and today's counts, all of one moment.
 * Bounded: a dozen frames a device, found through the index, and one partition counted.
 */
@Repository
class BoardRows {

    /** Enough for a message in sub-packets and the commands around it. */
    private static final int FRAMES_A_DEVICE = 12;

    private static final int DEVICES_AT_ONCE = 500;
    private static final int RECENT_DAYS = 8;

    private record Counts(long frames, long rejected) {}

    private final JdbcClient jdbc;
    private final FrameRows frames;
    private final TransactionTemplate oneMoment;
    private final FrameDecoder decoder = new FrameDecoder(FrameLimits.DEFAULT);

    BoardRows(JdbcClient jdbc, FrameRows frames, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.frames = frames;
        this.oneMoment = new TransactionTemplate(transactions);
        this.oneMoment.setReadOnly(true);
        this.oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    void read(Instant now, List<Device> devices, IntFunction<LiveDevice> board) {
        LocalDate today = Beijing.day(now);
        oneMoment.executeWithoutResult(status -> {
            Map<Integer, Counts> counts = counts(today);
            Map<Integer, Long> findings = findings(today);
            for (int from = 0; from < devices.size(); from += DEVICES_AT_ONCE) {
                lastFrames(devices.subList(from, Math.min(devices.size(), from + DEVICES_AT_ONCE)), today, board);
            }
            for (Device device : devices) {
                Counts of = counts.getOrDefault(device.deviceId(), new Counts(0, 0));
                board.apply(device.deviceId())
                        .counted(today, of.frames(), of.rejected(), findings.getOrDefault(device.deviceId(), 0L));
            }
        });
    }

    private void lastFrames(List<Device> devices, LocalDate today, IntFunction<LiveDevice> board) {
        Map<Integer, Device> byId = devices.stream().collect(Collectors.toMap(Device::deviceId, device -> device));
        Set<Integer> found = new HashSet<>();
        take(frames.listLast(byId.keySet(), today.minusDays(RECENT_DAYS), FRAMES_A_DEVICE), byId, found, board);
        List<Integer> silent = new ArrayList<>();
        for (Device device : devices) {
            if (device.firstHeardAt().isPresent() && !found.contains(device.deviceId())) {
                silent.add(device.deviceId());
            }
        }
        if (!silent.isEmpty()) {
            take(frames.listLast(silent, LocalDate.EPOCH, FRAMES_A_DEVICE), byId, found, board);
        }
    }

    private void take(
            List<StoredFrame> oldestFirst,
            Map<Integer, Device> byId,
            Set<Integer> found,
            IntFunction<LiveDevice> board) {
        for (StoredFrame stored : oldestFirst) {
            int id = stored.row().ref().deviceId();
            Device device = byId.get(id);
            if (device != null) {
                found.add(id);
                board.apply(id).take(BoardFrame.of(stored.row(), usableFrame(stored, device)));
            }
        }
    }

    private Optional<Frame> usableFrame(StoredFrame stored, Device device) {
        if (!stored.row().verdict().usable()) {
            return Optional.empty();
        }
        Decoded decoded = decoder.decode(stored.bytes(), 0, stored.bytes().length, device.profile());
        return decoded.findFrame();
    }

    private Map<Integer, Counts> counts(LocalDate today) {
        Map<Integer, Counts> counts = new HashMap<>();
        jdbc.sql("""
                select device_id, count(*) as frames, count(*) filter (where verdict = 2) as rejected
                from frame where received_day = :today group by device_id
                """).param("today", today).query(row -> {
            counts.put(row.getInt("device_id"), new Counts(row.getLong("frames"), row.getLong("rejected")));
        });
        return counts;
    }

    private Map<Integer, Long> findings(LocalDate today) {
        Map<Integer, Long> findings = new HashMap<>();
        jdbc.sql("select device_id, sum(occurrences) as n from finding_day where day = :today group by device_id")
                .param("today", today)
                .query(row -> {
                    findings.put(row.getInt("device_id"), row.getLong("n"));
                });
        return findings;
    }
}
