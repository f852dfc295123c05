package io.jianhu.platform.telemetry.internal.command;

import io.jianhu.hj212.Edition;
import io.jianhu.platform.identity.Scope;
import io.jianhu.platform.telemetry.internal.read.CommandName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code command}, {@code command_event} and {@code device_timing}. */
@Repository
class OrderRows {

    private static final TypeReference<Map<String, List<String>>> PARAMETERS = new TypeReference<>() {};

    private static final String COLUMNS = """
            command_id, device_id, cn, edition, parameters::text as parameters, qn, state, attempts, data_frames, qn_rtn,
            exe_rtn, asked_by, reason, asked_at, sent_at, answered_at, finished_at, due_at, expires_at
            """;

    /** One line of an order's history. */
    record EventRow(Instant at, OrderEvent what, Optional<byte[]> bytes, Optional<String> note) {}

    /** How long to wait for an answer, and how often to send again. */
    record Timing(int overTimeSeconds, int reCount) {
        /** HJ 212-2017 table 1 for every line but ADSL. */
        static final Timing STANDARD = new Timing(10, 3);
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OrderRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    long insert(
            int deviceId,
            String cn,
            Edition edition,
            Map<String, List<String>> parameters,
            String askedBy,
            String reason,
            Instant now,
            Instant expiresAt) {
        return jdbc.sql("""
                insert into command (device_id, cn, edition, parameters, state, asked_by, reason, asked_at, due_at, expires_at)
                values (:device, :cn, :edition, :parameters::jsonb, 'queued', :by, :reason, :now, :expires, :expires)
                returning command_id
                """)
                .param("device", deviceId)
                .param("cn", cn)
                .param("edition", edition.label())
                .param("parameters", json.writeValueAsString(parameters))
                .param("by", askedBy)
                .param("reason", reason)
                .param("now", utc(now))
                .param("expires", utc(expiresAt))
                .query(Long.class)
                .single();
    }

    void update(WorkOrder order) {
        jdbc.sql("""
                update command set qn = :qn, state = :state, attempts = :attempts, data_frames = :data, qn_rtn = :qnRtn,
                    exe_rtn = :exeRtn, sent_at = :sent, answered_at = :answered, finished_at = :finished, due_at = :due
                where command_id = :id
                """)
                .param("id", order.id())
                .param("qn", order.qn().orElse(null), Types.VARCHAR)
                .param("state", order.state().label())
                .param("attempts", order.attempts())
                .param("data", order.dataFrames())
                .param("qnRtn", order.qnRtn().orElse(null), Types.VARCHAR)
                .param("exeRtn", order.exeRtn().orElse(null), Types.VARCHAR)
                .param("sent", utc(order.sentAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("answered", utc(order.answeredAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("finished", utc(order.finishedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("due", utc(order.dueAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    void addEvent(long id, Instant at, OrderEvent what, Optional<byte[]> bytes, Optional<String> note) {
        jdbc.sql("""
                insert into command_event (command_id, event_no, at, what, bytes, note)
                select :id, coalesce(max(event_no), 0) + 1, :at, :what, :bytes, :note
                from command_event where command_id = :id
                """)
                .param("id", id)
                .param("at", utc(at))
                .param("what", what.label())
                .param("bytes", bytes.orElse(null), Types.BINARY)
                .param("note", note.orElse(null), Types.VARCHAR)
                .update();
    }

    /** The order, locked until the transaction ends. */
    Optional<WorkOrder> findForChange(long id) {
        return jdbc.sql("select " + COLUMNS + " from command where command_id = :id for update")
                .param("id", id)
                .query(this::order)
                .optional();
    }

    Optional<WorkOrder> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from command where command_id = :id")
                .param("id", id)
                .query(this::order)
                .optional();
    }

    Optional<Long> findIdByExchange(int deviceId, String qn) {
        return jdbc.sql("select command_id from command where device_id = :device and qn = :qn")
                .param("device", deviceId)
                .param("qn", qn)
                .query(Long.class)
                .optional();
    }

    /** Open orders of a device, the oldest first. */
    List<WorkOrder> listOpen(int deviceId) {
        return jdbc.sql("select " + COLUMNS + """
                from command where device_id = :device and state in ('queued', 'sent', 'accepted') order by command_id
                """)
                .param("device", deviceId)
                .query(this::order)
                .list();
    }

    /** Orders whose time has come, the longest overdue first. */
    List<Long> listDue(Instant now, int limit) {
        return jdbc.sql("""
                select command_id from command
                where state in ('queued', 'sent', 'accepted') and due_at <= :now
                order by due_at limit :limit
                """)
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    List<Integer> listDevicesWithOpenOrders() {
        return jdbc.sql("select distinct device_id from command where state in ('queued', 'sent', 'accepted')")
                .query((row, number) -> row.getInt(1))
                .list();
    }

    /** Orders to devices in scope, the newest first. */
    List<WorkOrder> listNewest(
            Scope scope, Optional<Integer> deviceId, Optional<OrderState> state, long before, int limit) {
        return scope.bind(
                        jdbc.sql("select " + COLUMNS + """
                from command
                where command_id < :before and (:device::int is null or device_id = :device)
                  and (:state::text is null or state = :state)
                  and device_id in (select device_id from device where
                """ + Scope.condition("district_code", "organisation_id") + """
                )
                order by command_id desc limit :limit
                """))
                .param("before", before)
                .param("device", deviceId.orElse(null), Types.INTEGER)
                .param("state", state.map(OrderState::label).orElse(null), Types.VARCHAR)
                .param("limit", limit)
                .query(this::order)
                .list();
    }

    List<EventRow> listEvents(long id) {
        return jdbc.sql("select at, what, bytes, note from command_event where command_id = :id order by event_no")
                .param("id", id)
                .query((row, number) -> new EventRow(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        OrderEvent.getByLabel(row.getString("what")),
                        Optional.ofNullable(row.getBytes("bytes")),
                        Optional.ofNullable(row.getString("note"))))
                .list();
    }

    Optional<String> findLastExchange(int deviceId) {
        return jdbc.sql("select max(qn) from command where device_id = :device")
                .param("device", deviceId)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    Timing timing(int deviceId) {
        return jdbc.sql("select over_time_s, re_count from device_timing where device_id = :device")
                .param("device", deviceId)
                .query((row, number) -> new Timing(row.getInt("over_time_s"), row.getInt("re_count")))
                .optional()
                .orElse(Timing.STANDARD);
    }

    void setTiming(int deviceId, Timing timing, Instant now) {
        jdbc.sql("""
                insert into device_timing (device_id, over_time_s, re_count, changed_at)
                values (:device, :overTime, :reCount, :now)
                on conflict (device_id) do update
                set over_time_s = excluded.over_time_s, re_count = excluded.re_count, changed_at = excluded.changed_at
                """)
                .param("device", deviceId)
                .param("overTime", timing.overTimeSeconds())
                .param("reCount", timing.reCount())
                .param("now", utc(now))
                .update();
    }

    private WorkOrder order(ResultSet row, int number) throws SQLException {
        return new WorkOrder(
                row.getLong("command_id"),
                row.getInt("device_id"),
                row.getString("cn"),
                CommandName.findEdition(row.getString("edition")).orElse(Edition.HJ_212_2017),
                json.readValue(row.getString("parameters"), PARAMETERS),
                Optional.ofNullable(row.getString("qn")),
                OrderState.getByLabel(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("data_frames"),
                Optional.ofNullable(row.getString("qn_rtn")),
                Optional.ofNullable(row.getString("exe_rtn")),
                row.getString("asked_by"),
                row.getString("reason"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                instant(row, "sent_at"),
                instant(row, "answered_at"),
                instant(row, "finished_at"),
                instant(row, "due_at"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime utc(Optional<Instant> instant) {
        return instant.map(OrderRows::utc).orElse(null);
    }
}
