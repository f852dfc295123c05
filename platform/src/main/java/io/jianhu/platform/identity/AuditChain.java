package io.jianhu.platform.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hash chain over the audit trail: each entry is hashed over the one before it. */
public final class AuditChain {

    /** What stands before the first entry: 32 zero bytes. */
    public static final byte[] GENESIS = new byte[32];

    /** The texts of an entry, in the order they are hashed. */
    private static final List<String> TEXTS =
            List.of("actor", "peer", "action", "object_kind", "object_id", "region", "reason", "before", "after");

    private static final String ENTRIES =
            "select entry_no, at, prev_hash, hash, " + String.join(", ", TEXTS) + " from audit order by entry_no";
    private static final int FETCH = 500;

    /** What does not fit at an entry. */
    public enum Fault {
        MISSING("entries before it are missing", "其前的记录缺失"),
        PREVIOUS("its link to the entry before it does not fit", "与前一条记录的链接不符"),
        CONTENT("what it says was changed", "其内容被改动");

        private final String english;
        private final String chinese;

        Fault(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        public String english() {
            return english;
        }

        public String chinese() {
            return chinese;
        }
    }

    /** The first entry that does not fit. */
    public record Broken(long entryNo, Fault fault) {}

    /**
     * What a walk along the chain found.
     *
     * @param entries read, up to and with the broken one
     * @param head hash of the last sound entry, hexadecimal: noted elsewhere, it proves later that none was cut off
     */
    public record Report(long entries, String head, Optional<Broken> broken) {}

    private AuditChain() {}

    /** The hash of an entry. */
    public static byte[] hash(byte[] previous, long entryNo, Instant at, List<@Nullable String> texts) {
        MessageDigest sha256 = newDigest();
        sha256.update(previous);
        sha256.update(ByteBuffer.allocate(16)
                .putLong(entryNo)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at))
                .array());
        for (@Nullable String text : texts) {
            byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
            sha256.update(ByteBuffer.allocate(4)
                    .putInt(text == null ? -1 : bytes.length)
                    .array());
            sha256.update(bytes);
        }
        return sha256.digest();
    }

    /** Walks along the chain from its beginning to its end or the first entry that does not fit. */
    public static Report verify(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement select = connection.prepareStatement(ENTRIES)) {
            select.setFetchSize(FETCH);
            try (ResultSet row = select.executeQuery()) {
                byte[] head = GENESIS;
                long last = 0;
                while (row.next()) {
                    Optional<Fault> fault = fault(row, last, head);
                    long number = row.getLong("entry_no");
                    if (fault.isPresent()) {
                        return new Report(last + 1, hex(head), Optional.of(new Broken(number, fault.get())));
                    }
                    last = number;
                    head = row.getBytes("hash");
                }
                return new Report(last, hex(head), Optional.empty());
            }
        } finally {
            connection.rollback();
        }
    }

    private static Optional<Fault> fault(ResultSet row, long last, byte[] head) throws SQLException {
        long number = row.getLong("entry_no");
        if (number != last + 1) {
            return Optional.of(Fault.MISSING);
        }
        byte[] previous = row.getBytes("prev_hash");
        if (!Arrays.equals(previous, head)) {
            return Optional.of(Fault.PREVIOUS);
        }
        @Nullable String[] texts = new @Nullable String[TEXTS.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = row.getString(TEXTS.get(i));
        }
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        byte[] computed = hash(previous, number, at, Arrays.asList(texts));
        return Arrays.equals(computed, row.getBytes("hash")) ? Optional.empty() : Optional.of(Fault.CONTENT);
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
