package io.jianhu.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A page under {@code docs} that is written from the rules: with {@code -Djianhu.docs=write} anew, else held to it. */
final class MarkdownPage {

    private final StringBuilder text = new StringBuilder(200_000);

    void line(String line) {
        text.append(line).append('\n');
    }

    void heading(int level, String title) {
        line("");
        line("#".repeat(level) + " " + title);
        line("");
    }

    void tableHead(List<String> columns) {
        row(columns.toArray());
        line("|" + "---|".repeat(columns.size()));
    }

    void row(Object... cells) {
        line(Arrays.stream(cells)
                .map(cell -> cell.toString().replace("|", "\\|").replace("\n", " "))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    /** A name that a link can point to. */
    static String anchor(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Writes the page, or fails when the committed one says something else. */
    void verify(String name, Class<?> test) {
        Path page = Path.of("..", "docs", name);
        try {
            if ("write".equals(System.getProperty("jianhu.docs"))) {
                Files.createDirectories(page.toAbsolutePath().getParent());
                Files.writeString(page, text);
            }
            assertThat(Files.exists(page) ? Files.readString(page) : "")
                    .as(
                            "docs/%s is stale: run ./mvnw -pl standards test -Dtest=%s -Djianhu.docs=write",
                            name, test.getSimpleName())
                    .isEqualTo(text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
