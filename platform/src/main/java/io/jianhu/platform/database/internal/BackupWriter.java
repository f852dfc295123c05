package io.jianhu.platform.database.internal;

import io.jianhu.platform.database.BackupReport;
import io.jianhu.platform.database.Database;
import io.jianhu.platform.database.DatabaseException;
import io.jianhu.platform.database.internal.BackupManifest.SavedTable;
import io.jianhu.platform.database.internal.Catalogue.StoredTable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes a backup: one read-only snapshot, table after table through COPY, the manifest last. */
public final class BackupWriter {

    private static final int BUFFER = 1 << 16;

    private final Database database;
    private final Clock clock;

    public BackupWriter(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** See {@link io.jianhu.platform.database.Backups#save}. */
    public BackupReport write(Path file) {
        if (Files.exists(file)) {
            throw new DatabaseException(
                    "%s exists. A backup replaces no file; choose another name.\n%s 已存在。备份不会覆盖文件，请换一个文件名。"
                            .formatted(file, file));
        }
        Path partial = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            Files.deleteIfExists(partial);
            BackupManifest manifest = writeTo(partial);
            verify(partial);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            return new BackupReport(
                    file, manifest.schemaVersion(), manifest.tables().size(), manifest.rows(), Files.size(file));
        } catch (IOException | SQLException | DatabaseException e) {
            throw failed(partial, file, e);
        }
    }

    /** A backup counts only once it has been read back. */
    private static void verify(Path partial) {
        try (BackupReader reader = BackupReader.open(partial)) {
            reader.verify();
        }
    }

    private BackupManifest writeTo(Path partial) throws IOException, SQLException {
        try (FileChannel channel = FileChannel.open(
                        partial,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                ZipOutputStream zip =
                        new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
                Connection connection = database.dataSource().getConnection()) {
            zip.setLevel(Deflater.BEST_SPEED);
            BackupManifest manifest = writeSnapshot(connection, zip);
            zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
            zip.write(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsBytes(manifest));
            zip.closeEntry();
            zip.finish();
            zip.flush();
            channel.force(true);
            return manifest;
        }
    }

    private BackupManifest writeSnapshot(Connection connection, ZipOutputStream zip) throws IOException, SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read, read only");
            Catalogue catalogue = new Catalogue(connection);
            List<StoredTable> tables = catalogue.listTables();
            if (tables.isEmpty()) {
                throw new DatabaseException("The database is empty: nothing to save.\n数据库为空，没有可备份的内容。");
            }
            String names = tables.stream().map(StoredTable::name).collect(Collectors.joining(", "));
            statement.execute("lock table " + names + " in access share mode");
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            List<SavedTable> saved = new ArrayList<>();
            for (StoredTable table : tables) {
                saved.add(write(copy, table, zip));
            }
            return new BackupManifest(
                    BackupManifest.FORMAT,
                    BackupManifest.PRODUCT,
                    OffsetDateTime.now(clock).toString(),
                    database.serverVersion(),
                    catalogue.schemaVersion(),
                    saved,
                    catalogue.listSequences());
        } finally {
            connection.rollback();
        }
    }

    private static SavedTable write(CopyManager copy, StoredTable table, ZipOutputStream zip)
            throws IOException, SQLException {
        zip.putNextEntry(new ZipEntry("tables/" + table.name() + ".copy"));
        Digests.Counter counter = new Digests.Counter(new BufferedOutputStream(new KeepOpen(zip), BUFFER));
        long rows = copy.copyOut(
                "copy %s (%s) to stdout (format binary)".formatted(table.name(), table.columnList()), counter);
        counter.flush();
        zip.closeEntry();
        Digests digests = counter.digests();
        return new SavedTable(
                table.name(),
                table.origin(),
                table.parent(),
                table.bounds(),
                table.columns(),
                rows,
                digests.bytes(),
                digests.sha256());
    }

    private static DatabaseException failed(Path partial, Path file, Exception cause) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException leftover) {
            cause.addSuppressed(leftover);
        }
        return new DatabaseException(
                "The backup %s could not be written: %s\n无法写入备份 %s：%s"
                        .formatted(file, cause.getMessage(), file, cause.getMessage()),
                cause);
    }

    /** Lets a buffer be flushed into the zip without ending the zip. */
    private static final class KeepOpen extends OutputStream {

        private final ZipOutputStream zip;

        KeepOpen(ZipOutputStream zip) {
            this.zip = zip;
        }

        @Override
        public void write(int b) throws IOException {
            zip.write(b);
        }

        @Override
        public void write(byte[] buffer, int offset, int length) throws IOException {
            zip.write(buffer, offset, length);
        }
    }
}
