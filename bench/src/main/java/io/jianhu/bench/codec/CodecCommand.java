package io.jianhu.bench.codec;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** {@code bench codec}: runs {@link CodecBenchmarks} and prints the table of docs/PERFORMANCE.md. */
public final class CodecCommand {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final PrintStream out;

    public CodecCommand(PrintStream out) {
        this.out = out;
    }

    public static String usage() {
        return "  bench codec                   CRC, scanner, records and splitter against floors, about 45 s\n";
    }

    public void run() throws RunnerException {
        double meanBytes = FrameMix.frames().stream()
                .mapToInt(frame -> frame.length)
                .average()
                .orElseThrow();
        out.printf(Locale.ROOT, "%d frames, mean %.1f bytes%n", CodecBenchmarks.FRAMES, meanBytes);
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(CodecBenchmarks.class.getName().replace(".", "\\.") + "\\..*")
                        .addProfiler(GCProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        Map<String, RunResult> byName = results.stream()
                .collect(Collectors.toMap(result -> result.getPrimaryResult().getLabel(), result -> result));
        out.printf("%-18s %10s %10s %10s %12s%n", "", "ns/frame", "± 99.9 %", "MB/s", "B/frame");
        for (String name : new String[] {"floorCrc", "floorDelimiters", "splitter", "visitor", "records"}) {
            RunResult result = byName.get(name);
            if (result == null) {
                throw new IllegalStateException("benchmark " + name + " did not finish");
            }
            Result<?> time = result.getPrimaryResult();
            out.printf(
                    Locale.ROOT,
                    "%-18s %10.1f %10.1f %10.0f %12.1f%n",
                    name,
                    time.getScore(),
                    time.getScoreError(),
                    meanBytes / time.getScore() * 1_000,
                    allocation(result));
        }
        double floors = score(byName, "floorCrc") + score(byName, "floorDelimiters");
        out.printf(Locale.ROOT, "visitor / (floorCrc + floorDelimiters) = %.2f%n", score(byName, "visitor") / floors);
    }

    private static double allocation(RunResult result) {
        Result<?> bytes = result.getSecondaryResults().get(ALLOCATION);
        return bytes == null ? Double.NaN : bytes.getScore();
    }

    private static double score(Map<String, RunResult> results, String name) {
        RunResult result = results.get(name);
        return result == null ? Double.NaN : result.getPrimaryResult().getScore();
    }
}
