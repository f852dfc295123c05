package io.jianhu.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * The partitions of the two big tables: {@code frame} by day ({@code frame_2026_11_25}) and {@code observation} by month
 * ({@code observation_2026_11}), days and months of UTC+8. Made before rows need them, and given away whole for archive.
 */
public final class Partitions {

    /** A table cut by time. */
    public enum Table {
        FRAME("frame", "uuuu_MM_dd"),
        OBSERVATION("observation", "uuuu_MM");

        private final String sqlName;
        private final DateTimeFormatter suffix;

        Table(String sqlName, String suffix) {
            this.sqlName = sqlName;
            this.suffix = DateTimeFormatter.ofPattern(suffix);
        }

        private String partition(LocalDate day) {
            return sqlName + "_" + suffix.format(day);
        }

        private String bounds(LocalDate day) {
            return switch (this) {
                case FRAME -> "from ('%s') to ('%s')".formatted(day, day.plusDays(1));
                case OBSERVATION ->
                    "from ('%s-01 00:00+08') to ('%s-01 00:00+08')"
                            .formatted(YearMonth.from(day), YearMonth.from(day).plusMonths(1));
            };
        }
    }

    /**
     * One partition.
     *
     * @param name table name, without schema
     * @param firstDay its first day, UTC+8
     * @param estimatedRows as the server last counted; −1 never
     * @param bytes on disk, with indexes
     */
    public record Partition(Table table, String name, LocalDate firstDay, long estimatedRows, long bytes) {}

    private static final ZoneOffset UTC_8 = ZoneOffset.ofHours(8);
    private static final int DAYS_AHEAD = 3;
    /** Any constant that no other code uses; serialises makers of partitions over all processes. */
    private static final long ADVISORY_LOCK = 0x4A48_5041_5254L;

    private final DataSource dataSource;
    private final Clock clock;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    public Partitions(DataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Today and the three days after it. */
    public void ensureAhead() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), UTC_8);
        today.datesUntil(today.plusDays(DAYS_AHEAD + 1)).forEach(this::ensure);
    }

    /** The partitions that rows of this day (UTC+8) go to. Costs nothing when they are known to be there. */
    public void ensure(LocalDate day) {
        ensure(Table.FRAME, day);
        ensure(Table.OBSERVATION, day);
    }

    /**
     * The partition of one table for this day. Runs in a transaction of its own and blocks no reader or writer: the new table
     * is attached, which needs a weaker lock than being created as a partition.
     */
    public void ensure(Table table, LocalDate day) {
        String name = table.partition(day);
        if (known.contains(name)) {
            return;
        }
        try (Connection connection = dataSource.getConnection()) {
            if (!isAttached(connection, name)) {
                create(connection, table, name, day);
            }
            known.add(name);
        } catch (SQLException e) {
            throw new DatabaseException(
                    "Cannot create partition %s: %s\n无法建立分区 %s".formatted(name, e.getMessage(), name), e);
        }
    }

    /** All attached partitions of a table, oldest first. */
    public List<Partition> list(Table table) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select child.relname, child.reltuples::bigint, pg_total_relation_size(child.oid)
                        from pg_inherits join pg_class child on child.oid = inhrelid
                        where inhparent = ?::regclass
                        order by child.relname""")) {
            query.setString(1, table.sqlName);
            List<Partition> partitions = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    String name = rows.getString(1);
                    partitions.add(new Partition(table, name, firstDay(table, name), rows.getLong(2), rows.getLong(3)));
                }
            }
            return List.copyOf(partitions);
        } catch (SQLException e) {
            throw new DatabaseException("Cannot list the partitions: " + e.getMessage() + "\n无法列出分区", e);
        }
    }

    /** Takes a partition out of its table, without blocking readers or writers; its rows stay in a table of that name. */
    public void detach(Partition partition) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table %s detach partition %s concurrently"
                    .formatted(partition.table().sqlName, partition.name()));
            known.remove(partition.name());
        } catch (SQLException e) {
            throw new DatabaseException(
                    "Cannot detach %s: %s\n无法分离分区 %s".formatted(partition.name(), e.getMessage(), partition.name()), e);
        }
    }

    private static void create(Connection connection, Table table, String name, LocalDate day) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + ADVISORY_LOCK + ")");
            if (!isAttached(connection, name)) {
                statement.execute("create table %s (like %s including all)".formatted(name, table.sqlName));
                statement.execute("alter table %s attach partition %s for values %s"
                        .formatted(table.sqlName, name, table.bounds(day)));
            }
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static boolean isAttached(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select exists (select from pg_inherits where inhrelid = to_regclass(?))")) {
            query.setString(1, name);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static LocalDate firstDay(Table table, String name) {
        String date = name.substring(table.sqlName.length() + 1).replace('_', '-');
        return switch (table) {
            case FRAME -> LocalDate.parse(date);
            case OBSERVATION -> YearMonth.parse(date).atDay(1);
        };
    }
}
