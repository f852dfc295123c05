package io.jianhu.platform.telemetry.internal.live;

import io.jianhu.platform.identity.Scope;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.registry.Districts;
import io.jianhu.platform.telemetry.IngestStatus;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Counts the city, from memory. */
@Service
public class Overviews {

    private final DeviceDirectory directory;
    private final LiveBoard board;
    private final DeviceViews views;
    private final IngestStatus ingest;
    private final Clock clock;

    Overviews(DeviceDirectory directory, LiveBoard board, DeviceViews views, IngestStatus ingest, Clock clock) {
        this.directory = directory;
        this.board = board;
        this.views = views;
        this.ingest = ingest;
        this.clock = clock;
    }

    private static final class States {
        private final Map<DeviceState, Integer> counts = new EnumMap<>(DeviceState.class);

        void add(DeviceState state) {
            counts.merge(state, 1, Integer::sum);
        }

        int of(DeviceState state) {
            return counts.getOrDefault(state, 0);
        }

        int total() {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Counts what is in scope; how the gateway is doing is the same for all. */
    public Overview read(Scope scope) {
        Instant now = clock.instant();
        States all = new States();
        Map<String, States> districts = new TreeMap<>();
        int quarantine = 0;
        long today = 0;
        long rejected = 0;
        long lastMinute = 0;
        for (Device device : directory.listAll()) {
            if (!device.isIn(scope)) {
                continue;
            }
            lastMinute += board.framesLastMinute(device.deviceId());
            LiveDevice.Snapshot snapshot = board.device(device.deviceId()).snapshot(now);
            today += snapshot.framesToday();
            rejected += snapshot.rejectedToday();
            if (device.deviceId() == Device.NO_MN) {
                continue;
            }
            if (device.inQuarantine()) {
                quarantine++;
                continue;
            }
            DeviceState state = views.state(device, now);
            all.add(state);
            device.districtCode()
                    .ifPresent(code ->
                            districts.computeIfAbsent(code, any -> new States()).add(state));
        }
        return new Overview(
                now,
                new Overview.Devices(
                        all.total(),
                        all.of(DeviceState.LIVE),
                        all.of(DeviceState.LATE),
                        all.of(DeviceState.OFFLINE),
                        all.of(DeviceState.NEVER),
                        all.of(DeviceState.FAULTY),
                        quarantine),
                new Overview.Frames(lastMinute, today, rejected),
                districts(districts),
                ingest());
    }

    private static List<Overview.District> districts(Map<String, States> counted) {
        return Districts.list().stream()
                .map(district -> {
                    States of = counted.getOrDefault(district.code(), new States());
                    return new Overview.District(
                            district.code(),
                            district.nameZh(),
                            district.nameEn(),
                            of.total(),
                            of.of(DeviceState.LIVE),
                            of.of(DeviceState.LATE),
                            of.of(DeviceState.OFFLINE) + of.of(DeviceState.NEVER),
                            of.of(DeviceState.FAULTY));
                })
                .toList();
    }

    private Overview.Ingest ingest() {
        IngestStatus.Snapshot status = ingest.snapshot();
        return new Overview.Ingest(
                BigDecimal.valueOf(status.acknowledgedPerSecond()).setScale(1, RoundingMode.HALF_UP),
                millis(status.commitP50()),
                millis(status.commitP99()),
                status.queue());
    }

    private static BigDecimal millis(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos() / 1_000, 3).setScale(1, RoundingMode.HALF_UP);
    }
}
