package io.jianhu.hj212.cli;

import io.jianhu.hj212.DeviceProfile;
import io.jianhu.hj212.Edition;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.hj212.FrameSplitter;
import io.jianhu.hj212.Sm4Key;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code jianhu decode FILE|-}: raw bytes in, one JSON object a line out. */
public final class DecodeCommand {

    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int BLOCK_BYTES = 256 * 1_024;

    private static final String USAGE = """
            Usage: decode [--lang en|zh] [--edition 2005|2017|2025|surface-water] [--sm4 KEY] FILE|-

            Reads raw HJ 212 bytes from FILE, or from standard input for -, and writes one JSON object a line for every
            frame and every run of junk:

              offset    of the frame in the stream, in bytes
              length    in bytes, tail included
              verdict   accepted, accepted-with-findings, rejected, junk
              findings  [code, at, message]; at is the byte offset from the first # of the frame
              edition   2005, 2017, 2025, surface-water
              qn st cn mn flag pnum pno
                        as sent; null where absent. Of a rejected frame as far as they could be read
              time      DataTime as ISO 8601 with +08:00; null where absent or impossible
              items     [factor, as_sent, name, unit, values, flag]: factor is the code of 2017, as_sent the one that came;
                        values maps suffix to text as sent, to an array of texts where an item repeats the suffix;
                        flag is the data mark (its first, if repeated; others stay in values).
                        unit is that of a concentration; amounts (Cou) have their own, see docs/HJ212.md
              fields    [key, value]: what the data area holds besides items and time

              --lang    language of messages and names, en by default
              --edition edition of the sender, where known; otherwise told by Flag, ST, MN and date
              --sm4     key of the sender, 32 hex digits, for the encrypted data area of HJ 212-2025

            At the end a line on standard error counts frames by verdict and tells MB/s.
            Exit status: 0 when all was read, 1 when reading or writing failed, 2 when the command line is wrong.
            """;

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;

    /** Reads {@code in} for the file name {@code -}. */
    public DecodeCommand(InputStream in, OutputStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.exit(new DecodeCommand(System.in, out, System.err).run(List.of(args)));
    }

    private record Options(Language language, DeviceProfile profile, String file) {}

    private static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /** Returns the exit status. */
    public int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            return write(USAGE);
        }
        try {
            Options options = parse(arguments);
            if (options.file.equals("-")) {
                decode(in, options);
            } else {
                try (InputStream file = Files.newInputStream(Path.of(options.file))) {
                    decode(file, options);
                }
            }
            return OK;
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.println();
            err.print(USAGE);
            return WRONG_USAGE;
        } catch (NoSuchFileException e) {
            err.println("there is no file " + e.getFile());
            return FAILED;
        } catch (IOException | UncheckedIOException e) {
            err.println("reading or writing failed: " + e.getMessage());
            return FAILED;
        }
    }

    private void decode(InputStream stream, Options options) throws IOException {
        long start = System.nanoTime();
        Tally tally = new Tally();
        JsonLines lines = new JsonLines(out, options.language, options.profile, tally);
        FrameSplitter splitter = new FrameSplitter(FrameLimits.DEFAULT, FrameSplitter.HandOut.WITH_TAIL);
        byte[] block = new byte[BLOCK_BYTES];
        long bytes = 0;
        for (int read = stream.read(block); read >= 0; read = stream.read(block)) {
            splitter.feed(block, 0, read, lines);
            bytes += read;
            if (stream.available() == 0) {
                lines.flush();
            }
        }
        splitter.end(lines);
        lines.finish();
        err.println(tally.summary(bytes, System.nanoTime() - start));
    }

    private int write(String text) {
        try {
            out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            out.flush();
            return OK;
        } catch (IOException e) {
            return FAILED;
        }
    }

    private static Options parse(List<String> arguments) throws UsageException {
        Language language = Language.EN;
        Optional<Edition> edition = Optional.empty();
        Optional<Sm4Key> key = Optional.empty();
        List<String> files = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            switch (argument) {
                case "--lang" -> language = language(value(arguments, ++i));
                case "--edition" -> edition = Optional.of(edition(value(arguments, ++i)));
                case "--sm4" -> key = Optional.of(key(value(arguments, ++i)));
                default -> {
                    if (argument.startsWith("--")) {
                        throw new UsageException("unknown option " + argument);
                    }
                    files.add(argument);
                }
            }
        }
        if (files.size() != 1) {
            throw new UsageException(files.isEmpty() ? "name a file, or - for standard input" : "name one file only");
        }
        return new Options(language, new DeviceProfile(edition, key), files.getFirst());
    }

    private static String value(List<String> arguments, int index) throws UsageException {
        if (index >= arguments.size()) {
            throw new UsageException(arguments.getLast() + " needs a value");
        }
        return arguments.get(index);
    }

    private static Language language(String text) throws UsageException {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "en" -> Language.EN;
            case "zh" -> Language.ZH;
            default -> throw new UsageException("--lang is en or zh, not " + text);
        };
    }

    private static Edition edition(String text) throws UsageException {
        try {
            return Edition.ofLabel(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() == null ? "unknown edition" : e.getMessage());
        }
    }

    private static Sm4Key key(String text) throws UsageException {
        try {
            return Sm4Key.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--sm4 is 32 hex digits");
        }
    }
}
