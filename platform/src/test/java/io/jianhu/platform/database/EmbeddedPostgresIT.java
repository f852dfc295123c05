package io.jianhu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jianhu.platform.database.ServerFolder.Child;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class EmbeddedPostgresIT {

    @Test
    void what_the_database_has_committed_survives_the_power_going_off() throws Exception {
        try (ServerFolder folder = ServerFolder.bare();
                Database database = folder.start()) {
            Map<String, String> settings = new TreeMap<>();
            for (String name : List.of(
                    "fsync",
                    "synchronous_commit",
                    "full_page_writes",
                    "data_checksums",
                    "wal_level",
                    "max_wal_size",
                    "checkpoint_timeout",
                    "server_encoding",
                    "TimeZone",
                    "password_encryption",
                    "max_connections")) {
                settings.put(
                        name,
                        ServerFolder.column(database.url(), "show " + name).getFirst());
            }
            assertThat(settings)
                    .containsEntry("fsync", "on")
                    .containsEntry("synchronous_commit", "on")
                    .containsEntry("full_page_writes", "on")
                    .containsEntry("data_checksums", "on")
                    .containsEntry("max_wal_size", "2GB")
                    .containsEntry("checkpoint_timeout", "15min")
                    .containsEntry("server_encoding", "UTF8")
                    .containsEntry("password_encryption", "scram-sha-256")
                    .containsEntry("max_connections", "60");
        }
    }

    @Test
    void the_second_start_finds_the_rows_of_the_first_on_the_same_port() throws Exception {
        try (ServerFolder folder = ServerFolder.open()) {
            String firstUrl;
            try (Database first = folder.start()) {
                firstUrl = first.url();
                DriverManager.getConnection(firstUrl)
                        .createStatement()
                        .execute("create table note as select 'kept' as text");
            }
            assertThat(folder.serverFileExists()).as("stopped cleanly").isFalse();
            try (Database second = folder.start()) {
                assertThat(second.url()).isEqualTo(firstUrl);
                assertThat(ServerFolder.column(second.url(), "select text from note"))
                        .containsExactly("kept");
            }
        }
    }

    @Test
    void nobody_gets_in_without_the_password() throws Exception {
        try (ServerFolder folder = ServerFolder.open();
                Database database = folder.start()) {
            String password =
                    Files.readString(folder.path().resolve("pg.password")).strip();
            String without = database.url().replace("password=" + password, "password=");
            String wrong = database.url().replace(password, "wrong");
            assertThat(database.url()).contains(password);
            assertThatThrownBy(() -> DriverManager.getConnection(without)).hasMessageContaining("password");
            assertThatThrownBy(() -> DriverManager.getConnection(wrong))
                    .hasMessageContaining("password authentication failed");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.path().resolve("pg.password"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void it_listens_on_loopback_and_nowhere_else() throws Exception {
        try (ServerFolder folder = ServerFolder.open();
                Database database = folder.start()) {
            int port = URI.create(database.url().substring("jdbc:".length())).getPort();
            assertThat(ServerFolder.column(database.url(), "show listen_addresses"))
                    .containsExactly("127.0.0.1");
            assertThat(ServerFolder.column(database.url(), "show unix_socket_directories"))
                    .containsExactly("");
            List<InetAddress> others = NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .toList();
            for (InetAddress address : others) {
                assertThatThrownBy(() -> connect(address, port))
                        .as("port %d of %s", port, address)
                        .isInstanceOf(ConnectException.class);
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void no_process_of_it_is_root() throws Exception {
        try (ServerFolder folder = ServerFolder.open();
                Database database = folder.start()) {
            assertThat(database.isOwner()).isTrue();
            assertThat(folder.statuses("Uid"))
                    .hasSizeGreaterThan(3)
                    .allSatisfy((pid, uids) -> assertThat(uids).hasSize(4).doesNotContain("0"));
        }
    }

    /** Below a folder like /root no other account may pass; then a user namespace takes root's powers away. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void in_a_folder_that_only_root_may_enter_it_runs_without_any_of_roots_powers() throws Exception {
        try (ServerFolder folder = ServerFolder.hidden();
                Database database = folder.start()) {
            assertThat(ServerFolder.column(database.url(), "select 1")).containsExactly("1");
            assertThat(folder.statuses("CapEff"))
                    .hasSizeGreaterThan(3)
                    .allSatisfy((pid, powers) -> assertThat(powers).containsExactly("0000000000000000"));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void ctrl_c_in_the_terminal_of_the_platform_does_not_reach_it() throws Exception {
        try (ServerFolder folder = ServerFolder.open();
                Database database = folder.start()) {
            assertThat(database.kind()).isEqualTo(Database.Kind.EMBEDDED);
            String stat = Files.readString(Path.of("/proc", Long.toString(folder.serverPid()), "stat"));
            String session = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];
            assertThat(session).as("it leads a session of its own").isEqualTo(Long.toString(folder.serverPid()));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_server_that_outlives_a_killed_platform_is_taken_over_with_what_was_committed() throws Exception {
        try (ServerFolder folder = ServerFolder.open()) {
            Child platform = folder.startHolder();
            assertThat(platform.said()).contains("UP");
            long survivor = folder.serverPid();
            platform.kill();
            assertThat(folder.serverProcesses()).contains(survivor);

            try (Database next = folder.start()) {
                assertThat(folder.serverPid()).isEqualTo(survivor);
                assertThat(next.isOwner()).isTrue();
                assertThat(ServerFolder.column(next.url(), "select text from note"))
                        .containsExactly("committed");
                assertThat(ServerFolder.column(
                                next.url(), "select pid from pg_stat_activity where state = 'idle in transaction'"))
                        .as("transactions of the killed platform")
                        .isEmpty();
            }
            assertThat(folder.serverProcesses()).as("after a clean stop").isEmpty();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void platform_and_server_both_killed_start_again_with_what_was_committed() throws Exception {
        try (ServerFolder folder = ServerFolder.open()) {
            Child platform = folder.startHolder();
            assertThat(platform.said()).contains("UP");
            long server = folder.serverPid();
            new ProcessBuilder(
                            "/bin/sh", "-c", "kill -STOP " + platform.process().pid() + "; kill -KILL " + server)
                    .start()
                    .waitFor();
            platform.kill();
            assertThat(folder.serverFileExists()).as("the dead server's file").isTrue();

            try (Database next = folder.start()) {
                assertThat(folder.serverPid()).isNotEqualTo(server);
                assertThat(ServerFolder.column(next.url(), "select text from note"))
                        .containsExactly("committed");
            }
        }
    }

    /** A parent that never collects its child: the old pid answers, but only as a zombie. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void a_dead_server_that_nobody_collected_does_not_stop_the_next_start() throws Exception {
        try (ServerFolder folder = ServerFolder.open()) {
            long server;
            try (Database first = folder.start()) {
                server = folder.serverPid();
                assertThat(first.isOwner()).isTrue();
            }
            Process parent = new ProcessBuilder("/bin/sh", "-c", "sleep 0.2 & echo $!; exec sleep 600").start();
            try {
                long zombie = Long.parseLong(parent.inputReader().readLine());
                awaitZombie(zombie);
                Files.writeString(
                        folder.path().resolve("pg/postmaster.pid"),
                        zombie + "\n" + folder.path().resolve("pg")
                                + "\n0\n0\n\n127.0.0.1\n        0         0\nready\n");
                try (Database next = folder.start()) {
                    assertThat(folder.serverPid()).isNotIn(zombie, server);
                    assertThat(ServerFolder.column(next.url(), "select 1")).containsExactly("1");
                }
            } finally {
                parent.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_server_that_is_killed_under_a_running_platform_comes_back_at_the_same_address() throws Exception {
        try (ServerFolder folder = ServerFolder.open();
                Database database = folder.start()) {
            DriverManager.getConnection(database.url())
                    .createStatement()
                    .execute("create table note as select 'kept' as text");
            long killed = folder.serverPid();
            new ProcessBuilder("/bin/sh", "-c", "kill -KILL " + killed).start().waitFor();

            Instant limit = Instant.now().plusSeconds(120);
            while (!answersFromAnother(database.url(), folder, killed)
                    && Instant.now().isBefore(limit)) {
                LockSupport.parkNanos(20_000_000);
            }
            assertThat(folder.serverPid()).isNotEqualTo(killed);
            assertThat(ServerFolder.column(database.url(), "select text from note"))
                    .containsExactly("kept");
        }
    }

    @Test
    void a_second_platform_on_the_same_folder_is_told_who_is_there() throws Exception {
        try (ServerFolder folder = ServerFolder.open();
                Database database = folder.start()) {
            String pid = Long.toString(ProcessHandle.current().pid());
            assertThat(folder.startHolder().said())
                    .contains("REFUSED Another Jianhu runs on this folder, pid " + pid)
                    .contains("另一个鉴湖进程（pid " + pid + "）");
            assertThat(ServerFolder.column(database.url(), "select 1")).containsExactly("1");
        }
    }

    @Test
    void a_command_joins_the_server_of_a_running_platform_and_leaves_it_running() throws Exception {
        try (ServerFolder folder = ServerFolder.open();
                Database platform = folder.start()) {
            try (Database command = Database.connect(folder.settings())) {
                assertThat(command.isOwner()).isFalse();
                assertThat(command.url()).isEqualTo(platform.url());
            }
            assertThat(ServerFolder.column(platform.url(), "select 1")).containsExactly("1");
        }
    }

    @Test
    void a_lost_password_file_is_named_with_what_to_do() throws Exception {
        try (ServerFolder folder = ServerFolder.open()) {
            folder.start().close();
            Files.delete(folder.path().resolve("pg.password"));
            assertThatThrownBy(folder::start)
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("pg.password is missing")
                    .hasMessageContaining("restore a backup");
        }
    }

    private static boolean answersFromAnother(String url, ServerFolder folder, long pid) throws IOException {
        try {
            return folder.serverFileExists()
                    && folder.serverPid() != pid
                    && ServerFolder.column(url, "select 1").equals(List.of("1"));
        } catch (SQLException | NoSuchFileException | NoSuchElementException notYet) {
            return false;
        }
    }

    private static void awaitZombie(long pid) throws IOException {
        while (!ServerFolder.status(pid, "State").contains("Z")) {
            Thread.onSpinWait();
        }
    }

    private static void connect(InetAddress address, int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2_000);
        }
    }
}
