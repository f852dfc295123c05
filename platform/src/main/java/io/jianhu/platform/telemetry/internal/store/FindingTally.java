package io.jianhu.platform.telemetry.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Counts findings per device, day and code, and adds them to {@code finding_day} in the transaction of their frames. */
final class FindingTally {

    private static final String UPSERT = """
            insert into finding_day as f (device_id, day, code, occurrences, last_seq, last_day)
            select device_id, date '1970-01-01' + day, code, occurrences, last_seq, date '1970-01-01' + day
            from unnest(?::integer[], ?::integer[], ?::text[], ?::bigint[], ?::bigint[])
                as t(device_id, day, code, occurrences, last_seq)
            on conflict (day, device_id, code) do update set
                occurrences = f.occurrences + excluded.occurrences,
                last_seq = excluded.last_seq,
                last_day = excluded.last_day
            """;

    private record Key(int deviceId, int day, String code) {}

    private static final class Count {
        long occurrences;
        long lastSeq;
    }

    private final Map<Key, Count> counts = new HashMap<>();

    void clear() {
        counts.clear();
    }

    /** @param finding {@code CODE@offset} */
    void add(Received received, String finding) {
        int at = finding.indexOf('@');
        String code = at < 0 ? finding : finding.substring(0, at);
        Count count = counts.computeIfAbsent(new Key(received.deviceId, received.day, code), key -> new Count());
        count.occurrences++;
        count.lastSeq = received.seq;
    }

    void write(Connection connection) throws SQLException {
        if (counts.isEmpty()) {
            return;
        }
        int size = counts.size();
        int[] devices = new int[size];
        int[] days = new int[size];
        String[] codes = new String[size];
        long[] occurrences = new long[size];
        long[] lastSeqs = new long[size];
        int i = 0;
        for (Map.Entry<Key, Count> entry : counts.entrySet()) {
            devices[i] = entry.getKey().deviceId();
            days[i] = entry.getKey().day();
            codes[i] = entry.getKey().code();
            occurrences[i] = entry.getValue().occurrences;
            lastSeqs[i] = entry.getValue().lastSeq;
            i++;
        }
        try (PreparedStatement upsert = connection.prepareStatement(UPSERT)) {
            upsert.setObject(1, devices);
            upsert.setObject(2, days);
            upsert.setArray(3, connection.createArrayOf("text", codes));
            upsert.setObject(4, occurrences);
            upsert.setObject(5, lastSeqs);
            upsert.executeUpdate();
        }
    }
}
