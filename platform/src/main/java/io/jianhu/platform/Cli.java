package io.jianhu.platform;

import io.jianhu.platform.assessment.JudgeCommand;
import io.jianhu.platform.database.BackupReport;
import io.jianhu.platform.database.Backups;
import io.jianhu.platform.database.CliCommand;
import io.jianhu.platform.database.Database;
import io.jianhu.platform.database.DatabaseException;
import io.jianhu.platform.database.DatabaseSettings;
import io.jianhu.platform.database.Doctor;
import io.jianhu.platform.database.Doctor.Diagnosis;
import io.jianhu.platform.database.Doctor.Gravity;
import io.jianhu.platform.database.ExistingTables;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
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

    private static final int DONE = 0;
    private static final int REFUSED = 1;
    private static final int USAGE = 2;
    private static final String REPLACE = "--replace";

    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    Cli(Map<String, String> environment, Clock clock, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    static void main(String[] args) {
        Clock clock = new JianhuPlatform().clock();
        Cli cli = new Cli(System.getenv(), clock, utf8(FileDescriptor.out), utf8(FileDescriptor.err));
        List<String> words = List.of(args);
        if (!words.isEmpty() && words.getFirst().equals("run")) {
            cli.startPlatform(words.subList(1, words.size()));
            return;
        }
        System.setProperty("logback.configurationFile", "logback-command.xml");
        System.exit(cli.dispatch(words));
    }

    private void startPlatform(List<String> springArguments) {
        try {
            SpringApplication application = new SpringApplication(JianhuPlatform.class);
            application.addListeners(new Welcome(out));
            application.run(springArguments.toArray(String[]::new));
        } catch (RuntimeException e) {
            err.println(findDatabaseException(e)
                    .map(DatabaseException::getMessage)
                    .orElse("Jianhu could not start; the reason is in the log above.\n鉴湖未能启动，原因见上面的日志。"));
            System.exit(REFUSED);
        }
    }

    /** Runs one command other than {@code run}; the result is the exit code. */
    int dispatch(List<String> words) {
        if (words.isEmpty()) {
            return usage();
        }
        List<String> rest = words.subList(1, words.size());
        if (words.getFirst().equals("judge")) {
            return new JudgeCommand(new FileInputStream(FileDescriptor.in), out, err).run(rest);
        }
        try {
            DatabaseSettings settings = DatabaseSettings.of(environment);
            return switch (words.getFirst()) {
                case "backup" -> backup(settings, rest);
                case "restore" -> restore(settings, rest);
                case "doctor" -> doctor(settings);
                default -> runFound(words.getFirst(), settings, rest);
            };
        } catch (DatabaseException e) {
            err.println(e.getMessage());
            return REFUSED;
        } finally {
            out.flush();
        }
    }

    private int backup(DatabaseSettings settings, List<String> words) {
        if (words.size() != 1) {
            return usage();
        }
        try (Database database = Database.connect(settings)) {
            BackupReport saved = Backups.save(database, Path.of(words.getFirst()), clock);
            out.printf(
                    "Saved %,d rows of %,d tables in %s (%,d bytes)%n",
                    saved.rows(), saved.tables(), saved.file(), saved.bytes());
            out.printf("已备份 %,d 张表，共 %,d 行：%s%n", saved.tables(), saved.rows(), saved.file());
            return DONE;
        }
    }

    private int restore(DatabaseSettings settings, List<String> words) {
        List<String> files =
                words.stream().filter(word -> !word.equals(REPLACE)).toList();
        if (files.size() != 1) {
            return usage();
        }
        ExistingTables existing = words.contains(REPLACE) ? ExistingTables.REPLACE : ExistingTables.REFUSE;
        try (Database database = Database.open(settings)) {
            BackupReport restored = Backups.restore(database, Path.of(files.getFirst()), existing);
            database.migrate();
            out.printf(
                    "Restored %,d rows of %,d tables from %s%n", restored.rows(), restored.tables(), restored.file());
            out.printf("已从 %s 恢复 %,d 张表，共 %,d 行%n", restored.file(), restored.tables(), restored.rows());
            return DONE;
        }
    }

    private int doctor(DatabaseSettings settings) {
        List<Diagnosis> found = Doctor.examine(settings, environment);
        for (Diagnosis diagnosis : found) {
            String mark = switch (diagnosis.gravity()) {
                case OK -> "ok      ";
                case OPTIONAL -> "optional";
                case MISSING -> "MISSING ";
            };
            out.printf("%s  %s  |  %s%n", mark, diagnosis.what(), diagnosis.whatZh());
            List.of(diagnosis.remedy(), diagnosis.remedyZh()).stream()
                    .filter(remedy -> !remedy.isEmpty())
                    .forEach(remedy -> out.printf("          → %s%n", remedy));
        }
        boolean healthy = found.stream().noneMatch(diagnosis -> diagnosis.gravity() == Gravity.MISSING);
        out.println(healthy ? "Ready to run.  可以运行。" : "Not ready; see MISSING.  尚不能运行，见 MISSING 各项。");
        return healthy ? DONE : REFUSED;
    }

    private int runFound(String name, DatabaseSettings settings, List<String> words) {
        Optional<CliCommand> command = ServiceLoader.load(CliCommand.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        if (command.isEmpty()) {
            return usage();
        }
        try (Database database = Database.connect(settings)) {
            database.migrate();
            return command.get().run(words, database, out);
        }
    }

    private int usage() {
        TreeSet<String> names = new TreeSet<>(
                List.of("run", "backup FILE", "restore FILE [" + REPLACE + "]", "doctor", "judge [--working] FILE|-"));
        ServiceLoader.load(CliCommand.class).forEach(command -> names.add(command.name() + " …"));
        err.println("Usage: ./jianhu COMMAND   用法：./jianhu 命令");
        names.forEach(name -> err.println("  " + name));
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
