package io.jianhu.platform.database.internal;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Facts about this machine, found without changing it. */
public final class HostCheck {

    /** Below this the database soon has no room for its write-ahead log. */
    public static final long LEAST_FREE_MEGABYTES = 2048;

    private final Path dataFolder;
    private final String searchPath;

    public HostCheck(Path dataFolder, String searchPath) {
        this.dataFolder = dataFolder;
        this.searchPath = searchPath;
    }

    /** Whether the folder, or the nearest one above it that exists, can be written in. */
    public boolean isDataFolderWritable() {
        return Files.isWritable(nearest());
    }

    /** Room on the disk of the data folder. */
    public long freeMegabytes() {
        try {
            return Files.getFileStore(nearest()).getUsableSpace() >> 20;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Whether a Jianhu runs on the data folder. */
    public boolean isInUse() {
        DataFolder folder = new DataFolder(dataFolder);
        if (!Files.exists(folder.lock()) || !Files.isWritable(folder.lock())) {
            return false;
        }
        Optional<DataFolderLock> free = DataFolderLock.find(folder);
        free.ifPresent(DataFolderLock::close);
        return free.isEmpty();
    }

    /**
     * Under which account the embedded server would run, in words.
     *
     * @throws io.jianhu.platform.database.DatabaseException it cannot run here; with a remedy
     */
    public String describeServerAccount() {
        String archive =
                PostgresBinaries.archiveFor(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
        ServerAccount account = ServerAccount.choose(nearest());
        return account.prefix().isEmpty() ? archive : archive + ", " + String.join(" ", account.prefix());
    }

    public boolean isPortFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    public boolean isOnPath(String program) {
        return Arrays.stream(searchPath.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private Path nearest() {
        for (Path path = dataFolder; path != null; path = path.getParent()) {
            if (Files.exists(path)) {
                return path;
            }
        }
        return Path.of("/");
    }
}
