package io.jianhu.platform.telemetry.internal.read;

import static io.jianhu.platform.telemetry.internal.read.FrameRows.instant;
import static io.jianhu.platform.telemetry.internal.read.FrameRows.utc;

import io.jianhu.platform.registry.Device;
import io.jianhu.platform.telemetry.FrameRef;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Minute, hour and day values as the device sent them, with every revision, as they were known at an instant. */
@Service
public class ObservationSeries {

    private static final int FETCH_SIZE = 1_000;
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String COLUMNS = """
            device_id, data_time, avg_value, min_value, max_value, total, zs_avg_value, zs_min_value, zs_max_value,
            mark, other::text as other, revision, known_at, frame_day, frame_seq
            """;

    private static final String KNOWN = """
            from observation
            where device_id = :device and kind = :kind and factor = :factor
              and data_time >= :from and data_time < :to and known_at <= :asKnown
            """;

    /**
     * One revision of one interval. Numbers are decimal strings, null where the device sent none.
     *
     * @param time start of the interval
     * @param total amount in the interval (Cou), in the emission unit of the factor
     * @param other what the device sent besides, by suffix, and texts that are not numbers
     * @param revision from 1
     * @param revisions how many were known
     * @param knownAt receipt of the frame that brought this revision
     */
    public record ObservationPoint(
            Instant time,
            @Nullable String avg,
            @Nullable String min,
            @Nullable String max,
            @Nullable String total,
            @Nullable String zsAvg,
            @Nullable String zsMin,
            @Nullable String zsMax,
            @Nullable String mark,
            Map<String, String> other,
            int revision,
            int revisions,
            Instant knownAt,
            String frameId) {}

    private static final Downsampler.Reading<ObservationPoint> READING = new Downsampler.Reading<>() {
        @Override
        public Instant time(ObservationPoint point) {
            return point.time();
        }

        @Override
        public Optional<BigDecimal> number(ObservationPoint point) {
            return Optional.ofNullable(point.avg())
                    .or(() -> Optional.ofNullable(point.total()))
                    .map(BigDecimal::new);
        }

        @Override
        public boolean marked(ObservationPoint point) {
            return Marks.isNotNormal(point.mark()) || point.revisions() > 1;
        }
    };

    private final JdbcClient jdbc;
    private final TransactionTemplate readOnly;
    private final Queries queries;
    private final JsonMapper json;

    ObservationSeries(JdbcClient jdbc, PlatformTransactionManager transactions, Queries queries, JsonMapper json) {
        this.jdbc = jdbc;
        this.readOnly = new TransactionTemplate(transactions);
        this.readOnly.setReadOnly(true);
        this.queries = queries;
        this.json = json;
    }

    /** The last revision known at the instant of each interval, thinned where there are more than the limit. */
    public SeriesView<ObservationPoint> readLatest(
            Device device, ObservationKind kind, String factor, Range range, Instant asKnownAt, int limit) {
        Downsampler<ObservationPoint> points = new Downsampler<>(READING, range.from(), range.to(), limit);
        queries.ask("observations", particulars(device, kind, factor, range), () -> {
            readOnly.executeWithoutResult(status -> {
                try (var rows = known(
                        "select distinct on (data_time) " + COLUMNS
                                + ", count(*) over (partition by data_time) as revisions " + KNOWN
                                + "order by data_time, revision desc",
                        device,
                        kind,
                        factor,
                        range,
                        asKnownAt)
                        .withFetchSize(FETCH_SIZE)
                        .query(this::point)
                        .stream()) {
                    rows.forEach(points::add);
                }
            });
            return points.total();
        });
        FactorName name = FactorName.of(factor);
        return points.isThinned()
                ? SeriesView.thinned(name, range, points.points(), points.total())
                : SeriesView.whole(name, range, points.points());
    }

    /** Every revision known at the instant as a row of its own; where there are more than the limit, the newest intervals. */
    public SeriesView<ObservationPoint> readRevisions(
            Device device, ObservationKind kind, String factor, Range range, Instant asKnownAt, int limit) {
        return queries.ask("observation-revisions", particulars(device, kind, factor, range), () -> {
            List<ObservationPoint> newest = known(
                            "select " + COLUMNS + ", count(*) over (partition by data_time) as revisions " + KNOWN
                                    + "order by data_time desc, revision desc limit :limit",
                            device,
                            kind,
                            factor,
                            range,
                            asKnownAt)
                    .param("limit", limit)
                    .query(this::point)
                    .list()
                    .reversed();
            FactorName name = FactorName.of(factor);
            if (newest.size() < limit) {
                return SeriesView.whole(name, range, newest);
            }
            long total = known("select count(*) " + KNOWN, device, kind, factor, range, asKnownAt)
                    .query(Long.class)
                    .single();
            return total > limit ? SeriesView.cut(name, range, newest, total) : SeriesView.whole(name, range, newest);
        });
    }

    private JdbcClient.StatementSpec known(
            String sql, Device device, ObservationKind kind, String factor, Range range, Instant asKnownAt) {
        return jdbc.sql(sql)
                .param("device", device.deviceId())
                .param("kind", kind.label())
                .param("factor", factor)
                .param("from", utc(range.from()))
                .param("to", utc(range.to()))
                .param("asKnown", utc(asKnownAt));
    }

    private ObservationPoint point(ResultSet row, int number) throws SQLException {
        String other = row.getString("other");
        return new ObservationPoint(
                instant(row, "data_time"),
                decimal(row, "avg_value"),
                decimal(row, "min_value"),
                decimal(row, "max_value"),
                decimal(row, "total"),
                decimal(row, "zs_avg_value"),
                decimal(row, "zs_min_value"),
                decimal(row, "zs_max_value"),
                row.getString("mark"),
                other == null ? Map.of() : json.readValue(other, TEXTS),
                row.getInt("revision"),
                row.getInt("revisions"),
                instant(row, "known_at"),
                new FrameRef(
                                row.getObject("frame_day", LocalDate.class),
                                row.getInt("device_id"),
                                row.getLong("frame_seq"))
                        .toString());
    }

    private static @Nullable String decimal(ResultSet row, String column) throws SQLException {
        BigDecimal value = row.getBigDecimal(column);
        return value == null ? null : value.toPlainString();
    }

    private static String particulars(Device device, ObservationKind kind, String factor, Range range) {
        return device.mn() + " " + kind.label() + " " + factor + " " + range;
    }
}
