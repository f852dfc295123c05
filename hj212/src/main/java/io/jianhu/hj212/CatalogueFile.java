package io.jianhu.hj212;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A tab-separated file beside the classes: lines beginning with {@code #} are comment, the first other line names the
 * columns. An empty cell means none. A defect in such a file is a bug of ours and throws when the catalogue is first used.
 */
final class CatalogueFile {

    private CatalogueFile() {}

    /** The rows of {@code catalogue/<name>.tsv} in file order. */
    static List<Row> read(String name) {
        String path = "catalogue/" + name + ".tsv";
        try (InputStream stream = CatalogueFile.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the jar: " + path);
            }
            return read(path, new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static List<Row> read(String path, BufferedReader reader) throws IOException {
        List<String> columns = List.of();
        List<Row> rows = new ArrayList<>();
        int number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split("\t", -1));
            if (columns.isEmpty()) {
                columns = cells;
                continue;
            }
            if (cells.size() != columns.size()) {
                throw new IllegalStateException(
                        path + " line " + number + ": " + cells.size() + " cells, not " + columns.size());
            }
            rows.add(new Row(path + " line " + number, columns, cells));
        }
        return List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param place file and line, for messages
     */
    record Row(String place, List<String> columns, List<String> cells) {

        /** The cell of the column, possibly empty. */
        String text(String column) {
            int index = columns.indexOf(column);
            if (index < 0) {
                throw new IllegalStateException(place + ": no column " + column);
            }
            return cells.get(index);
        }

        /** The cell of the column, which may not be empty. */
        String required(String column) {
            String text = text(column);
            if (text.isEmpty()) {
                throw new IllegalStateException(place + ": empty " + column);
            }
            return text;
        }

        Optional<String> findText(String column) {
            return Optional.of(text(column)).filter(text -> !text.isEmpty());
        }

        Confidence confidence() {
            return Confidence.ofLabel(required("confidence"));
        }

        <E extends Enum<E>> E constant(Class<E> type, String column) {
            return Enum.valueOf(type, required(column).toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
