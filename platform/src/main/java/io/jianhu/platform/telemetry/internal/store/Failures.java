package io.jianhu.platform.telemetry.internal.store;

import java.sql.SQLException;
import java.util.Optional;

/** Tells a refusal of content from a database in trouble (PostgreSQL documentation, appendix A, error codes). */
final class Failures {

    private Failures() {}

    /**
     * Whether the database refused what the batch says, so that trying the same again cannot help: data exception (22),
     * integrity (23), cardinality (21), program limit (54), or an exception of our own code.
     */
    static boolean blameContent(Throwable failure) {
        Optional<String> state = findState(failure);
        if (state.isEmpty()) {
            return findSqlException(failure).isEmpty();
        }
        String kind = state.get().length() < 2 ? "" : state.get().substring(0, 2);
        return kind.equals("22") || kind.equals("23") || kind.equals("21") || kind.equals("54");
    }

    /** One line for health and log: what the database said, with its code. */
    static String describe(Throwable failure) {
        String message = findSqlException(failure)
                .map(Throwable::getMessage)
                .or(() -> Optional.ofNullable(failure.getMessage()))
                .orElse(failure.getClass().getSimpleName());
        String line = message.lines().findFirst().orElse("");
        return findState(failure)
                .map(state -> line + " [SQLSTATE " + state + "]")
                .orElse(line);
    }

    private static Optional<String> findState(Throwable failure) {
        return findSqlException(failure).map(SQLException::getSQLState);
    }

    private static Optional<SQLException> findSqlException(Throwable failure) {
        SQLException found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && (found == null || found.getSQLState() == null)) {
                found = sql;
            }
        }
        return Optional.ofNullable(found);
    }
}
