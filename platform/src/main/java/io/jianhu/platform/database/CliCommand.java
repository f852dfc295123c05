package io.jianhu.platform.database;

import java.io.PrintStream;
import java.util.List;

/**
 * A command of {@code ./jianhu} that works on the database, with or without a running platform. Found by
 * {@link java.util.ServiceLoader}: name the class in {@code META-INF/services/io.jianhu.platform.database.CliCommand}.
 */
public interface CliCommand {

    /** The first word after {@code ./jianhu}. */
    String name();

    /**
     * Does it.
     *
     * @param args the words after the name
     * @param db migrated to the version of this program
     * @param out where the answer goes
     * @return the exit code of the process: 0 done, 1 refused or found broken, 2 wrong usage
     */
    int run(List<String> args, Database db, PrintStream out);
}
