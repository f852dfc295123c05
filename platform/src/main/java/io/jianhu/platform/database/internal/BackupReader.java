package io.jianhu.platform.database.internal;

import io.jianhu.platform.database.DatabaseException;
import io.jianhu.platform.database.internal.BackupManifest.SavedTable;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A backup file, opened for reading. */
public final class BackupReader implements AutoCloseable {

    private final Path file;
    private final ZipFile zip;
    private final BackupManifest manifest;

    private BackupReader(Path file, ZipFile zip, BackupManifest manifest) {
        this.file = file;
        this.zip = zip;
        this.manifest = manifest;
    }

    /**
     * Reads the manifest.
     *
     * @throws DatabaseException no such file, not a backup, cut short, or of a later format
     */
    public static BackupReader open(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new DatabaseException("There is no file %s\n没有文件 %s".formatted(file, file));
        }
        ZipFile zip = openZip(file);
        try {
            BackupManifest manifest = readManifest(file, zip);
            return new BackupReader(file, zip, manifest);
        } catch (IOException | JacksonException e) {
            closeQuietly(zip);
            throw damaged(file, BackupManifest.ENTRY, e);
        } catch (DatabaseException e) {
            closeQuietly(zip);
            throw e;
        }
    }

    /**
     * Reads every entry and compares length and SHA-256 with the manifest.
     *
     * @throws DatabaseException names the first entry that differs
     */
    public void verify() {
        for (SavedTable table : manifest.tables()) {
            try (InputStream in = content(table)) {
                Digests found = Digests.of(in);
                if (!found.equals(new Digests(table.bytes(), table.sha256()))) {
                    throw new IOException(
                            "its SHA-256 is %s, the manifest says %s".formatted(found.sha256(), table.sha256()));
                }
            } catch (IOException e) {
                throw damaged(file, table.entry(), e);
            }
        }
    }

    InputStream content(SavedTable table) throws IOException {
        ZipEntry entry = zip.getEntry(table.entry());
        if (entry == null) {
            throw new FileNotFoundException("the entry is missing");
        }
        return new BufferedInputStream(zip.getInputStream(entry), 1 << 16);
    }

    Path file() {
        return file;
    }

    BackupManifest manifest() {
        return manifest;
    }

    @Override
    public void close() {
        closeQuietly(zip);
    }

    private static ZipFile openZip(Path file) {
        try {
            return new ZipFile(file.toFile());
        } catch (ZipException e) {
            throw new DatabaseException(
                    "%s is not a backup of Jianhu, or it is cut short: %s\n%s 不是鉴湖的备份，或文件不完整。"
                            .formatted(file, e.getMessage(), file),
                    e);
        } catch (IOException e) {
            throw new DatabaseException("Cannot read %s: %s\n无法读取 %s".formatted(file, e.getMessage(), file), e);
        }
    }

    private static BackupManifest readManifest(Path file, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(BackupManifest.ENTRY);
        if (entry == null) {
            throw new DatabaseException(
                    "%s has no manifest.json: it is not a backup of Jianhu.\n%s 中没有 manifest.json，不是鉴湖的备份。"
                            .formatted(file, file));
        }
        try (InputStream in = zip.getInputStream(entry)) {
            BackupManifest manifest = JsonMapper.builder().build().readValue(in.readAllBytes(), BackupManifest.class);
            if (manifest.format() != BackupManifest.FORMAT || !BackupManifest.PRODUCT.equals(manifest.product())) {
                throw new DatabaseException(
                        "%s has format %s %d; this program reads %s %d.\n%s 的格式为 %s %d，本程序只能读取 %s %d。"
                                .formatted(
                                        file,
                                        manifest.product(),
                                        manifest.format(),
                                        BackupManifest.PRODUCT,
                                        BackupManifest.FORMAT,
                                        file,
                                        manifest.product(),
                                        manifest.format(),
                                        BackupManifest.PRODUCT,
                                        BackupManifest.FORMAT));
            }
            return manifest;
        }
    }

    private static DatabaseException damaged(Path file, String entry, Exception cause) {
        return new DatabaseException(
                "%s is damaged in entry %s: %s. Nothing was changed; use another backup.\n备份 %s 的条目 %s 已损坏。未做任何更改，请使用其他备份。"
                        .formatted(file, entry, cause.getMessage(), file, entry),
                cause);
    }

    private static void closeQuietly(ZipFile zip) {
        try {
            zip.close();
        } catch (IOException readOnly) {
            throw new java.io.UncheckedIOException(readOnly);
        }
    }
}
