package io.jianhu.platform.identity.internal;

import io.jianhu.platform.identity.AuditTrail;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail of a database, without Spring. */
public final class TestAudit {

    private TestAudit() {}

    public static AuditTrail over(DataSource dataSource, Clock clock) {
        return new JdbcAuditTrail(
                JdbcClient.create(dataSource), new JdbcTransactionManager(dataSource), JsonMapper.shared(), clock);
    }
}
