package io.jianhu.platform.database.internal;

import java.util.List;

/**
 * {@code manifest.json}, the last entry of a backup.
 *
 * @param format of the file; {@value #FORMAT} is the only one so far
 * @param createdAt ISO 8601 with offset
 * @param serverVersion PostgreSQL that was saved
 * @param schemaVersion version of its last migration
 */
record BackupManifest(
        int format,
        String product,
        String createdAt,
        String serverVersion,
        String schemaVersion,
        List<SavedTable> tables,
        List<SavedSequence> sequences) {

    static final int FORMAT = 1;
    static final String PRODUCT = "jianhu";
    static final String ENTRY = "manifest.json";

    /** How a table came to be, which is how it comes to be again. */
    enum Origin {
        /** By a migration. */
        MIGRATION,
        /** As a partition of a table that a migration made. */
        PARTITION,
        /** As a partition that was detached since. */
        DETACHED
    }

    /**
     * One table.
     *
     * @param parent the partitioned table, or empty
     * @param bounds {@code FOR VALUES …} of a partition, or empty
     * @param columns in the order of the entry
     * @param bytes before compression
     * @param sha256 of those bytes, hexadecimal
     */
    record SavedTable(
            String name,
            Origin origin,
            String parent,
            String bounds,
            List<String> columns,
            long rows,
            long bytes,
            String sha256) {

        String entry() {
            return "tables/" + name + ".copy";
        }
    }

    /** A sequence that has given numbers out; {@code last} was the latest. */
    record SavedSequence(String name, long last) {}

    long rows() {
        return tables.stream().mapToLong(SavedTable::rows).sum();
    }
}
