package io.jianhu.platform.telemetry.internal.gateway;

import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.DeviceProfile;
import io.jianhu.hj212.Finding;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.FrameDecoder;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.hj212.Outgoing;
import io.jianhu.hj212.Replies;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.telemetry.GatewayFinding;
import io.jianhu.platform.telemetry.Verdict;
import io.jianhu.platform.telemetry.internal.gateway.GatewaySettings.WrongPassword;
import io.jianhu.platform.telemetry.internal.store.ChainHash;
import io.jianhu.platform.telemetry.internal.store.DedupKey;
import io.jianhu.platform.telemetry.internal.store.FrameSource;
import io.jianhu.platform.telemetry.internal.store.Micros;
import io.jianhu.platform.telemetry.internal.store.Received;
import io.jianhu.platform.telemetry.internal.store.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes of bytes what the store takes: decodes them with what is known of the device, and prepares key, hash and reply here,
 * where several threads share the work. One per network thread.
 */
final class Intake {

    private static final int QN_DIGITS = 17;

    private final KnownDevices devices;
    private final WrongPassword wrongPassword;
    private final FrameDecoder decoder = new FrameDecoder(FrameLimits.DEFAULT);
    private final ChainHash hash = new ChainHash();
    private final DedupKey dedupKey = new DedupKey();
    private byte[] scratch = new byte[16 * 1024];

    Intake(KnownDevices devices, WrongPassword wrongPassword) {
        this.devices = devices;
        this.wrongPassword = wrongPassword;
    }

    /** An array at least so long, for the bytes of one read; used again by the next. */
    byte[] scratch(int length) {
        if (scratch.length < length) {
            scratch = new byte[length];
        }
        return scratch;
    }

    /**
     * @param presumedMn the device that spoke last on this connection; empty where none did
     * @param bytes one frame, as cut; not copied
     */
    Received frame(FrameSource source, String presumedMn, byte[] bytes, long receivedMicros) {
        Device presumed = presumedMn.isEmpty() ? null : devices.find(presumedMn);
        DeviceProfile profile = presumed == null ? DeviceProfile.UNKNOWN : presumed.profile();
        Decoded decoded = decoder.decode(bytes, 0, bytes.length, profile);
        Frame frame = decoded.findFrame().orElse(null);
        Device device = frame == null ? presumed : frame.mn().equals(presumedMn) ? presumed : devices.find(frame.mn());
        if (frame != null && device != null && !device.profile().equals(profile)) {
            decoded = decoder.decode(bytes, 0, bytes.length, device.profile());
            frame = decoded.findFrame().orElse(frame);
        }
        Verdict verdict = verdict(decoded);
        List<String> findings = new ArrayList<>();
        for (Finding finding : decoded.findings()) {
            findings.add(finding.code().name() + "@" + finding.at());
        }
        if (frame != null && verdict.usable() && isWrongPassword(frame, device)) {
            findings.add(GatewayFinding.PASSWORD_MISMATCH.name() + "@0");
            verdict = wrongPassword == WrongPassword.REJECT ? Verdict.REJECTED : Verdict.ACCEPTED_WITH_FINDINGS;
        }
        byte[] content = hash.ofContent(bytes);
        Received.Builder received =
                new Received.Builder(source, receivedMicros, bytes, content).frame(decoded, verdict, header(frame));
        if (frame != null && verdict.usable()) {
            if (!DeviceDirectory.isPossibleMn(frame.mn())) {
                findings.add(GatewayFinding.MN_UNUSABLE.name() + "@0");
            }
            received.identity(identity(frame, content, receivedMicros));
            Optional<Outgoing> reply = Replies.findReplyTo(frame);
            reply.ifPresent(outgoing -> received.reply(outgoing.toBytes()));
        } else {
            received.identity(refused(device, presumedMn, receivedMicros));
        }
        return received.findings(List.copyOf(findings)).build();
    }

    Received junk(FrameSource source, String presumedMn, byte[] bytes, long receivedMicros) {
        return new Received.Builder(source, receivedMicros, bytes, hash.ofContent(bytes))
                .identity(refused(null, presumedMn, receivedMicros))
                .build();
    }

    /** A corrupt frame belongs to the device it names only if that device exists; else to whoever spoke last. */
    private static Received.Identity refused(@Nullable Device device, String presumedMn, long receivedMicros) {
        String mn = device == null ? presumedMn : device.mn();
        return new Received.Identity(mn, false, Received.NO_KEY, 0, receivedMicros, false);
    }

    private Received.Identity identity(Frame frame, byte[] content, long receivedMicros) {
        Optional<Instant> time = frame.findDataTime().or(frame::findSentTime);
        return new Received.Identity(
                Texts.storable(frame.mn()),
                true,
                dedupKey.of(frame, content),
                qn(frame.findExchange().orElse("")),
                time.map(Micros::of).orElse(receivedMicros),
                time.isPresent());
    }

    private static long qn(String text) {
        if (text.length() != QN_DIGITS) {
            return 0;
        }
        long number = 0;
        for (int i = 0; i < QN_DIGITS; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return 0;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static boolean isWrongPassword(Frame frame, @Nullable Device device) {
        return device != null
                && device.password()
                        .filter(password -> !password.matches(frame.pw()))
                        .isPresent();
    }

    private static Received.Header header(@Nullable Frame frame) {
        if (frame == null) {
            return Received.Header.NONE;
        }
        return new Received.Header(
                Texts.storable(frame.mn()),
                Texts.storable(frame.qn()),
                Texts.storable(frame.st()),
                Texts.storable(frame.cn()),
                frame.packetCount().orElse(-1),
                frame.packetNumber().orElse(-1),
                frame.edition().label());
    }

    private static Verdict verdict(Decoded decoded) {
        return switch (decoded) {
            case Decoded.Accepted accepted -> Verdict.ACCEPTED;
            case Decoded.AcceptedWithFindings deviating -> Verdict.ACCEPTED_WITH_FINDINGS;
            case Decoded.Rejected rejected -> Verdict.REJECTED;
        };
    }
}
