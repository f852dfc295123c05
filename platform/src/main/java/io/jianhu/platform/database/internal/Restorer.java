package io.jianhu.platform.database.internal;

import io.jianhu.platform.database.BackupReport;
import io.jianhu.platform.database.Database;
import io.jianhu.platform.database.DatabaseException;
import io.jianhu.platform.database.ExistingTables;
import io.jianhu.platform.database.internal.BackupManifest.Origin;
import io.jianhu.platform.database.internal.BackupManifest.SavedSequence;
import io.jianhu.platform.database.internal.BackupManifest.SavedTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Puts a verified backup back. The schema is built and filled beside the old one; the last act of the filling transaction is
 * to give it the old one's name. Until then the old one is untouched.
 */
public final class Restorer {

    /** Where the new tables grow. */
    private static final String WORKSHOP = "jianhu_restore";

    private static final String LIVE = "public";

    private final Database database;
    private final BackupReader backup;

    public Restorer(Database database, BackupReader backup) {
        this.database = database;
        this.backup = backup;
    }

    /** See {@link io.jianhu.platform.database.Backups#restore}. */
    public BackupReport restore(ExistingTables existing) {
        BackupManifest manifest = backup.manifest();
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            refuseWhileUsed(connection);
            if (existing == ExistingTables.REFUSE && holdsTables(connection)) {
                throw new DatabaseException("""
                        The database has tables already. To throw them away and restore, add --replace.
                        数据库中已有数据表。如要丢弃现有数据并恢复，请加 --replace。""");
            }
            statement.execute("drop schema if exists " + WORKSHOP + " cascade");
            statement.execute("create schema " + WORKSHOP);
            try {
                buildSchema(manifest.schemaVersion());
                fill(connection, statement, manifest);
            } catch (SQLException | IOException | RuntimeException e) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
                statement.execute("drop schema if exists " + WORKSHOP + " cascade");
                throw e;
            }
            return new BackupReport(
                    backup.file(),
                    manifest.schemaVersion(),
                    manifest.tables().size(),
                    manifest.rows(),
                    Files.size(backup.file()));
        } catch (SQLException | IOException e) {
            throw new DatabaseException("""
                    The backup could not be restored; the database is what it was: %s
                    无法恢复备份，数据库未改变：%s""".formatted(e.getMessage(), e.getMessage()), e);
        }
    }

    private void buildSchema(String version) {
        Flyway flyway = Flyway.configure()
                .dataSource(database.dataSource())
                .locations("classpath:db/migration")
                .defaultSchema(WORKSHOP)
                .createSchemas(false)
                .target(version)
                .load();
        boolean known = List.of(flyway.info().all()).stream()
                .anyMatch(migration -> String.valueOf(migration.getVersion()).equals(version));
        if (!known) {
            throw new DatabaseException("""
                    The backup has schema version %s, which this program does not know. Use a newer Jianhu.
                    备份的数据库结构版本为 %s，本程序不认识。请使用更新版本的鉴湖。""".formatted(version, version));
        }
        try {
            flyway.migrate();
        } catch (FlywayException e) {
            throw new DatabaseException("The schema could not be built: %s\n无法建立数据库结构".formatted(e.getMessage()), e);
        }
    }

    private void fill(Connection connection, Statement statement, BackupManifest manifest)
            throws SQLException, IOException {
        connection.setAutoCommit(false);
        statement.execute("set local search_path = " + WORKSHOP);
        emptyWhatMigrationsFilled(connection, statement);
        for (SavedTable table : manifest.tables()) {
            create(statement, table);
        }
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        for (SavedTable table : manifest.tables()) {
            copyIn(copy, table);
        }
        restoreSequences(connection, manifest);
        statement.execute("drop schema if exists " + LIVE + " cascade");
        statement.execute("alter schema " + WORKSHOP + " rename to " + LIVE);
        connection.commit();
        connection.setAutoCommit(true);
        statement.execute("analyze");
    }

    private static void emptyWhatMigrationsFilled(Connection connection, Statement statement) throws SQLException {
        String names = new Catalogue(connection)
                .listTables().stream().map(Catalogue.StoredTable::name).collect(Collectors.joining(", "));
        statement.execute("truncate " + names);
    }

    private static void create(Statement statement, SavedTable table) throws SQLException {
        if (table.origin() == Origin.MIGRATION) {
            return;
        }
        statement.execute("create table %s (like %s including all)".formatted(table.name(), table.parent()));
        if (table.origin() == Origin.PARTITION) {
            statement.execute(
                    "alter table %s attach partition %s %s".formatted(table.parent(), table.name(), table.bounds()));
        }
    }

    private void copyIn(CopyManager copy, SavedTable table) throws SQLException, IOException {
        String sql =
                "copy %s (%s) from stdin (format binary)".formatted(table.name(), String.join(", ", table.columns()));
        try (InputStream in = backup.content(table)) {
            long rows = copy.copyIn(sql, in, 1 << 16);
            if (rows != table.rows()) {
                throw new SQLException(
                        "%s took %d rows, the backup has %d".formatted(table.name(), rows, table.rows()));
            }
        }
    }

    private static void restoreSequences(Connection connection, BackupManifest manifest) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?, true)")) {
            for (SavedSequence sequence : manifest.sequences()) {
                set.setString(1, sequence.name());
                set.setLong(2, sequence.last());
                set.execute();
            }
        }
    }

    private static boolean holdsTables(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "select exists (select from pg_tables where schemaname = '" + LIVE + "')");
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** A platform on an external server is known by the name its connections carry. */
    private static void refuseWhileUsed(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                        select coalesce(host(client_addr), 'local') from pg_stat_activity
                        where datname = current_database() and application_name = 'jianhu' and pid <> pg_backend_pid()
                        limit 1""");
                ResultSet row = query.executeQuery()) {
            if (row.next()) {
                throw new DatabaseException("""
                        A platform is connected to this database from %s. Stop it, then restore.
                        有鉴湖平台（来自 %s）正在使用该数据库，请先停止再恢复。""".formatted(row.getString(1), row.getString(1)));
            }
        }
    }
}
