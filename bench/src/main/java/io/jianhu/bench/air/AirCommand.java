package io.jianhu.bench.air;

import io.jianhu.bench.ProcessorTimeProfiler;
import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** {@code bench air}: runs {@link AirBenchmarks} and prints the table of docs/PERFORMANCE.md. */
public final class AirCommand {

    private static final String FLOOR = "floorSum";
    private static final List<String> STAGES = List.of("days", "index", "year", "ranking", "whole");

    private final PrintStream out;

    public AirCommand(PrintStream out) {
        this.out = out;
    }

    public static String usage() {
        return "  bench air                     a year of 1 500 stations and 6 pollutants against a loop that sums, about 90 s\n";
    }

    public void run() throws RunnerException {
        out.printf(
                Locale.ROOT,
                "%d stations, %d pollutants, %d hours: %,d values, one thread%n",
                NetworkYear.STATIONS,
                NetworkYear.COLUMNS.size(),
                NetworkYear.HOURS,
                AirBenchmarks.VALUES);
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(AirBenchmarks.class.getName().replace(".", "\\.") + "\\..*")
                        .addProfiler(ProcessorTimeProfiler.class)
                        .verbosity(VerboseMode.SILENT)
                        .build())
                .run();
        Map<String, RunResult> byName = results.stream()
                .collect(Collectors.toMap(result -> result.getPrimaryResult().getLabel(), result -> result));
        double floor = nanos(byName, FLOOR);
        out.println("processor time, mean of the iterations, per hourly value of the network's year");
        out.printf("%-10s %9s %9s %12s %9s%n", "", "ns/value", "ms/year", "million/s", "x floor");
        print(FLOOR, floor, floor);
        for (String stage : STAGES) {
            print(stage, nanos(byName, stage), floor);
        }
    }

    private void print(String stage, double nanos, double floor) {
        out.printf(
                Locale.ROOT,
                "%-10s %9.3f %9.1f %12.0f %9.2f%n",
                stage,
                nanos,
                nanos * AirBenchmarks.VALUES / 1e6,
                1_000 / nanos,
                nanos / floor);
    }

    private static double nanos(Map<String, RunResult> results, String name) {
        RunResult result = results.get(name);
        if (result == null) {
            throw new IllegalStateException("benchmark " + name + " did not finish");
        }
        Result<?> processor = result.getSecondaryResults().get(ProcessorTimeProfiler.LABEL);
        if (processor == null) {
            throw new IllegalStateException("no processor time for " + name);
        }
        return processor.getScore();
    }
}
