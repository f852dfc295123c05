package io.jianhu.platform.telemetry.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.jianhu.platform.database.Database;
import io.jianhu.platform.database.DatabaseSettings;
import io.jianhu.platform.database.Partitions;
import io.jianhu.platform.database.internal.EmbeddedPostgres;
import io.jianhu.platform.support.FaultFolder;
import io.jianhu.platform.support.Fleet;
import io.jianhu.platform.support.KeptFrames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The disk of the frames fills up: a small file system in memory holds the partitions, and is made larger in the end. */
@EnabledIf(value = "canMount", disabledReason = "mounting a small file system needs root")
class DiskFullIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    static boolean canMount() throws Exception {
        Path folder = Files.createTempDirectory("mount");
        boolean can = run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString()) == 0;
        if (can) {
            run("umount", folder.toString());
        }
        Files.delete(folder);
        return can;
    }

    @Test
    void health_says_why_nothing_is_acknowledged_and_ingest_goes_on_when_there_is_room() throws Exception {
        try (FaultFolder folder = FaultFolder.create("disk")) {
            Path small = Files.createDirectories(folder.path().resolve("small"));
            mount("size=4m", small);
            try {
                fillAndEnlarge(folder.path(), small);
            } finally {
                run("umount", small.toString());
            }
        }
    }

    private static void fillAndEnlarge(Path folder, Path small) throws Exception {
        EmbeddedPostgres server = EmbeddedPostgres.start(folder);
        Database database = Database.connect(new DatabaseSettings(folder, Optional.of(server.url())));
        database.migrate();
        try (HikariDataSource pool = pool(server.url())) {
            keepFramesOn(small, Files.getOwner(folder.resolve("pg")), pool);
            try (RunningGateway gateway = RunningGateway.over(server.url(), pool);
                    Fleet fleet = new Fleet(gateway.port(), Duration.ofSeconds(2), Duration.ofMillis(1))) {
                fleet.start("DISK", 50);
                awaitStall(gateway);
                assertThat(gateway.health().getStatus()).isEqualTo(Status.DOWN);
                assertThat(gateway.health().getDetails())
                        .hasEntrySatisfying(
                                "reason",
                                reason -> assertThat(reason).asString().contains("53100"));
                fleet.forgetAcknowledgements();
                long rows = rows(pool);
                assertThat(fleet.forgetAcknowledgements())
                        .as("acknowledged while the disk is full")
                        .isZero();
                assertThat(rows).isEqualTo(rows(pool)).isPositive();
                mount("remount,size=64m", small);
                fleet.awaitAcknowledgements(500, LIMIT);
                assertThat(gateway.health().getStatus()).isEqualTo(Status.UP);
                fleet.close();
                gateway.close();
                KeptFrames.assertNothingLost(database, fleet);
            }
        } finally {
            server.close();
        }
    }

    private static void keepFramesOn(Path folder, UserPrincipal server, HikariDataSource pool) throws Exception {
        Path space = Files.createDirectories(folder.resolve("frames"));
        Files.setOwner(space, server);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        JdbcClient jdbc = JdbcClient.create(pool);
        jdbc.sql("create tablespace small location '" + space + "'").update();
        Partitions partitions = new Partitions(pool, Clock.systemUTC());
        partitions.ensureAhead();
        for (Partitions.Partition partition : partitions.list(Partitions.Table.FRAME)) {
            jdbc.sql("alter table " + partition.name() + " set tablespace small")
                    .update();
        }
    }

    private static long rows(HikariDataSource pool) {
        return JdbcClient.create(pool)
                .sql("select count(*) from frame")
                .query(Long.class)
                .single();
    }

    private static void awaitStall(RunningGateway gateway) {
        Instant limit = Instant.now().plus(LIMIT);
        while (gateway.status().stalledSince().isEmpty()) {
            assertThat(Instant.now()).as("the disk fills up").isBefore(limit);
            Thread.onSpinWait();
        }
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(4);
        config.setMinimumIdle(0);
        return new HikariDataSource(config);
    }

    private static void mount(String options, Path folder) throws Exception {
        int code = run("mount", "-t", "tmpfs", "-o", options, "tmpfs", folder.toString());
        assertThat(code).as("mount " + options).isZero();
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
