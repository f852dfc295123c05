package io.jianhu.platform.identity.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;

/** CSV as RFC 4180 has it. A cell that a spreadsheet would take for a formula is written as text. */
final class Csv {

    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    static void write(Writer out, List<String> cells) {
        try {
            String separator = "";
            for (String cell : cells) {
                out.write(separator);
                out.write(quoted(cell));
                separator = ",";
            }
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String cell) {
        String safe = !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
        return safe.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r')
                ? '"' + safe.replace("\"", "\"\"") + '"'
                : safe;
    }
}
