package io.jianhu.platform;

import io.jianhu.platform.database.CliCommand;
import io.jianhu.platform.database.Database;
import io.jianhu.platform.database.DatabaseException;
import io.jianhu.platform.database.DatabaseSettings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.springframework.boot.SpringApplication;

/**
 * {@code ./jianhu COMMAND}: everything the platform does from a shell. Only {@code run} starts Spring.
 *
 * <p>Exit codes: 0 done, 1 refused or found broken, 2 wrong usage; {@code run} ends with 130 after Ctrl-C and 143 after
 * SIGTERM, both clean.
 */
public final class Cli {

    private static final int REFUSED = 1;
    private static final int USAGE = 2;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    private Cli(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    static void main(String[] args) {
        Cli cli = new Cli(System.getenv(), utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        List<String> words = Arrays.asList(args);
        if (!words.isEmpty() && words.getFirst().equals("run")) {
            cli.startPlatform(args);
            return;
        }
        System.exit(cli.dispatch(words));
    }

    private void startPlatform(String[] args) {
        try {
            SpringApplication application = new SpringApplication(JianhuPlatform.class);
            application.addListeners(new Welcome(out));
            application.run(Arrays.copyOfRange(args, 1, args.length));
        } catch (RuntimeException e) {
            Optional<DatabaseException> told = findDatabaseException(e);
            told.ifPresent(known -> err.println(known.getMessage()));
            if (told.isEmpty()) {
                err.println("Jianhu could not start; the reason is in the log above.\n鉴湖未能启动，原因见上面的日志。");
            }
            System.exit(REFUSED);
        }
    }

    private int dispatch(List<String> words) {
        System.setProperty("logback.configurationFile", "logback-command.xml");
        if (words.isEmpty()) {
            return usage();
        }
        String name = words.getFirst();
        List<String> rest = words.subList(1, words.size());
        try {
            DatabaseSettings settings = DatabaseSettings.of(environment);
            Optional<CliCommand> command = ServiceLoader.load(CliCommand.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst();
            if (command.isEmpty()) {
                return usage();
            }
            try (Database database = Database.connect(settings)) {
                database.migrate();
                return command.get().run(rest, database, out);
            }
        } catch (DatabaseException e) {
            err.println(e.getMessage());
            return REFUSED;
        } finally {
            out.flush();
        }
    }

    private int usage() {
        TreeSet<String> names = new TreeSet<>(List.of("run"));
        ServiceLoader.load(CliCommand.class).forEach(command -> names.add(command.name()));
        err.println("Usage: ./jianhu COMMAND   用法：./jianhu 命令");
        err.println("  " + String.join(" | ", names));
        return USAGE;
    }

    private static Optional<DatabaseException> findDatabaseException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseException known) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
