package io.jianhu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.database.Database;
import io.jianhu.platform.database.ServerFolder;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliIT {

    private static final int SIGTERM_EXIT = 143;

    @TempDir
    Path elsewhere;

    @Test
    void a_platform_that_is_told_to_stop_stops_and_leaves_no_server_behind() throws Exception {
        try (ServerFolder folder = ServerFolder.open()) {
            Process platform = run(folder.path());
            try {
                String said = readUntil(platform.inputReader(StandardCharsets.UTF_8), "Ctrl-C");
                assertThat(said).contains("Jianhu 鉴湖 is up: http://localhost:").contains("鉴湖已启动");
                assertThat(folder.serverFileExists()).isTrue();
                platform.destroy();
                assertThat(platform.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(platform.exitValue()).isEqualTo(SIGTERM_EXIT);
                assertThat(folder.serverFileExists())
                        .as("the server still runs")
                        .isFalse();
            } finally {
                platform.destroyForcibly().waitFor();
            }
        }
    }

    @Test
    void a_backup_is_taken_beside_a_running_platform_and_without_one_but_a_restore_waits_for_its_end() {
        try (ServerFolder folder = ServerFolder.open();
                ServerFolder empty = ServerFolder.open()) {
            Path whileRunning = elsewhere.resolve("running.backup");
            Path whileStopped = elsewhere.resolve("stopped.backup");
            try (Database platform = folder.start()) {
                platform.migrate();
                assertThat(jianhu(folder.path(), "backup", whileRunning.toString())
                                .exit())
                        .isZero();
                Answer refused = jianhu(folder.path(), "restore", whileRunning.toString(), "--replace");
                assertThat(refused.exit()).isEqualTo(1);
                assertThat(refused.err()).contains("Another Jianhu runs on this folder");
            }
            assertThat(jianhu(folder.path(), "backup", whileStopped.toString()).exit())
                    .isZero();
            assertThat(folder.serverFileExists())
                    .as("the server of the command")
                    .isFalse();
            assertThat(whileRunning).isNotEmptyFile();
            assertThat(whileStopped).isNotEmptyFile();

            Answer restored = jianhu(empty.path(), "restore", whileStopped.toString());
            assertThat(restored.exit()).isZero();
            assertThat(restored.out())
                    .containsPattern("Restored \\d+ rows of \\d+ tables")
                    .contains("恢复");
        }
    }

    @Test
    void the_doctor_names_a_port_in_use_and_the_setting_that_changes_it() throws IOException {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress(0));
            Map<String, String> environment = environment(elsewhere.resolve("data"));
            environment.put("JIANHU_HJ212_PORT", Integer.toString(taken.getLocalPort()));
            Answer answer = jianhu(environment, "doctor");
            assertThat(answer.exit()).isEqualTo(1);
            assertThat(answer.out())
                    .contains("MISSING   HJ 212 port " + taken.getLocalPort() + " is in use by another program")
                    .contains("set JIANHU_HJ212_PORT to a free port")
                    .contains("把 JIANHU_HJ212_PORT 设为空闲端口");
            assertThat(Files.exists(elsewhere.resolve("data")))
                    .as("the doctor changed something")
                    .isFalse();
        }
    }

    @Test
    void a_word_it_does_not_know_is_answered_with_those_it_knows() {
        Answer answer = jianhu(elsewhere, "bakcup");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.err()).contains("backup FILE", "restore FILE [--replace]", "doctor", "run");
    }

    private record Answer(int exit, String out, String err) {}

    private static Answer jianhu(Path data, String... words) {
        return jianhu(environment(data), words);
    }

    private static Answer jianhu(Map<String, String> environment, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = new Cli(environment, Clock.systemUTC(), printer(out), printer(err)).dispatch(List.of(words));
        return new Answer(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static Map<String, String> environment(Path data) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("JIANHU_DB_URL");
        environment.put("JIANHU_DATA", data.toString());
        return environment;
    }

    private static Process run(Path data) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Cli.class.getName(),
                        "run")
                .redirectErrorStream(true);
        builder.environment().putAll(environment(data));
        builder.environment().remove("JIANHU_DB_URL");
        builder.environment().put("JIANHU_HTTP_PORT", "0");
        builder.environment().put("JIANHU_HJ212_PORT", "0");
        return builder.start();
    }

    private static String readUntil(BufferedReader reader, String mark) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            said.append(line).append('\n');
            if (line.contains(mark)) {
                break;
            }
        }
        return said.toString();
    }
}
