package io.jianhu.platform.telemetry.internal.gateway;

import io.jianhu.platform.telemetry.IngestStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Health {@code gateway}: down, with the reason, while frames are taken in but cannot be stored. */
final class GatewayHealth implements HealthIndicator {

    private final IngestStatus ingest;
    private final Gateway gateway;

    GatewayHealth(IngestStatus ingest, Gateway gateway) {
        this.ingest = ingest;
        this.gateway = gateway;
    }

    @Override
    public Health health() {
        IngestStatus.Snapshot now = ingest.snapshot();
        Health.Builder health = !gateway.isRunning() || now.stalledSince().isPresent() ? Health.down() : Health.up();
        now.stalledSince().ifPresent(since -> health.withDetail("stalled_since", since.toString()));
        now.lastError().ifPresent(error -> health.withDetail("reason", error));
        if (!gateway.isRunning()) {
            health.withDetail("reason", "the port for data loggers is closed");
        }
        return health.withDetail("port", gateway.port())
                .withDetail("queue", now.queue())
                .withDetail("connections", now.connections())
                .withDetail("acknowledged_per_s", now.acknowledgedPerSecond())
                .withDetail("commit_p99_ms", now.commitP99().toNanos() / 1e6)
                .build();
    }
}
