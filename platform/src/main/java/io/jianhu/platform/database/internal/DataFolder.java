package io.jianhu.platform.database.internal;

import io.jianhu.platform.database.DatabaseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * The names of what lies in the data folder.
 *
 * <p>{@code pg} is the cluster, {@code pg-bin} the unpacked programs, {@code pg-log} the server's own log, {@code pg.log} what
 * it says before that log is open, {@code pg.port} and {@code pg.password} how to reach it, {@code jianhu.lock} the guard.
 */
record DataFolder(Path root) {

    private static final Set<PosixFilePermission> OTHERS_MAY_PASS = PosixFilePermissions.fromString("rwx--x--x");
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    Path cluster() {
        return root.resolve("pg");
    }

    Path binaries() {
        return root.resolve("pg-bin");
    }

    Path logFolder() {
        return root.resolve("pg-log");
    }

    Path startLog() {
        return root.resolve("pg.log");
    }

    Path lock() {
        return root.resolve("jianhu.lock");
    }

    private Path portFile() {
        return root.resolve("pg.port");
    }

    private Path passwordFile() {
        return root.resolve("pg.password");
    }

    boolean holdsCluster() {
        return Files.isRegularFile(cluster().resolve("PG_VERSION"));
    }

    void create() {
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(root);
                Files.setPosixFilePermissions(root, OTHERS_MAY_PASS);
            }
        } catch (IOException e) {
            throw new DatabaseException("""
                    Cannot create the data folder %s. Choose another one with JIANHU_DATA.
                    无法建立数据目录 %s，请用 JIANHU_DATA 另选一处。""".formatted(root, root), e);
        }
    }

    Optional<Integer> findPort() throws IOException {
        return read(portFile()).map(Integer::valueOf);
    }

    void rememberPort(int port) throws IOException {
        if (!findPort().equals(Optional.of(port))) {
            Files.writeString(portFile(), port + "\n");
        }
    }

    Optional<String> findPassword() throws IOException {
        return read(passwordFile());
    }

    /** The superuser's password: 192 random bits, made once, readable by the owner alone. */
    String password() throws IOException {
        Optional<String> known = findPassword();
        if (known.isPresent()) {
            return known.get();
        }
        if (holdsCluster()) {
            throw new DatabaseException("""
                    %s is missing: without it the cluster beside it cannot be opened. Put the file back, or restore a backup into an empty folder.
                    缺少 %s，无法打开同目录下的数据库。请放回该文件，或把备份恢复到空目录。""".formatted(passwordFile(), passwordFile()));
        }
        byte[] secret = new byte[24];
        new SecureRandom().nextBytes(secret);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        writePrivate(passwordFile(), password + "\n");
        return password;
    }

    static void writePrivate(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
    }
}
