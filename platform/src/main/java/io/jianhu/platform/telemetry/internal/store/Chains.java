package io.jianhu.platform.telemetry.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@link DeviceChain}s in memory, loaded when a device first speaks. Confined to the writer thread. */
final class Chains {

    /** Days searched first. Partitions never go backwards along a chain, so what is found there is the end of it. */
    private static final int RECENT_DAYS = 3;

    private static final String HEADS = """
            select d.id, h.seq, h.hash, h.received_day - date '1970-01-01' as day,
                   (extract(epoch from t.latest) * 1000000)::bigint as latest
            from unnest(?::integer[]) as d(id)
            cross join lateral (
                select seq, hash, received_day from frame f
                where f.device_id = d.id and f.received_day >= date '1970-01-01' + ?::integer
                order by seq desc limit 1) h
            left join lateral (
                select max(data_time) as latest from frame f
                where f.device_id = d.id and f.received_day >= date '1970-01-01' + ?::integer) t on true
            """;

    private static final String RECENT = """
            select d.id, r.dedup_key, sha256(r.bytes) as content
            from unnest(?::integer[], ?::bigint[], ?::integer[]) as d(id, seq, day)
            cross join lateral (
                select seq, dedup_key, bytes from frame f
                where f.device_id = d.id and f.seq > d.seq - ? and f.received_day >= date '1970-01-01' + d.day - 2
                order by seq desc limit ?) r
            where r.dedup_key <> 0
            order by d.id, r.seq
            """;

    private static final String SAME_KEY = """
            select k.n, sha256(f.bytes) as content
            from unnest(?::integer[], ?::integer[], ?::bigint[], ?::bigint[], ?::integer[])
                as k(n, device_id, micros, dedup_key, since)
            cross join lateral (
                select bytes from frame f
                where f.device_id = k.device_id
                  and f.data_time = timestamptz 'epoch' + k.micros * interval '1 microsecond'
                  and f.dedup_key = k.dedup_key
                  and f.received_day >= date '1970-01-01' + k.since
                limit 16) f
            """;

    private final Map<Integer, DeviceChain> chains = new HashMap<>();

    DeviceChain get(int deviceId) {
        DeviceChain chain = chains.get(deviceId);
        if (chain == null) {
            throw new IllegalStateException("chain of device " + deviceId + " is not loaded");
        }
        return chain;
    }

    void forgetAll() {
        chains.clear();
    }

    /** Makes sure that the chain of every device in the batch is in memory. */
    void load(Connection connection, List<Received> batch, int today) throws SQLException {
        Set<Integer> missing = new HashSet<>();
        for (Received received : batch) {
            if (!chains.containsKey(received.deviceId)) {
                missing.add(received.deviceId);
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        Map<Integer, DeviceChain> loaded = heads(connection, missing, today - RECENT_DAYS);
        missing.removeAll(loaded.keySet());
        if (!missing.isEmpty()) {
            loaded.putAll(heads(connection, missing, 0));
            missing.removeAll(loaded.keySet());
        }
        if (!loaded.isEmpty()) {
            fillRings(connection, loaded);
        }
        for (int deviceId : missing) {
            loaded.put(deviceId, DeviceChain.empty(deviceId));
        }
        chains.putAll(loaded);
    }

    private static Map<Integer, DeviceChain> heads(Connection connection, Set<Integer> devices, int sinceDay)
            throws SQLException {
        Map<Integer, DeviceChain> found = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(HEADS)) {
            select.setObject(1, ints(devices));
            select.setInt(2, sinceDay);
            select.setInt(3, sinceDay);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    int deviceId = row.getInt("id");
                    found.put(
                            deviceId,
                            new DeviceChain(
                                    deviceId,
                                    row.getLong("seq"),
                                    row.getBytes("hash"),
                                    row.getInt("day"),
                                    row.getLong("latest")));
                }
            }
        }
        return found;
    }

    private static void fillRings(Connection connection, Map<Integer, DeviceChain> loaded) throws SQLException {
        List<DeviceChain> list = List.copyOf(loaded.values());
        try (PreparedStatement select = connection.prepareStatement(RECENT)) {
            select.setObject(1, list.stream().mapToInt(chain -> chain.deviceId).toArray());
            select.setObject(2, list.stream().mapToLong(chain -> chain.seq).toArray());
            select.setObject(3, list.stream().mapToInt(chain -> chain.day).toArray());
            select.setInt(4, DeviceChain.RING);
            select.setInt(5, DeviceChain.RING);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    DeviceChain chain = loaded.get(row.getInt("id"));
                    if (chain != null) {
                        chain.remember(row.getLong("dedup_key"), DeviceChain.contentOf(row.getBytes("content")));
                    }
                }
            }
        }
    }

    /**
     * Recognises the frames whose device's memory cannot: one query for all of them.
     *
     * @param asked frames of which {@link DeviceChain#recognise} said ASK
     */
    static void ask(Connection connection, List<Received> asked) throws SQLException {
        int size = asked.size();
        int[] numbers = new int[size];
        int[] devices = new int[size];
        long[] times = new long[size];
        long[] keys = new long[size];
        int[] since = new int[size];
        for (int i = 0; i < size; i++) {
            Received received = asked.get(i);
            numbers[i] = i;
            devices[i] = received.deviceId;
            times[i] = received.identity.dataTimeMicros();
            keys[i] = received.identity.dedupKey();
            // Nothing is received before it was measured; a day of grace for clocks that run ahead, and for zones.
            since[i] = Math.min(Micros.day(times[i]), Micros.day(received.receivedMicros)) - 1;
        }
        try (PreparedStatement select = connection.prepareStatement(SAME_KEY)) {
            select.setObject(1, numbers);
            select.setObject(2, devices);
            select.setObject(3, times);
            select.setObject(4, keys);
            select.setObject(5, since);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Received received = asked.get(row.getInt("n"));
                    byte @Nullable [] content = row.getBytes("content");
                    if (Arrays.equals(content, received.contentHash)) {
                        received.outcome = Received.Outcome.RESEND;
                    } else if (received.outcome == Received.Outcome.NEW) {
                        received.outcome = Received.Outcome.OTHER_CONTENT;
                    }
                }
            }
        }
    }

    private static int[] ints(Set<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
