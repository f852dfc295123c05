package io.jianhu.platform.telemetry.internal.live;

import io.jianhu.hj212.Edition;
import io.jianhu.platform.api.Cursor;
import io.jianhu.platform.api.Listing;
import io.jianhu.platform.identity.Scope;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.registry.DeviceStatus;
import io.jianhu.platform.registry.Districts;
import io.jianhu.platform.registry.Medium;
import io.jianhu.platform.registry.Place;
import io.jianhu.platform.telemetry.DeviceLink;
import io.jianhu.platform.telemetry.internal.live.LiveDevice.Link;
import io.jianhu.platform.telemetry.internal.read.FrameRows;
import io.jianhu.platform.telemetry.internal.read.Queries;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Devices as the pages show them: what the directory says of them, and what the board hears. All from memory. */
@Service
public class DeviceViews {

    /** Devices on a map at most. */
    public static final int MAX_POINTS = 20_000;

    private static final int LAST_VALUES = 4;

    /** What a duty officer looks at first, by factor. */
    private static final List<String> TELLING = List.of(
            "w01018", "w21003", "w21011", "w21001", "w01001", "w00000", "a34013", "a21026", "a21002", "a19001",
            "a34004", "a34002", "a05024", "w01009", "w01019");

    /** Which devices; an empty field does not choose. */
    public record Filter(
            Optional<DeviceStatus> status,
            Optional<Medium> medium,
            Optional<String> district,
            Optional<DeviceState> state,
            Optional<String> text) {}

    /** A device on the map. */
    public record MapPoint(
            String mn,
            String name,
            String medium,
            String state,
            BigDecimal longitude,
            BigDecimal latitude,
            @Nullable String districtCode,
            @Nullable Instant lastHeardAt) {}

    private final DeviceDirectory directory;
    private final LiveBoard board;
    private final DeviceLink link;
    private final FrameRows frames;
    private final Queries queries;
    private final Clock clock;

    DeviceViews(
            DeviceDirectory directory,
            LiveBoard board,
            DeviceLink link,
            FrameRows frames,
            Queries queries,
            Clock clock) {
        this.directory = directory;
        this.board = board;
        this.link = link;
        this.frames = frames;
        this.queries = queries;
        this.clock = clock;
    }

    /** One page of what is in scope, by MN, with the number of all that match. */
    public Listing<DeviceSummary> list(Scope scope, Filter filter, int limit, Optional<String> cursor) {
        String query = "devices|" + filter;
        Optional<String> after =
                cursor.map(text -> Cursor.read(query, text, 1).key().getFirst());
        Instant now = clock.instant();
        List<Device> matching = directory.listAll().stream()
                .filter(device -> device.isIn(scope) && matches(device, filter, now))
                .toList();
        List<Device> page = matching.stream()
                .filter(device -> after.isEmpty() || device.mn().compareTo(after.get()) > 0)
                .limit(limit + 1L)
                .toList();
        return Listing.cut(page, limit, device -> summary(device, now), last -> Cursor.after(query, last.mn()))
                .withTotal(OptionalLong.of(matching.size()));
    }

    /** Every registered device in scope that has a place. */
    public List<MapPoint> listPoints(Scope scope) {
        Instant now = clock.instant();
        return directory.listAll().stream()
                .filter(device -> device.status() == DeviceStatus.REGISTERED && device.isIn(scope))
                .flatMap(device -> device.place().map(place -> point(device, place, now)).stream())
                .limit(MAX_POINTS)
                .toList();
    }

    public DeviceSummary summary(Device device) {
        return summary(device, clock.instant());
    }

    public DeviceDetail detail(Device device) {
        Instant now = clock.instant();
        DeviceSummary summary = summary(device, now);
        LiveDevice.Snapshot live = board.device(device.deviceId()).snapshot(now);
        Optional<String> head = Optional.ofNullable(live.lastFrame())
                .flatMap(ref -> queries.ask("chain-head", device.mn(), () -> frames.find(ref)))
                .map(frame -> HexFormat.of().formatHex(frame.hash()));
        Duration offset = live.clockOffset();
        return new DeviceDetail(
                summary,
                device.firstHeardAt().orElse(null),
                device.registeredAt().orElse(null),
                live.frames(),
                live.framesToday(),
                live.rejectedToday(),
                new DeviceDetail.Chain(live.frames(), head.orElse(null)),
                live.samples().stream().map(sample -> current(sample, now)).toList(),
                link.findConnection(device.mn())
                        .map(DeviceLink.Connection::peer)
                        .orElse(null),
                offset == null ? null : BigDecimal.valueOf(offset.toMillis(), 3),
                live.samples().stream().map(Sample::name).toList());
    }

    /** How the device is doing at the moment. */
    DeviceState state(Device device, Instant now) {
        return board.device(device.deviceId())
                .state(now, link.findConnection(device.mn()).isPresent() ? Link.UP : Link.DOWN);
    }

    private DeviceSummary summary(Device device, Instant now) {
        LiveDevice.Snapshot snapshot = board.device(device.deviceId()).snapshot(now);
        Optional<Districts> district = device.districtCode().flatMap(Districts::find);
        return new DeviceSummary(
                device.mn(),
                device.name(),
                device.status().label(),
                device.medium().label(),
                device.districtCode().orElse(null),
                district.map(Districts::nameZh).orElse(null),
                district.map(Districts::nameEn).orElse(null),
                device.place().map(Place::longitude).orElse(null),
                device.place().map(Place::latitude).orElse(null),
                device.edition().map(Edition::label).orElse(null),
                state(device, now).label(),
                link.findConnection(device.mn()).isPresent(),
                snapshot.lastHeardAt(),
                snapshot.findingsToday(),
                telling(snapshot.samples()));
    }

    private boolean matches(Device device, Filter filter, Instant now) {
        if (device.deviceId() == Device.NO_MN && board.device(Device.NO_MN).lastSeq() == 0) {
            return false;
        }
        return filter.status().map(device.status()::equals).orElse(true)
                && filter.medium().map(device.medium()::equals).orElse(true)
                && filter.district()
                        .map(code -> device.districtCode().equals(Optional.of(code)))
                        .orElse(true)
                && filter.text().map(text -> mentions(device, text)).orElse(true)
                && filter.state().map(state -> state(device, now) == state).orElse(true);
    }

    private static boolean mentions(Device device, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return device.mn().toLowerCase(Locale.ROOT).contains(wanted)
                || device.name().toLowerCase(Locale.ROOT).contains(wanted);
    }

    private MapPoint point(Device device, Place place, Instant now) {
        return new MapPoint(
                device.mn(),
                device.name(),
                device.medium().label(),
                state(device, now).label(),
                place.longitude(),
                place.latitude(),
                device.districtCode().orElse(null),
                board.device(device.deviceId()).snapshot(now).lastHeardAt());
    }

    static List<Reading> telling(List<Sample> samples) {
        return samples.stream()
                .sorted(Comparator.comparingInt(DeviceViews::rank))
                .limit(LAST_VALUES)
                .map(Sample::reading)
                .toList();
    }

    private static int rank(Sample sample) {
        int index = TELLING.indexOf(sample.name().factor());
        return index < 0 ? TELLING.size() : index;
    }

    private static DeviceDetail.CurrentReading current(Sample sample, Instant now) {
        return new DeviceDetail.CurrentReading(
                sample.reading(),
                sample.asSent(),
                Math.max(0, Duration.between(sample.time(), now).toSeconds()),
                sample.zsValue());
    }
}
