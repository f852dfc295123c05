package io.jianhu.platform.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.database.Database;
import io.jianhu.platform.telemetry.internal.store.VerifyChainCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What must hold of the frames in a database after any fault. */
public final class KeptFrames {

    private KeptFrames() {}

    /** No acknowledged frame is missing, none is there twice, and every chain verifies. */
    public static void assertNothingLost(Database database, Fleet fleet) {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        Map<String, Set<String>> stored = new HashMap<>();
        Set<String> doubled = new HashSet<>();
        jdbc.sql("select mn, qn from frame where verdict < 2 and qn <> ''").query(row -> {
            if (!stored.computeIfAbsent(row.getString(1), mn -> new HashSet<>()).add(row.getString(2))) {
                doubled.add(row.getString(1) + " " + row.getString(2));
            }
        });
        Set<String> missing = new HashSet<>();
        fleet.acknowledged().forEach((mn, qns) -> {
            for (String qn : qns) {
                if (!stored.getOrDefault(mn, Set.of()).contains(qn)) {
                    missing.add(mn + " " + qn);
                }
            }
        });
        assertThat(missing).as("acknowledged and not stored").isEmpty();
        assertThat(doubled).as("stored twice").isEmpty();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit =
                new VerifyChainCommand().run(List.of(), database, new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(exit).as(said.toString(StandardCharsets.UTF_8)).isZero();
    }
}
