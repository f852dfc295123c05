package io.jianhu.platform.database;

import java.nio.file.Path;

/**
 * What was saved or restored.
 *
 * @param schemaVersion version of the last migration
 * @param tables partitions counted one by one
 * @param rows in all tables
 * @param bytes of the file
 */
public record BackupReport(Path file, String schemaVersion, int tables, long rows, long bytes) {}
