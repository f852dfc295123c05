package io.jianhu.platform.database.internal;

import io.jianhu.platform.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** {@code disk} in the health report: room left where the data folder is. */
@Component("diskHealthIndicator")
class DiskHealth implements HealthIndicator {

    private final Path folder;
    private final DataSize least;

    DiskHealth(DatabaseSettings settings, @Value("${jianhu.disk-least-free}") DataSize least) {
        this.folder = settings.dataFolder();
        this.least = least;
    }

    @Override
    public Health health() {
        try {
            Files.createDirectories(folder);
            long free = Files.getFileStore(folder).getUsableSpace();
            Health.Builder health = new Health.Builder()
                    .withDetail("folder", folder.toString())
                    .withDetail("free_bytes", free)
                    .withDetail("least_free_bytes", least.toBytes());
            return free >= least.toBytes()
                    ? health.up().build()
                    : health.down()
                            .withDetail("reason", "disk: less than " + least.toMegabytes() + " MB free")
                            .build();
        } catch (IOException e) {
            return Health.down()
                    .withDetail("folder", folder.toString())
                    .withDetail("reason", "disk: " + e)
                    .build();
        }
    }
}
