package io.jianhu.platform.telemetry;

import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Outgoing;
import io.jianhu.hj212.Qn;
import io.jianhu.platform.api.Beijing;
import io.jianhu.platform.database.Partitions;
import io.jianhu.platform.database.TestDatabase;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Puts frames into the database as the gateway would have, at times of the test's choosing. */
final class StoredFrames {

    static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.ofHours(8));

    private final TestDatabase database;
    private final DeviceDirectory directory;
    private final Map<String, Head> heads = new HashMap<>();

    private record Head(long seq, byte[] hash) {}

    /** What the columns say of a frame besides its bytes. */
    record Columns(
            String cn,
            String qn,
            String pnum,
            String pno,
            Verdict verdict,
            List<String> findings,
            boolean acknowledged) {

        static Columns of(String cn, String qn) {
            return new Columns(cn, qn, "", "", Verdict.ACCEPTED, List.of(), true);
        }

        Columns with(Verdict other, String... codes) {
            return new Columns(cn, qn, pnum, pno, other, List.of(codes), other.usable());
        }

        Columns part(int count, int number) {
            return new Columns(
                    cn, qn, Integer.toString(count), Integer.toString(number), verdict, findings, acknowledged);
        }
    }

    StoredFrames(TestDatabase database, DeviceDirectory directory) {
        this.database = database;
        this.directory = directory;
    }

    /** A 2017 frame with real-time values ({@code w01018-Rtd} and the like), received when it was measured. */
    FrameRef realtime(String mn, Instant at, String... keysAndValues) {
        return data(mn, "2011", at, at, keysAndValues);
    }

    /** A 2017 data frame of water. */
    FrameRef data(String mn, String cn, Instant dataTime, Instant receivedAt, String... keysAndValues) {
        return store(mn, receivedAt, dataTime, bytes(mn, cn, dataTime, keysAndValues), Columns.of(cn, Qn.of(dataTime)));
    }

    static byte[] bytes(String mn, String cn, Instant dataTime, String... keysAndValues) {
        return bytes(mn, cn, dataTime, builder -> builder, keysAndValues);
    }

    static byte[] bytes(
            String mn, String cn, Instant dataTime, UnaryOperator<Outgoing.Builder> header, String... keysAndValues) {
        Outgoing.Builder frame = header.apply(Outgoing.to(Edition.HJ_212_2017, "32", cn)
                .qn(Qn.of(dataTime))
                .pw("123456")
                .mn(mn)
                .answerWanted());
        frame.field("DataTime", SECONDS.format(dataTime));
        String factor = "";
        for (int i = 0; i < keysAndValues.length; i += 2) {
            String of = keysAndValues[i].replaceFirst("-.*", "");
            if (of.equals(factor)) {
                frame.with(keysAndValues[i], keysAndValues[i + 1]);
            } else {
                frame.field(keysAndValues[i], keysAndValues[i + 1]);
            }
            factor = of;
        }
        return frame.build().toBytes();
    }

    FrameRef store(String mn, Instant receivedAt, Instant dataTime, byte[] bytes, Columns columns) {
        Device device = directory.quarantine(mn, receivedAt);
        directory.markFirstHeard(device.deviceId(), receivedAt);
        Head head = heads.getOrDefault(mn, new Head(0, new byte[32]));
        Instant received = receivedAt.truncatedTo(ChronoUnit.MICROS);
        long seq = head.seq() + 1;
        byte[] hash = hash(head.hash(), seq, received, mn, bytes);
        heads.put(mn, new Head(seq, hash));
        Partitions partitions = database.partitions();
        partitions.ensure(Partitions.Table.FRAME, Beijing.day(received));
        database.jdbc()
                .sql("""
                        insert into frame (device_id, seq, received_day, received_at, data_time, dedup_key, mn, qn, st, cn,
                            pnum, pno, edition, verdict, findings, bytes, peer, reply, replied_at, prev_hash, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, '32', ?, nullif(?, '')::smallint, nullif(?, '')::smallint, '2017',
                            ?, ?, ?, '127.0.0.1:40000', ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        device.deviceId(),
                        seq,
                        Beijing.day(received),
                        received.atOffset(ZoneOffset.UTC),
                        dataTime.atOffset(ZoneOffset.UTC),
                        seq,
                        mn,
                        columns.qn(),
                        columns.cn(),
                        columns.pnum(),
                        columns.pno(),
                        columns.verdict().code(),
                        columns.findings().toArray(String[]::new),
                        bytes,
                        columns.acknowledged() ? "##reply".getBytes(StandardCharsets.US_ASCII) : null,
                        columns.acknowledged() ? received.atOffset(ZoneOffset.UTC) : null,
                        head.hash(),
                        hash))
                .update();
        return FrameRef.of(received, device.deviceId(), seq);
    }

    private static byte[] hash(byte[] previous, long seq, Instant receivedAt, String mn, byte[] bytes) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            byte[] content = sha256.digest(bytes);
            sha256.update(previous);
            sha256.update(ByteBuffer.allocate(16)
                    .putLong(seq)
                    .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, receivedAt))
                    .array());
            sha256.update(mn.getBytes(StandardCharsets.UTF_8));
            return sha256.digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
