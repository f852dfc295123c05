package io.jianhu.platform.database;

import io.jianhu.platform.database.internal.BackupReader;
import io.jianhu.platform.database.internal.BackupWriter;
import io.jianhu.platform.database.internal.Restorer;
import java.nio.file.Path;
import java.time.Clock;

/**
 * The whole database in one file, and back. The file is a zip: one entry of PostgreSQL's binary COPY format per table, and a
 * manifest with row count and SHA-256 of each. It can be restored to any server that this program runs on.
 */
public final class Backups {

    private Backups() {}

    /**
     * Saves everything as it is at one instant, while others go on writing.
     *
     * @param file must not exist; appears when it is complete, readable by its owner alone
     * @throws DatabaseException the file exists or cannot be written; the database fails
     */
    public static BackupReport save(Database database, Path file, Clock clock) {
        return new BackupWriter(database, clock).write(file.toAbsolutePath());
    }

    /**
     * Checks the file completely, then puts back what it holds, in one transaction: until its end, and after any failure, the
     * database is what it was.
     *
     * @param database opened, not joined: nobody else may be using it
     * @throws DatabaseException the file is damaged, with the name of the entry; it is newer than this program; the database
     *     has tables and {@code existing} says to refuse; a platform is connected
     */
    public static BackupReport restore(Database database, Path file, ExistingTables existing) {
        try (BackupReader backup = BackupReader.open(file.toAbsolutePath())) {
            backup.verify();
            return new Restorer(database, backup).restore(existing);
        }
    }
}
