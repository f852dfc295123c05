package io.jianhu.platform.database.internal;

import io.jianhu.platform.database.DatabaseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One process per data folder. The kernel lets go of the lock when its holder dies, however it dies. */
final class DataFolderLock implements AutoCloseable {

    /** A command that only looks whether the folder is in use holds the lock for less than this. */
    private static final Duration PASSING_HOLDER = Duration.ofMillis(300);

    private static final Duration POLL = Duration.ofMillis(20);

    private final FileChannel channel;

    private DataFolderLock(FileChannel channel) {
        this.channel = channel;
    }

    static Optional<DataFolderLock> find(DataFolder folder) {
        try {
            FileChannel channel = FileChannel.open(
                    folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                return Optional.empty();
            }
            byte[] holder = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII);
            channel.truncate(0);
            channel.write(ByteBuffer.wrap(holder), 0);
            return Optional.of(new DataFolderLock(channel));
        } catch (IOException e) {
            throw new DatabaseException("""
                    Cannot write in the data folder %s (%s). Choose another one with JIANHU_DATA.
                    无法写入数据目录 %s，请用 JIANHU_DATA 另选一处。""".formatted(folder.root(), e.getMessage(), folder.root()), e);
        }
    }

    static DataFolderLock get(DataFolder folder) {
        Deadline deadline = Deadline.in(PASSING_HOLDER);
        Optional<DataFolderLock> lock = find(folder);
        while (lock.isEmpty() && !deadline.passed()) {
            LockSupport.parkNanos(POLL.toNanos());
            lock = find(folder);
        }
        return lock.orElseThrow(() -> {
            String pid = holder(folder.lock());
            return new DatabaseException("""
                    Another Jianhu runs on this folder, pid %s: %s. Stop it first, or set JIANHU_DATA to another folder.
                    另一个鉴湖进程（pid %s）正在使用目录 %s。请先停止它，或把 JIANHU_DATA 设为其他目录。""".formatted(pid, folder.root(), pid, folder.root()));
        });
    }

    private static String holder(Path lock) {
        try {
            return Files.readString(lock).strip();
        } catch (IOException e) {
            return "?";
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException held) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
