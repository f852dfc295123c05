package io.jianhu.platform.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/** A data folder of a fault test's own under {@code target/faults}, gone when closed. */
public final class FaultFolder implements AutoCloseable {

    private final Path path;

    private FaultFolder(Path path) {
        this.path = path;
    }

    public static FaultFolder create(String name) throws IOException {
        Path path = Path.of("target/faults", name + "-" + UUID.randomUUID()).toAbsolutePath();
        return new FaultFolder(Files.createDirectories(path));
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            all.sorted(Comparator.reverseOrder()).forEach(FaultFolder::delete);
        }
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
