package io.jianhu.platform.telemetry.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/**
 * The one database session that may write frames. It holds an advisory lock for as long as it lives, so that no second
 * process ever continues the same chains. Open → use → close.
 */
final class WriterSession implements AutoCloseable {

    /** "JHFRAME" in ASCII: any constant that no other code uses. */
    private static final long LOCK = 0x4A48_4652_414D_45L;

    private static final int SILENCE_LIMIT_MILLIS = 60_000;
    private static final Executor SAME_THREAD = Runnable::run;

    private final Connection connection;

    private WriterSession(Connection connection) {
        this.connection = connection;
    }

    /**
     * @throws OtherWriterException another process writes
     * @throws SQLException the database cannot be reached
     */
    static WriterSession open(DataSource dataSource) throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.setNetworkTimeout(SAME_THREAD, SILENCE_LIMIT_MILLIS);
            try (PreparedStatement select = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
                select.setLong(1, LOCK);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        throw new OtherWriterException();
                    }
                }
            }
            connection.commit();
            return new WriterSession(connection);
        } catch (SQLException | RuntimeException e) {
            discard(connection);
            throw e;
        }
    }

    Connection connection() {
        return connection;
    }

    /** Ends a transaction that failed; false where the session itself is lost. */
    boolean rollback() {
        try {
            connection.rollback();
            return connection.isValid(1);
        } catch (SQLException lost) {
            return false;
        }
    }

    /** Whether this very frame is stored: tells the outcome of a commit whose answer never came. */
    boolean holds(Received received) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select hash from frame where device_id = ? and seq = ? and received_day = date '1970-01-01' + ?")) {
            select.setInt(1, received.deviceId);
            select.setLong(2, received.seq);
            select.setInt(3, received.day);
            try (ResultSet row = select.executeQuery()) {
                return row.next() && Arrays.equals(row.getBytes(1), received.hash);
            }
        } finally {
            connection.rollback();
        }
    }

    /** Ends the session and with it the lock: a pooled connection would keep it. */
    @Override
    public void close() {
        discard(connection);
    }

    private static void discard(Connection connection) {
        try {
            connection.abort(SAME_THREAD);
        } catch (SQLException alreadyGone) {
            // The server releases the lock when it notices; nothing is left to do here.
        }
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // As above.
        }
    }

    /** Another process holds the lock. */
    static final class OtherWriterException extends SQLException {
        private static final long serialVersionUID = 1L;

        OtherWriterException() {
            super(
                    "another gateway writes frames to this database; two would fork the chains of the devices. Stop it first.",
                    "55P03");
        }
    }
}
