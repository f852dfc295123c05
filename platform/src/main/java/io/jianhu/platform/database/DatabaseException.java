package io.jianhu.platform.database;

/**
 * The database cannot be reached, started, saved or restored. The message says what is wrong and what to do, in English and
 * then in Chinese, and is meant to be shown to the person who started the program.
 */
public class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseException(String message) {
        super(message);
    }

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
