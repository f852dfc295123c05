package io.jianhu.platform.telemetry.internal.read;

import io.jianhu.platform.api.Beijing;
import io.jianhu.platform.telemetry.FrameRef;
import io.jianhu.platform.telemetry.Verdict;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The table {@code frame}, read. Every statement names the device and a range of partitions. */
@Repository
public class FrameRows {

    private static final String SUMMARY = """
            device_id, seq, received_day, received_at, data_time, mn, qn, st, cn, pnum, pno, edition, verdict, findings,
            length(bytes) as length, reply is not null as acknowledged
            """;
    private static final String WHOLE = SUMMARY + ", bytes, peer, reply, replied_at, prev_hash, hash ";
    private static final int FETCH_SIZE = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate readOnly;

    FrameRows(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.readOnly = new TransactionTemplate(transactions);
        this.readOnly.setReadOnly(true);
    }

    /**
     * The newest frames of a device in a range of days, newest first.
     *
     * @param before only frames earlier in the chain than this position
     */
    List<FrameRow> listNewest(
            int deviceId, FrameFilter filter, LocalDate firstDay, LocalDate lastDay, long before, int limit) {
        return jdbc.sql("select " + SUMMARY + """
                from frame
                where device_id = :device and received_day between :first and :last and seq < :before
                  and (:cn::text is null or cn = :cn) and (:verdict::int is null or verdict = :verdict)
                  and received_at >= :from and received_at < :to
                order by seq desc
                limit :limit
                """)
                .param("device", deviceId)
                .param("first", firstDay)
                .param("last", lastDay)
                .param("before", before)
                .param("cn", filter.cn().orElse(null))
                .param("verdict", filter.verdict().map(Verdict::code).orElse(null))
                .param("from", utc(filter.from()))
                .param("to", utc(filter.to()))
                .param("limit", limit)
                .query(FrameRows::toRow)
                .list();
    }

    /** The frame with its bytes. */
    public Optional<StoredFrame> find(FrameRef ref) {
        return jdbc.sql("select " + WHOLE + """
                from frame where device_id = :device and seq = :seq and received_day = :day
                """)
                .param("device", ref.deviceId())
                .param("seq", ref.seq())
                .param("day", ref.day())
                .query(FrameRows::toStored)
                .optional();
    }

    /** The frame at a position of a chain, looked for on and around a day, then outward in time. */
    Optional<StoredFrame> findAt(int deviceId, long seq, LocalDate near) {
        return between(deviceId, seq, near.minusDays(1), near.plusDays(1))
                .or(() -> between(deviceId, seq, LocalDate.EPOCH, LocalDate.of(9999, 12, 31)));
    }

    private Optional<StoredFrame> between(int deviceId, long seq, LocalDate first, LocalDate last) {
        return jdbc.sql("select " + WHOLE + """
                from frame where device_id = :device and seq = :seq and received_day between :first and :last limit 1
                """)
                .param("device", deviceId)
                .param("seq", seq)
                .param("first", first)
                .param("last", last)
                .query(FrameRows::toStored)
                .optional();
    }

    /** The frames that make up one split message: same command, same data time, same count. */
    List<FrameRow> listSubPackets(FrameRow one, LocalDate first, LocalDate last) {
        return jdbc.sql("select " + SUMMARY + """
                from frame
                where device_id = :device and data_time = :time and received_day between :first and :last
                  and cn = :cn and pnum = :pnum and verdict <= 1
                order by pno, seq
                """)
                .param("device", one.ref().deviceId())
                .param("time", utc(one.dataTime()))
                .param("first", first)
                .param("last", last)
                .param("cn", one.cn())
                .param("pnum", one.pnum().orElse(0))
                .query(FrameRows::toRow)
                .list();
    }

    /** One frame of a series: its name, its time and its bytes. */
    record SeriesFrame(FrameRef ref, Instant dataTime, byte[] bytes) {}

    /**
     * Hands out the usable frames of a command by data time, oldest first, without holding them all.
     *
     * @param firstDay first day of receipt to look at
     */
    void forEachOfSeries(
            int deviceId, String cn, Instant from, Instant to, LocalDate firstDay, Consumer<SeriesFrame> consumer) {
        readOnly.executeWithoutResult(status -> {
            try (var frames = jdbc
                    .sql("""
                    select device_id, seq, received_day, data_time, bytes
                    from frame
                    where device_id = :device and data_time >= :from and data_time < :to and received_day >= :first
                      and cn = :cn and verdict <= 1
                    order by data_time, seq
                    """)
                    .withFetchSize(FETCH_SIZE)
                    .param("device", deviceId)
                    .param("from", utc(from))
                    .param("to", utc(to))
                    .param("first", firstDay)
                    .param("cn", cn)
                    .query((row, number) -> new SeriesFrame(ref(row), instant(row, "data_time"), row.getBytes("bytes")))
                    .stream()) {
                frames.forEach(consumer);
            }
        });
    }

    /** The last frames of each device with their bytes; those of a device together, oldest first. */
    public List<StoredFrame> listLast(Collection<Integer> deviceIds, LocalDate firstDay, int framesEach) {
        return jdbc.sql("select f.* from unnest(:devices) as wanted (id) cross join lateral (select " + WHOLE + """
                from frame where device_id = wanted.id and received_day >= :first order by seq desc limit :limit) f
                order by f.device_id, f.seq
                """)
                .param("devices", deviceIds.toArray(Integer[]::new))
                .param("first", firstDay)
                .param("limit", framesEach)
                .query(FrameRows::toStored)
                .list();
    }

    /** What a device has answered (CN 9011 to 9013) in a span of time of receipt, oldest first. */
    public List<StoredFrame> listAnswers(int deviceId, Instant from, Instant to) {
        return jdbc.sql("select " + WHOLE + """
                from frame
                where device_id = :device and received_day between :first and :last and received_at >= :from
                  and cn in ('9011', '9012', '9013') and verdict <= 1
                order by seq
                """)
                .param("device", deviceId)
                .param("first", Beijing.day(from))
                .param("last", Beijing.day(to))
                .param("from", utc(from))
                .query(FrameRows::toStored)
                .list();
    }

    static FrameRow toRow(ResultSet row, int number) throws SQLException {
        return new FrameRow(
                ref(row),
                instant(row, "received_at"),
                instant(row, "data_time"),
                row.getString("mn"),
                row.getString("qn"),
                row.getString("st"),
                row.getString("cn"),
                integer(row, "pnum"),
                integer(row, "pno"),
                row.getString("edition"),
                Verdict.getByCode(row.getInt("verdict")),
                codes(row.getArray("findings")),
                row.getInt("length"),
                row.getBoolean("acknowledged"));
    }

    private static StoredFrame toStored(ResultSet row, int number) throws SQLException {
        return new StoredFrame(
                toRow(row, number),
                row.getBytes("bytes"),
                row.getString("peer"),
                Optional.ofNullable(row.getBytes("reply")),
                Optional.ofNullable(row.getObject("replied_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getBytes("prev_hash"),
                row.getBytes("hash"));
    }

    private static FrameRef ref(ResultSet row) throws SQLException {
        return new FrameRef(
                row.getObject("received_day", LocalDate.class), row.getInt("device_id"), row.getLong("seq"));
    }

    private static OptionalInt integer(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static List<String> codes(Array findings) throws SQLException {
        return Arrays.stream((String[]) findings.getArray())
                .map(FindingText::codeOf)
                .toList();
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
