package io.jianhu.platform.database.internal;

import io.jianhu.platform.database.DatabaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Under which account the PostgreSQL programs run. PostgreSQL refuses to run as root, and rightly so.
 *
 * @param prefix words before the command line that make the change
 * @param owner uid that must own the cluster; empty: whoever runs this process
 */
record ServerAccount(List<String> prefix, Optional<Integer> owner) {

    private static final int NOBODY = 65534;
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
    /** In a user namespace without a mapping geteuid() is not 0, while files are still opened as their real owner. */
    private static final List<String> IN_USER_NAMESPACE = List.of("unshare", "-U");

    /**
     * Chooses for this process and this folder.
     *
     * @param reachable a folder the programs must be able to enter
     */
    static ServerAccount choose(Path reachable) {
        if (!isRoot()) {
            return new ServerAccount(List.of(), Optional.empty());
        }
        if (succeeds(concat(AS_NOBODY, List.of("test", "-x", reachable.toString())))) {
            return new ServerAccount(AS_NOBODY, Optional.of(NOBODY));
        }
        if (succeeds(concat(IN_USER_NAMESPACE, List.of("sh", "-c", "test \"$(id -u)\" != 0")))) {
            return new ServerAccount(IN_USER_NAMESPACE, Optional.of(0));
        }
        throw new DatabaseException("""
                PostgreSQL must not run as root, and neither setpriv nor unshare (package util-linux) can change that here.
                Run Jianhu as an ordinary user (useradd -m jianhu), or install util-linux and put JIANHU_DATA where every user may pass, or set JIANHU_DB_URL.
                PostgreSQL 不能以 root 运行，而此处 setpriv 与 unshare（util-linux 软件包）都不可用。
                请以普通用户运行鉴湖（useradd -m jianhu），或安装 util-linux 并把 JIANHU_DATA 放在其他用户可进入的目录，或设置 JIANHU_DB_URL。""");
    }

    List<String> commandLine(List<String> command) {
        return concat(prefix, command);
    }

    /** Gives a folder to the account; moving a cluster between accounts is how a folder copied by root opens again. */
    void give(Path folder) throws IOException {
        if (owner.isPresent()) {
            Trees.give(folder, owner.get());
        }
    }

    static boolean isRoot() {
        try {
            return Files.isDirectory(Path.of("/proc/self"))
                    ? Trees.uid(Path.of("/proc/self")) == 0
                    : "root".equals(System.getProperty("user.name"));
        } catch (IOException e) {
            return "root".equals(System.getProperty("user.name"));
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<String> concat(List<String> head, List<String> tail) {
        List<String> all = new ArrayList<>(head);
        all.addAll(tail);
        return List.copyOf(all);
    }
}
