package io.jianhu.platform.telemetry.internal.store;

import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.Frame;
import io.jianhu.platform.telemetry.GatewayFinding;
import io.jianhu.platform.telemetry.Verdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One frame or run of junk on its way from a connection to the database, and what the writer decided about it.
 *
 * <p>The first half is written by the network thread before the object enters the {@link FrameQueue}; the second by the
 * writer thread alone, and again from scratch for every attempt to commit.
 */
public final class Received {

    /** A dedup key no re-send can have: junk, rejected frames, and frames with neither QN nor DataTime. */
    public static final long NO_KEY = 0;

    final FrameSource source;
    final long receivedMicros;
    final byte[] bytes;
    final Verdict verdict;
    final @Nullable Decoded decoded;
    final Header header;
    final List<String> findings;
    final Identity identity;
    final byte[] contentHash;
    final byte @Nullable [] reply;

    Outcome outcome = Outcome.NEW;
    int deviceId;

    @Nullable
    GatewayFinding deviceFinding;

    long seq;
    int day;
    byte[] prevHash = ChainHash.GENESIS;
    byte[] hash = ChainHash.GENESIS;
    List<String> allFindings = List.of();
    /** Stored without what may be read from it, because the database refused that. */
    boolean stripped;

    private Received(Builder builder) {
        this.source = builder.source;
        this.receivedMicros = builder.receivedMicros;
        this.bytes = builder.bytes;
        this.verdict = builder.verdict;
        this.decoded = builder.decoded;
        this.header = builder.header;
        this.findings = builder.findings;
        this.identity = builder.identity;
        this.contentHash = builder.contentHash;
        this.reply = builder.reply;
    }

    /** What the writer found when it looked for the same frame. */
    enum Outcome {
        NEW,
        /** The same key with the same bytes is stored: acknowledged again, not stored again. */
        RESEND,
        /** The same key with other bytes is stored: stored too, with a finding. */
        OTHER_CONTENT,
        /** The database refuses even its bytes: not acknowledged, so that the device keeps it. */
        UNSTORABLE
    }

    /**
     * The columns of a frame that are read from its header, as sent; empty texts where nothing could be read.
     *
     * @param mn as sent
     * @param pnum -1 where absent
     * @param pno -1 where absent
     */
    public record Header(String mn, String qn, String st, String cn, int pnum, int pno, String edition) {
        public static final Header NONE = new Header("", "", "", "", -1, -1, "");
    }

    /**
     * Which device the bytes belong to and how a re-send of them is recognised.
     *
     * @param deviceMn empty: device 0
     * @param mayQuarantine the frame is sound, so an unknown MN becomes a device in quarantine
     * @param dedupKey {@link #NO_KEY} where none
     * @param qn QN as a number; 0 where it is not 17 digits
     * @param dataTimeMicros DataTime, else the time in QN, else receipt; microseconds since 1970 UTC
     * @param timeFromFrame false where the time is that of receipt, which a re-send does not repeat
     */
    public record Identity(
            String deviceMn,
            boolean mayQuarantine,
            long dedupKey,
            long qn,
            long dataTimeMicros,
            boolean timeFromFrame) {}

    public FrameSource source() {
        return source;
    }

    public int length() {
        return bytes.length;
    }

    public Optional<byte[]> findReply() {
        return Optional.ofNullable(reply);
    }

    /** The MN of the device the bytes belong to; empty: device 0. */
    public String deviceMn() {
        return identity.deviceMn();
    }

    /** Whether an unknown MN in it makes a device. */
    public boolean mayQuarantine() {
        return identity.mayQuarantine();
    }

    public long receivedMicros() {
        return receivedMicros;
    }

    /** Said by the {@link DeviceLookup}, before each attempt to commit. */
    public void belongsTo(int deviceId) {
        this.deviceId = deviceId;
        this.deviceFinding = null;
    }

    /** As {@link #belongsTo}, with the reason why it is not the device the frame names. */
    public void belongsTo(int deviceId, GatewayFinding why) {
        this.deviceId = deviceId;
        this.deviceFinding = why;
    }

    /** The answer to send now that the batch is committed; empty where none is due. */
    public Optional<byte[]> findAcknowledgement() {
        return outcome == Outcome.UNSTORABLE ? Optional.empty() : findReply();
    }

    /** The verdict with what the writer found: an accepted frame that gained a finding is accepted with findings. */
    Verdict finalVerdict() {
        return verdict == Verdict.ACCEPTED && !allFindings.isEmpty() ? Verdict.ACCEPTED_WITH_FINDINGS : verdict;
    }

    Optional<Frame> findUsableFrame() {
        return verdict.usable() && decoded != null ? decoded.findFrame() : Optional.empty();
    }

    /** Collects what the network thread knows. */
    public static final class Builder {
        private final FrameSource source;
        private final long receivedMicros;
        private final byte[] bytes;
        private final byte[] contentHash;
        private Verdict verdict = Verdict.JUNK;
        private @Nullable Decoded decoded;
        private Header header = Header.NONE;
        private List<String> findings = List.of();
        private Identity identity;
        private byte @Nullable [] reply;

        public Builder(FrameSource source, long receivedMicros, byte[] bytes, byte[] contentHash) {
            this.source = source;
            this.receivedMicros = receivedMicros;
            this.bytes = bytes;
            this.contentHash = contentHash;
            this.identity = new Identity("", false, NO_KEY, 0, receivedMicros, false);
        }

        public Builder frame(Decoded decoded, Verdict verdict, Header header) {
            this.decoded = decoded;
            this.verdict = verdict;
            this.header = header;
            return this;
        }

        /** Each {@code CODE@offset}. */
        public Builder findings(List<String> findings) {
            this.findings = findings;
            return this;
        }

        public Builder identity(Identity identity) {
            this.identity = identity;
            return this;
        }

        /** What to answer once the frame is committed. */
        public Builder reply(byte[] reply) {
            this.reply = reply;
            return this;
        }

        public Received build() {
            return new Received(this);
        }
    }
}
