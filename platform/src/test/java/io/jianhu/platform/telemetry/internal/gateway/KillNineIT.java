package io.jianhu.platform.telemetry.internal.gateway;

import io.jianhu.platform.database.Database;
import io.jianhu.platform.database.DatabaseSettings;
import io.jianhu.platform.support.FaultFolder;
import io.jianhu.platform.support.Fleet;
import io.jianhu.platform.support.KeptFrames;
import io.jianhu.platform.support.PlatformProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The platform, a process of its own with its embedded PostgreSQL, is killed ten times while devices send. */
class KillNineIT {

    private static final int KILLS = 10;
    private static final Duration LIMIT = Duration.ofSeconds(120);

    @Test
    void no_acknowledged_frame_is_missing_none_is_doubled_and_the_chains_verify() throws Exception {
        try (FaultFolder folder = FaultFolder.create("kill")) {
            killTenTimes(folder.path());
        }
    }

    private static void killTenTimes(Path folder) throws Exception {
        PlatformProcess platform = PlatformProcess.on(folder);
        Fleet fleet = new Fleet(platform.hj212Port(), Duration.ofSeconds(3), Duration.ofMillis(2));
        try (platform;
                fleet) {
            platform.start();
            fleet.start("KILL", 60);
            for (int kill = 1; kill <= KILLS; kill++) {
                fleet.awaitAcknowledgements(500 + 100 * kill, LIMIT);
                platform.kill();
                fleet.forgetAcknowledgements();
                platform.start();
            }
            fleet.awaitAcknowledgements(500, LIMIT);
        }
        System.out.printf("%d frames acknowledged over %d kills%n", fleet.acknowledgedCount(), KILLS + 1);
        try (Database database = Database.open(new DatabaseSettings(folder, Optional.empty()))) {
            KeptFrames.assertNothingLost(database, fleet);
        }
    }
}
