package io.jianhu.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page under {@code docs} that is written from the code: with {@code -Djianhu.docs=write} anew, else held to it. */
final class ReferenceFile {

    private ReferenceFile() {}

    static void holds(String name, String generated) {
        Path file = Path.of("../docs").resolve(name);
        try {
            if ("write".equals(System.getProperty("jianhu.docs"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, generated);
            }
            assertThat(Files.exists(file) ? Files.readString(file) : "")
                    .as("docs/%s is stale: run the test again with -Djianhu.docs=write and commit it", name)
                    .isEqualTo(generated);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
