package io.jianhu.bench.load;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** The result of {@code bench ingest} as a table for {@code docs/PERFORMANCE.md}. */
record IngestReport(
        LoadPlan plan, LoadResult result, IngestCommand.ProcessorTimes spent, Optional<CopyBaseline.Result> copy) {

    String toMarkdown() {
        StringBuilder table = new StringBuilder("| what | measured |\n|---|---:|\n");
        row(table, "connections", "%d", result.connected());
        row(
                table,
                "offered",
                "%s",
                plan.rate().isPresent()
                        ? String.format(
                                Locale.ROOT, "%.0f frames/s", plan.rate().getAsDouble())
                        : "closed loop, " + plan.window() + " under way on each connection");
        row(table, "frame", "%d bytes", result.frameBytes());
        row(table, "acknowledged", "%,.0f frames/s", result.answeredPerSecond());
        row(table, "acknowledgement p50", "%.2f ms", millis(0.50));
        row(table, "acknowledgement p99", "%.2f ms", millis(0.99));
        row(table, "acknowledgement p99.9", "%.2f ms", millis(0.999));
        row(table, "acknowledgement max", "%.2f ms", result.latency().max() / 1e6);
        row(
                table,
                "never acknowledged / connections lost / other frames",
                "%d / %d / %d",
                result.unanswered(),
                result.lost(),
                result.strangers());
        processor(table, "platform", spent.platform());
        processor(table, "PostgreSQL", spent.database());
        processor(table, "generator", spent.generator());
        copy.ifPresent(floor -> {
            row(table, "frames to a commit", "%.1f", floor.rowsPerCommit());
            row(
                    table,
                    "plain COPY of the same rows, as many to a commit",
                    "%,.0f rows/s, PostgreSQL %.1f µs/row",
                    floor.rowsPerSecond(),
                    floor.databaseMicrosPerRow());
            row(table, "ratio to plain COPY", "%.2f", result.answeredPerSecond() / floor.rowsPerSecond());
        });
        return table.toString();
    }

    private double millis(double share) {
        return result.latency().percentile(share) / 1e6;
    }

    private void processor(StringBuilder table, String whose, Duration time) {
        if (time.isZero()) {
            return;
        }
        row(
                table,
                "processor, " + whose,
                "%.1f µs/frame, %.0f %% of a core",
                time.toNanos() / 1e3 / Math.max(1, result.answered()),
                100.0 * time.toNanos() / result.measured().toNanos());
    }

    private static void row(StringBuilder table, String what, String format, Object... values) {
        table.append("| ")
                .append(what)
                .append(" | ")
                .append(String.format(Locale.ROOT, format, values))
                .append(" |\n");
    }
}
