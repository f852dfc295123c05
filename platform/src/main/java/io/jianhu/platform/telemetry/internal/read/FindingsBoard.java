package io.jianhu.platform.telemetry.internal.read;

import io.jianhu.platform.api.Beijing;
import io.jianhu.platform.identity.Scope;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.registry.Medium;
import io.jianhu.platform.telemetry.FrameRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Which devices send which defects, how often. */
@Service
public class FindingsBoard {

    /** Devices shown; {@link Board#totalDevices()} tells of the others. */
    public static final int MAX_DEVICES = 200;

    /** One day, one code, one device. */
    public record DayFinding(
            LocalDate day,
            String code,
            long occurrences,
            String titleZh,
            String titleEn,
            String remedyZh,
            String remedyEn,
            String gravity,
            String lastFrameId) {}

    /** A code over all devices. */
    public record CodeCount(
            String code,
            String gravity,
            String titleZh,
            String titleEn,
            String remedyZh,
            String remedyEn,
            long occurrences,
            int devices) {}

    /** A code of a device. */
    public record DeviceCode(String code, long occurrences, String lastFrameId) {}

    /** A device with its codes, most frequent first. */
    public record DeviceCount(String mn, String name, String status, long occurrences, List<DeviceCode> codes) {}

    /**
     * The board.
     *
     * @param byCode most frequent first
     * @param byDevice most findings first, at most 200
     * @param totalDevices devices with findings
     */
    public record Board(List<CodeCount> byCode, List<DeviceCount> byDevice, int totalDevices) {}

    private record Row(int deviceId, String code, long occurrences, FrameRef last) {}

    private final JdbcClient jdbc;
    private final DeviceDirectory devices;
    private final Queries queries;
    private final Clock clock;

    FindingsBoard(JdbcClient jdbc, DeviceDirectory devices, Queries queries, Clock clock) {
        this.jdbc = jdbc;
        this.devices = devices;
        this.queries = queries;
        this.clock = clock;
    }

    /** The findings of a device in the last days, newest day first. */
    public List<DayFinding> listOfDevice(Device device, int days) {
        return queries.ask(
                "findings-of-device",
                device.mn() + " " + days,
                () -> jdbc.sql("""
                        select day, code, occurrences, device_id, last_day, last_seq
                        from finding_day
                        where day in (:days) and device_id = :device
                        order by day desc, occurrences desc, code
                        """)
                        .param("days", List.of(lastDays(days)))
                        .param("device", device.deviceId())
                        .query((row, number) -> dayFinding(row))
                        .list());
    }

    /** All findings of the last days in scope. */
    public Board read(Scope scope, int days, Optional<String> code, Optional<Medium> medium) {
        List<Row> rows = queries.ask(
                "findings-board",
                days + " days",
                () -> scope.bind(jdbc.sql("""
                        select device_id, code, sum(occurrences) as occurrences,
                               (array_agg(last_day order by last_day desc))[1] as last_day, max(last_seq) as last_seq
                        from finding_day
                        where day between :first and :last and (:code::text is null or code = :code)
                          and device_id in (select device_id from device where
                        """ + Scope.condition("district_code", "organisation_id") + """
                        )
                        group by device_id, code
                        """))
                        .param("first", lastDays(days)[days - 1])
                        .param("last", lastDays(days)[0])
                        .param("code", code.orElse(null))
                        .query((row, number) -> new Row(
                                row.getInt("device_id"), row.getString("code"), row.getLong("occurrences"), last(row)))
                        .list());
        return board(rows.stream()
                .filter(row -> medium.isEmpty()
                        || devices.findById(row.deviceId())
                                .filter(device -> device.medium() == medium.get())
                                .isPresent())
                .toList());
    }

    private Board board(List<Row> rows) {
        Map<String, List<Row>> byCode = new TreeMap<>();
        Map<Integer, List<Row>> byDevice = new TreeMap<>();
        for (Row row : rows) {
            byCode.computeIfAbsent(row.code(), any -> new ArrayList<>()).add(row);
            byDevice.computeIfAbsent(row.deviceId(), any -> new ArrayList<>()).add(row);
        }
        return new Board(
                byCode.entrySet().stream()
                        .map(entry -> codeCount(entry.getKey(), entry.getValue()))
                        .sorted(Comparator.comparingLong(CodeCount::occurrences).reversed())
                        .toList(),
                byDevice.values().stream()
                        .sorted(Comparator.comparingLong(FindingsBoard::sum).reversed())
                        .limit(MAX_DEVICES)
                        .flatMap(of ->
                                devices
                                        .findById(of.getFirst().deviceId())
                                        .map(device -> deviceCount(device, of))
                                        .stream())
                        .toList(),
                byDevice.size());
    }

    private static CodeCount codeCount(String code, List<Row> rows) {
        FindingText text = FindingText.of(code);
        return new CodeCount(
                code,
                text.gravity(),
                text.titleZh(),
                text.titleEn(),
                text.remedyZh(),
                text.remedyEn(),
                sum(rows),
                rows.size());
    }

    private static DeviceCount deviceCount(Device device, List<Row> rows) {
        return new DeviceCount(
                device.mn(),
                device.name(),
                device.status().label(),
                sum(rows),
                rows.stream()
                        .sorted(Comparator.comparingLong(Row::occurrences).reversed())
                        .map(row -> new DeviceCode(
                                row.code(), row.occurrences(), row.last().toString()))
                        .toList());
    }

    private static long sum(List<Row> rows) {
        return rows.stream().mapToLong(Row::occurrences).sum();
    }

    private LocalDate[] lastDays(int days) {
        LocalDate today = Beijing.day(clock.instant());
        LocalDate[] all = new LocalDate[days];
        for (int i = 0; i < days; i++) {
            all[i] = today.minusDays(i);
        }
        return all;
    }

    private static DayFinding dayFinding(ResultSet row) throws SQLException {
        FindingText text = FindingText.of(row.getString("code"));
        return new DayFinding(
                row.getObject("day", LocalDate.class),
                text.code(),
                row.getLong("occurrences"),
                text.titleZh(),
                text.titleEn(),
                text.remedyZh(),
                text.remedyEn(),
                text.gravity(),
                last(row).toString());
    }

    private static FrameRef last(ResultSet row) throws SQLException {
        return new FrameRef(
                row.getObject("last_day", LocalDate.class), row.getInt("device_id"), row.getLong("last_seq"));
    }
}
