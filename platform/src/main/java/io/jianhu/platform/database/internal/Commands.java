package io.jianhu.platform.database.internal;

import java.io.IOException;

/** Programs of the operating system. */
final class Commands {

    private Commands() {}

    /** Sends a signal; a process that is already gone is fine. */
    static void signal(long pid, String name) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -s " + name + " " + pid)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
