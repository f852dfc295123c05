package io.jianhu.bench;

import io.jianhu.bench.air.AirCommand;
import io.jianhu.bench.city.SimulateCommand;
import io.jianhu.bench.codec.CodecCommand;
import io.jianhu.bench.load.IngestCommand;
import io.jianhu.bench.replay.ReplayCommand;
import java.util.List;

/** The commands of this module: {@code simulate}, {@code replay}, {@code bench ingest|codec|air}. */
public final class Cli {

    private Cli() {}

    /** Exits with 0 when done, 1 when it failed, 2 when the command line was wrong. */
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    private static int run(List<String> line) {
        try {
            dispatch(line);
            return 0;
        } catch (UsageException e) {
            System.err.println(e.getMessage());
            System.err.println();
            System.err.print(usage());
            return 2;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (Exception e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static void dispatch(List<String> line) throws Exception {
        String command = line.isEmpty() ? "" : line.getFirst();
        List<String> rest = line.isEmpty() ? List.of() : line.subList(1, line.size());
        switch (command) {
            case "simulate" -> new SimulateCommand(System.out).run(rest);
            case "replay" -> new ReplayCommand(System.out).run(rest);
            case "bench" -> bench(rest);
            default -> throw new UsageException("unknown command '" + command + "'");
        }
    }

    private static void bench(List<String> line) throws Exception {
        String what = line.isEmpty() ? "" : line.getFirst();
        switch (what) {
            case "ingest" -> new IngestCommand(System.out).run(line.subList(1, line.size()));
            case "codec" -> new CodecCommand(System.out).run();
            case "air" -> new AirCommand(System.out).run();
            default -> throw new UsageException("unknown benchmark '" + what + "'");
        }
    }

    private static String usage() {
        return SimulateCommand.usage()
                + ReplayCommand.usage()
                + IngestCommand.usage()
                + CodecCommand.usage()
                + AirCommand.usage();
    }
}
