package io.jianhu.platform.registry.internal;

import io.jianhu.platform.identity.internal.TestAudit;
import io.jianhu.platform.registry.DeviceChanged;
import io.jianhu.platform.registry.DeviceDirectory;
import java.time.Clock;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The real directory over a database, for tests that run without Spring. */
public final class TestDirectory {

    private TestDirectory() {}

    /** @param listener told of every change, as the listeners of the platform are */
    public static DeviceDirectory over(DataSource dataSource, Clock clock, Consumer<DeviceChanged> listener) {
        ApplicationEventPublisher events = event -> {
            if (event instanceof DeviceChanged changed) {
                listener.accept(changed);
            }
        };
        return new CachedDeviceDirectory(
                new DeviceRows(JdbcClient.create(dataSource)),
                new JdbcTransactionManager(dataSource),
                TestAudit.over(dataSource, clock),
                events,
                clock);
    }
}
