package io.jianhu.standards;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A tab-separated file of rules: lines that begin with {@code #} are comment, the first other line names the columns, an
 * empty cell means none.
 *
 * <p>A table of rules has the columns {@code id edition clause from to source confidence evidence} besides its own;
 * {@code from} and {@code to} may be empty, or missing as columns, where the row holds as long as its edition.
 */
record RuleFile(String path, List<String> columns, List<Row> rows) {

    private static final List<String> SHARED =
            List.of("id", "edition", "clause", "from", "to", "source", "confidence", "evidence");

    /** @throws IllegalStateException when the file is missing or a line of it is defective */
    static RuleFile read(String name) {
        String path = "rules/" + name + ".tsv";
        try (InputStream stream = RuleFile.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the jar: " + path);
            }
            return read(path, new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private static RuleFile read(String path, BufferedReader reader) throws IOException {
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
            String place = path + " line " + number;
            if (cells.size() != columns.size()) {
                throw new IllegalStateException(place + ": " + cells.size() + " cells, not " + columns.size());
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                row.put(columns.get(i), cells.get(i));
            }
            rows.add(new Row(place, Collections.unmodifiableMap(row)));
        }
        return new RuleFile(path, columns, List.copyOf(rows));
    }

    /** The columns that are not common to all tables. */
    List<String> ownColumns() {
        return columns.stream().filter(column -> !SHARED.contains(column)).toList();
    }

    /**
     * One row.
     *
     * @param place file and line, for messages
     */
    record Row(String place, Map<String, String> cells) {

        /** The cell of the column, possibly empty. */
        String text(String column) {
            String text = cells.get(column);
            if (text == null) {
                throw new IllegalStateException(place + ": no column " + column);
            }
            return text;
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
            return Optional.ofNullable(cells.get(column)).filter(text -> !text.isEmpty());
        }

        Optional<LocalDate> findDate(String column) {
            return findText(column).map(text -> {
                try {
                    return LocalDate.parse(text);
                } catch (DateTimeParseException e) {
                    throw new IllegalStateException(place + ": " + column + " is no date: " + text, e);
                }
            });
        }

        Confidence confidence() {
            try {
                return Confidence.ofLabel(required("confidence"));
            } catch (IllegalArgumentException e) {
                throw new IllegalStateException(place + ": " + e.getMessage(), e);
            }
        }

        Rule toRule(Catalogue catalogue) {
            Edition edition = catalogue
                    .findEdition(required("edition"))
                    .orElseThrow(() -> new IllegalStateException(place + ": no edition " + text("edition")));
            Validity validity = new Validity(
                    findDate("from").orElse(edition.validity().from()),
                    findDate("to").or(() -> edition.validity().to()));
            if (!edition.validity().covers(validity)) {
                throw new IllegalStateException(place + ": holds longer than " + edition.id());
            }
            return new Rule(
                    required("id"),
                    edition,
                    required("clause"),
                    validity,
                    required("source"),
                    confidence(),
                    text("evidence"),
                    cells);
        }
    }
}
