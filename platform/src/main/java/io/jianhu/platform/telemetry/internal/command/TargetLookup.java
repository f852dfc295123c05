package io.jianhu.platform.telemetry.internal.command;

import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.FrameDecoder;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.hj212.Requests;
import io.jianhu.platform.api.Beijing;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DevicePassword;
import io.jianhu.platform.telemetry.internal.read.FrameRows;
import io.jianhu.platform.telemetry.internal.read.StoredFrame;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How a device is spoken to: what is registered of it, else as it spoke itself of late. */
@Component
class TargetLookup {

    private static final String INTERACTION = "91";
    private static final int FRAMES = 12;
    private static final int DAYS = 32;

    /** Common in the field where nobody has set one. */
    private static final String USUAL_PASSWORD = "123456";

    private final FrameRows frames;
    private final Clock clock;
    private final FrameDecoder decoder = new FrameDecoder(FrameLimits.DEFAULT);

    TargetLookup(FrameRows frames, Clock clock) {
        this.frames = frames;
        this.clock = clock;
    }

    /** The edition it is registered with, else the one it spoke last, else 2017. */
    Edition edition(Device device) {
        return device.edition()
                .or(() -> findLastFrame(device).map(Frame::edition))
                .orElse(Edition.HJ_212_2017);
    }

    Requests.Target target(Device device, Edition edition) {
        Optional<Frame> last = findLastFrame(device);
        String st = last.map(Frame::st).filter(system -> !system.isEmpty()).orElseGet(() -> system(device));
        String pw = device.password()
                .map(DevicePassword::reveal)
                .or(() -> last.map(Frame::pw).filter(sent -> !sent.isEmpty()))
                .orElse(USUAL_PASSWORD);
        return new Requests.Target(edition, st, pw, device.mn());
    }

    private Optional<Frame> findLastFrame(Device device) {
        List<StoredFrame> last = frames.listLast(
                List.of(device.deviceId()), Beijing.day(clock.instant()).minusDays(DAYS), FRAMES);
        return last.reversed().stream()
                .filter(stored ->
                        stored.row().verdict().usable() && !stored.row().st().equals(INTERACTION))
                .flatMap(stored ->
                        decoder.decode(stored.bytes(), 0, stored.bytes().length, device.profile()).findFrame().stream())
                .findFirst();
    }

    /** HJ 212-2017 table 5. */
    private static String system(Device device) {
        return switch (device.medium()) {
            case FLUE_GAS -> "31";
            case SURFACE_WATER -> "21";
            case AIR -> "22";
            case NOISE -> "23";
            case WASTE_WATER, OTHER -> "32";
        };
    }
}
