package io.jianhu.platform.telemetry.internal.store;

import io.jianhu.platform.telemetry.FrameRef;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Computes every hash again from the stored bytes, device by device in the order of the chain, over all partitions and in
 * constant memory. What it cannot see is frames taken off the end of a chain: compare the printed heads with older ones.
 */
final class ChainVerifier {

    private static final int FETCH = 500;

    private static final String FRAMES = """
            select device_id, seq, received_day, received_at, mn, bytes, prev_hash, hash
            from frame
            where ?::integer is null or device_id = ?
            order by device_id, seq, received_day
            """;

    /** What does not fit. */
    enum Fault {
        MISSING("frames before it are missing", "其前的报文缺失"),
        DOUBLED("its place in the chain is taken twice", "链中同一位置出现两次"),
        PREVIOUS("its link to the frame before it does not fit", "与前一报文的链接不符"),
        CONTENT("its bytes, MN or time of receipt were changed", "其字节、MN 或接收时间被改动");

        final String english;
        final String chinese;

        Fault(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }
    }

    /**
     * The first frame of a chain that does not fit.
     *
     * @param expectedSeq the place after the last good frame
     */
    record Broken(FrameRef frame, String mn, Fault fault, long expectedSeq) {}

    /** @param broken devices whose chain is broken, each counted once */
    record Report(int devices, long frames, int broken) {}

    private final ChainHash chainHash = new ChainHash();

    private int device = -1;
    private long seq;
    private byte[] head = ChainHash.GENESIS;
    private boolean deviceBroken;
    private int devices;
    private long frames;
    private int broken;

    /**
     * Reads all frames, or those of one device.
     *
     * @param onBroken told of the first broken frame of each device
     */
    Report verify(Connection connection, OptionalInt onlyDevice, Consumer<Broken> onBroken) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        try (PreparedStatement select = connection.prepareStatement(FRAMES)) {
            select.setFetchSize(FETCH);
            @Nullable Integer id = onlyDevice.isPresent() ? onlyDevice.getAsInt() : null;
            select.setObject(1, id, Types.INTEGER);
            select.setObject(2, id, Types.INTEGER);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    frames++;
                    check(row).ifPresent(onBroken);
                }
            }
        } finally {
            connection.rollback();
        }
        return new Report(devices, frames, broken);
    }

    private Optional<Broken> check(ResultSet row) throws SQLException {
        int rowDevice = row.getInt("device_id");
        if (rowDevice != device) {
            device = rowDevice;
            devices++;
            seq = 0;
            head = ChainHash.GENESIS;
            deviceBroken = false;
        }
        if (deviceBroken) {
            return Optional.empty();
        }
        long rowSeq = row.getLong("seq");
        String mn = row.getString("mn");
        byte[] hash = row.getBytes("hash");
        Optional<Fault> fault = fault(row, rowSeq, mn, hash);
        if (fault.isEmpty()) {
            seq = rowSeq;
            head = hash;
            return Optional.empty();
        }
        deviceBroken = true;
        broken++;
        LocalDate day = row.getObject("received_day", LocalDate.class);
        return Optional.of(new Broken(new FrameRef(day, rowDevice, rowSeq), mn, fault.get(), seq + 1));
    }

    private Optional<Fault> fault(ResultSet row, long rowSeq, String mn, byte[] hash) throws SQLException {
        if (rowSeq == seq) {
            return Optional.of(Fault.DOUBLED);
        }
        if (rowSeq != seq + 1) {
            return Optional.of(Fault.MISSING);
        }
        byte[] previous = row.getBytes("prev_hash");
        if (!Arrays.equals(previous, head)) {
            return Optional.of(Fault.PREVIOUS);
        }
        long receivedMicros =
                Micros.of(row.getObject("received_at", OffsetDateTime.class).toInstant());
        byte[] computed =
                chainHash.ofLink(previous, rowSeq, receivedMicros, mn, chainHash.ofContent(row.getBytes("bytes")));
        return Arrays.equals(computed, hash) ? Optional.empty() : Optional.of(Fault.CONTENT);
    }
}
