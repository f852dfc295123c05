package io.jianhu.bench.codec;

import io.jianhu.bench.ProcessorTimeProfiler;
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
                        .addProfiler(ProcessorTimeProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        Map<String, RunResult> byName = results.stream()
                .collect(Collectors.toMap(result -> result.getPrimaryResult().getLabel(), result -> result));
        out.println("processor time, mean of the iterations; elapsed is the same on an idle machine");
        out.printf("%-16s %9s %8s %9s %9s %8s%n", "", "ns/frame", "+-99.9%", "elapsed", "MB/s", "B/frame");
        for (String name : new String[] {"floorCrc", "floorDelimiters", "splitter", "visitor", "records", "json"}) {
            RunResult result = get(byName, name);
            Result<?> processor = secondary(result, ProcessorTimeProfiler.LABEL);
            out.printf(
                    Locale.ROOT,
                    "%-16s %9.1f %8.1f %9.1f %9.0f %8.1f%n",
                    name,
                    processor.getScore(),
                    processor.getScoreError(),
                    result.getPrimaryResult().getScore(),
                    meanBytes / processor.getScore() * 1_000,
                    secondary(result, ALLOCATION).getScore());
        }
        double floors = processorTime(byName, "floorCrc") + processorTime(byName, "floorDelimiters");
        out.printf(
                Locale.ROOT,
                "visitor / (floorCrc + floorDelimiters) = %.2f%n",
                processorTime(byName, "visitor") / floors);
    }

    private static double processorTime(Map<String, RunResult> results, String name) {
        return secondary(get(results, name), ProcessorTimeProfiler.LABEL).getScore();
    }

    private static RunResult get(Map<String, RunResult> results, String name) {
        RunResult result = results.get(name);
        if (result == null) {
            throw new IllegalStateException("benchmark " + name + " did not finish");
        }
        return result;
    }

    private static Result<?> secondary(RunResult result, String label) {
        Result<?> found = result.getSecondaryResults().get(label);
        if (found == null) {
            throw new IllegalStateException(
                    "no " + label + " for " + result.getPrimaryResult().getLabel());
        }
        return found;
    }
}
