package io.jianhu.bench.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * The floor under an ingest: the rows it stored, put by one plain {@code COPY} after another into an ordinary table with the
 * same columns and indexes, in the same database, as many rows to a commit as the ingest had.
 */
final class CopyBaseline {

    private static final int MOST_ROWS = 100_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final String TABLE = "bench_frame_copy";

    /** Signature, flags and length of the header extension of the binary format. */
    private static final int HEADER_BYTES = 19;

    private static final byte[] TRAILER = {(byte) 0xFF, (byte) 0xFF};

    private final Connection connection;
    private final DatabaseServer server;

    CopyBaseline(Connection connection, DatabaseServer server) {
        this.connection = connection;
        this.server = server;
    }

    /**
     * What the plain copy did.
     *
     * @param rowsPerCommit mean number of frames the ingest stored in one transaction, and the copy too
     * @param databaseTime processor time of the server meanwhile
     */
    record Result(long rows, double rowsPerCommit, Duration elapsed, Duration databaseTime) {

        double rowsPerSecond() {
            return rows * 1e9 / elapsed.toNanos();
        }

        double databaseMicrosPerRow() {
            return databaseTime.toNanos() / 1e3 / rows;
        }
    }

    /** Copies the frames received since the instant. */
    Result measure(Instant since) throws SQLException, IOException {
        double rowsPerCommit = rowsPerCommit(since);
        int batch = Math.max(1, (int) Math.round(rowsPerCommit));
        List<byte[]> rows = fetch(since);
        if (rows.isEmpty()) {
            throw new SQLException("no frame was stored since " + since);
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists " + TABLE);
            statement.execute("create table " + TABLE
                    + " (like frame including defaults including constraints including indexes including storage)");
            try {
                return copy(rows, batch, rowsPerCommit);
            } finally {
                statement.execute("drop table " + TABLE);
            }
        }
    }

    private double rowsPerCommit(Instant since) throws SQLException {
        String sql = String.format(Locale.ROOT, """
                select count(*)::float8 / greatest(1, count(distinct xmin::text))
                from frame
                where received_at >= timestamptz '%s'
                """, since);
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getDouble(1);
        }
    }

    private List<byte[]> fetch(Instant since) throws SQLException, IOException {
        String sql = String.format(Locale.ROOT, """
                copy (select * from frame where received_at >= timestamptz '%s' order by received_at limit %d)
                to stdout (format binary)
                """, since, MOST_ROWS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 26);
        copyManager().copyOut(sql, bytes);
        return split(ByteBuffer.wrap(bytes.toByteArray()));
    }

    /** Rows of the binary format: a count of fields, then for each its length (-1: null) and its bytes. */
    private static List<byte[]> split(ByteBuffer copied) {
        List<byte[]> rows = new ArrayList<>();
        copied.position(HEADER_BYTES);
        while (true) {
            int start = copied.position();
            int fields = copied.getShort();
            if (fields < 0) {
                return rows;
            }
            for (int i = 0; i < fields; i++) {
                int length = copied.getInt();
                copied.position(copied.position() + Math.max(0, length));
            }
            byte[] row = new byte[copied.position() - start];
            copied.get(start, row);
            rows.add(row);
        }
    }

    private Result copy(List<byte[]> rows, int batch, double rowsPerCommit) throws SQLException {
        Duration databaseBefore = server.processorTime();
        long begin = System.nanoTime();
        int done = 0;
        while (done < rows.size() && System.nanoTime() - begin < LONGEST.toNanos()) {
            int end = Math.min(rows.size(), done + batch);
            copyBatch(rows.subList(done, end));
            done = end;
        }
        Duration elapsed = Duration.ofNanos(System.nanoTime() - begin);
        return new Result(done, rowsPerCommit, elapsed, server.processorTime().minus(databaseBefore));
    }

    private void copyBatch(List<byte[]> rows) throws SQLException {
        CopyIn copy = copyManager().copyIn("copy " + TABLE + " from stdin (format binary)");
        byte[] header = ByteBuffer.allocate(HEADER_BYTES)
                .put(new byte[] {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0})
                .array();
        copy.writeToCopy(header, 0, header.length);
        for (byte[] row : rows) {
            copy.writeToCopy(row, 0, row.length);
        }
        copy.writeToCopy(TRAILER, 0, TRAILER.length);
        copy.endCopy();
    }

    private CopyManager copyManager() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }
}
