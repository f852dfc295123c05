package io.jianhu.platform.telemetry.internal.store;

import io.jianhu.hj212.Frame;
import io.jianhu.hj212.Item;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Minute, hour and day values (CN 2051, 2061, 2031) as rows with revisions: what is said again in other words is a new
 * revision, what is said again the same is nothing.
 */
final class Observations {

    private static final String LATEST = """
            select k.n, o.*
            from unnest(?::integer[], ?::integer[], ?::text[], ?::text[], ?::bigint[])
                as k(n, device_id, kind, factor, micros)
            cross join lateral (
                select revision, avg_value, min_value, max_value, total, zs_avg_value, zs_min_value, zs_max_value,
                       mark, other::text
                from observation o
                where o.device_id = k.device_id and o.kind = k.kind and o.factor = k.factor
                  and o.data_time = timestamptz 'epoch' + k.micros * interval '1 microsecond'
                order by o.revision desc limit 1) o
            """;

    private static final String INSERT = """
            insert into observation (device_id, kind, factor, data_time, revision, as_sent, avg_value, min_value,
                max_value, total, zs_avg_value, zs_min_value, zs_max_value, mark, other, known_at, frame_day, frame_seq)
            select device_id, kind, factor, timestamptz 'epoch' + micros * interval '1 microsecond', revision, as_sent,
                avg_value::numeric, min_value::numeric, max_value::numeric, total::numeric, zs_avg_value::numeric,
                zs_min_value::numeric, zs_max_value::numeric, mark, other::jsonb,
                timestamptz 'epoch' + known_micros * interval '1 microsecond', date '1970-01-01' + frame_day, frame_seq
            from unnest(?::integer[], ?::text[], ?::text[], ?::bigint[], ?::integer[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::integer[],
                ?::bigint[])
                as t(device_id, kind, factor, micros, revision, as_sent, avg_value, min_value, max_value, total,
                    zs_avg_value, zs_min_value, zs_max_value, mark, other, known_micros, frame_day, frame_seq)
            """;

    private static final TypeReference<Map<String, String>> TEXT_BY_SUFFIX = new TypeReference<>() {};

    private final JsonMapper json = JsonMapper.builder().build();
    private final List<Observation> stated = new ArrayList<>();

    void clear() {
        stated.clear();
    }

    /** The averaging period of a command: {@code minute}, {@code hour}, {@code day}; empty for one that carries none. */
    static Optional<String> findKind(String cn) {
        return switch (cn) {
            case "2051" -> Optional.of("minute");
            case "2061" -> Optional.of("hour");
            case "2031" -> Optional.of("day");
            default -> Optional.empty();
        };
    }

    /** Takes the values of a frame that has been given its place in the chain. */
    void add(Received received, Frame frame, String kind, long dataTimeMicros) {
        Map<String, Observation> byFactor = new LinkedHashMap<>();
        for (Item item : frame.items()) {
            String factor = Texts.storable(item.factor());
            byFactor.computeIfAbsent(
                            factor,
                            code -> new Observation(
                                    new Observation.Key(received.deviceId, kind, code, dataTimeMicros),
                                    Texts.storable(item.asSent()),
                                    received))
                    .add(item);
        }
        stated.addAll(byFactor.values());
    }

    void write(Connection connection) throws SQLException {
        if (stated.isEmpty()) {
            return;
        }
        Map<Observation.Key, Observation> latest = latest(connection);
        List<Observation> changed = new ArrayList<>();
        for (Observation observation : stated) {
            Observation before = latest.get(observation.key);
            if (before != null && before.saysTheSameAs(observation)) {
                continue;
            }
            observation.revision = before == null ? 1 : before.revision + 1;
            latest.put(observation.key, observation);
            changed.add(observation);
        }
        if (!changed.isEmpty()) {
            insert(connection, changed);
        }
    }

    /** When the intervals of the batch begin, for the partitions they need. */
    List<Long> listDataTimes() {
        return stated.stream()
                .map(observation -> observation.key.dataTimeMicros())
                .distinct()
                .toList();
    }

    private Map<Observation.Key, Observation> latest(Connection connection) throws SQLException {
        Map<Observation.Key, Observation> latest = new HashMap<>();
        List<Observation.Key> keys =
                stated.stream().map(observation -> observation.key).distinct().toList();
        try (PreparedStatement select = connection.prepareStatement(LATEST)) {
            int[] numbers = new int[keys.size()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = i;
            }
            select.setObject(1, numbers);
            select.setObject(
                    2, keys.stream().mapToInt(Observation.Key::deviceId).toArray());
            select.setArray(3, texts(connection, keys, Observation.Key::kind));
            select.setArray(4, texts(connection, keys, Observation.Key::factor));
            select.setObject(
                    5, keys.stream().mapToLong(Observation.Key::dataTimeMicros).toArray());
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Observation.Key key = keys.get(row.getInt("n"));
                    latest.put(key, stored(key, row));
                }
            }
        }
        return latest;
    }

    private Observation stored(Observation.Key key, ResultSet row) throws SQLException {
        Observation observation = new Observation(key, "", stated.getFirst().frame);
        observation.revision = row.getInt("revision");
        observation.avg = row.getBigDecimal("avg_value");
        observation.min = row.getBigDecimal("min_value");
        observation.max = row.getBigDecimal("max_value");
        observation.total = row.getBigDecimal("total");
        observation.zsAvg = row.getBigDecimal("zs_avg_value");
        observation.zsMin = row.getBigDecimal("zs_min_value");
        observation.zsMax = row.getBigDecimal("zs_max_value");
        observation.mark = row.getString("mark");
        String other = row.getString("other");
        if (other != null) {
            observation.other.putAll(json.readValue(other, TEXT_BY_SUFFIX));
        }
        return observation;
    }

    private void insert(Connection connection, List<Observation> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, rows.stream().mapToInt(o -> o.key.deviceId()).toArray());
            insert.setArray(2, texts(connection, rows, o -> o.key.kind()));
            insert.setArray(3, texts(connection, rows, o -> o.key.factor()));
            insert.setObject(
                    4, rows.stream().mapToLong(o -> o.key.dataTimeMicros()).toArray());
            insert.setObject(5, rows.stream().mapToInt(o -> o.revision).toArray());
            insert.setArray(6, texts(connection, rows, o -> o.asSent));
            insert.setArray(7, texts(connection, rows, o -> plain(o.avg)));
            insert.setArray(8, texts(connection, rows, o -> plain(o.min)));
            insert.setArray(9, texts(connection, rows, o -> plain(o.max)));
            insert.setArray(10, texts(connection, rows, o -> plain(o.total)));
            insert.setArray(11, texts(connection, rows, o -> plain(o.zsAvg)));
            insert.setArray(12, texts(connection, rows, o -> plain(o.zsMin)));
            insert.setArray(13, texts(connection, rows, o -> plain(o.zsMax)));
            insert.setArray(14, texts(connection, rows, o -> o.mark));
            insert.setArray(
                    15, texts(connection, rows, o -> o.other.isEmpty() ? null : json.writeValueAsString(o.other)));
            insert.setObject(
                    16, rows.stream().mapToLong(o -> o.frame.receivedMicros).toArray());
            insert.setObject(17, rows.stream().mapToInt(o -> o.frame.day).toArray());
            insert.setObject(18, rows.stream().mapToLong(o -> o.frame.seq).toArray());
            insert.executeUpdate();
        }
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }

    private static <T> java.sql.Array texts(Connection connection, List<T> rows, Function<T, @Nullable String> column)
            throws SQLException {
        @Nullable String[] texts = new @Nullable String[rows.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = column.apply(rows.get(i));
        }
        return connection.createArrayOf("text", texts);
    }
}
