package io.jianhu.platform.registry.internal;

import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Sm4Key;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DevicePassword;
import io.jianhu.platform.registry.DeviceStatus;
import io.jianhu.platform.registry.Medium;
import io.jianhu.platform.registry.Place;
import io.jianhu.platform.registry.Registration;
import io.jianhu.platform.registry.Registration.Secret;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code device}. */
@Repository
class DeviceRows {

    private static final String COLUMNS = """
            device_id, mn, name, status, medium, district_code, organisation_id, longitude, latitude, edition, password, sm4_key,
            first_heard_at, registered_at
            """;

    private final JdbcClient jdbc;

    DeviceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Device> findByMn(String mn) {
        return jdbc.sql("select " + COLUMNS + " from device where mn = :mn")
                .param("mn", mn)
                .query(DeviceRows::toDevice)
                .optional();
    }

    Optional<Device> findById(int deviceId) {
        return jdbc.sql("select " + COLUMNS + " from device where device_id = :id")
                .param("id", deviceId)
                .query(DeviceRows::toDevice)
                .optional();
    }

    /** Locks the row until the transaction ends. */
    Device getForChange(String mn) {
        return jdbc.sql("select " + COLUMNS + " from device where mn = :mn for update")
                .param("mn", mn)
                .query(DeviceRows::toDevice)
                .single();
    }

    List<Device> listAll() {
        return jdbc.sql("select " + COLUMNS + " from device order by mn collate \"C\"")
                .query(DeviceRows::toDevice)
                .list();
    }

    /** Makes the row unless it is there, also where others do the same at the same time; returns the rows made, 0 or 1. */
    int insertQuarantined(String mn, Optional<Instant> firstHeardAt) {
        return jdbc.sql("""
                insert into device (mn, name, status, medium, first_heard_at)
                values (:mn, :mn, 'quarantine', 'other', :at)
                on conflict (mn) do nothing
                """)
                .param("mn", mn)
                .param("at", timestamp(firstHeardAt), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    /**
     * As {@link #insertQuarantined(String, Optional)} for many, in the order of their MNs so that two callers cannot block
     * each other; returns the MNs inserted.
     */
    List<String> insertQuarantined(List<String> mns, Instant firstHeardAt) {
        return jdbc.sql("""
                insert into device (mn, name, status, medium, first_heard_at)
                select mn, mn, 'quarantine', 'other', :at from unnest(:mns) as t(mn) order by mn collate "C"
                on conflict (mn) do nothing
                returning mn
                """)
                .param("mns", mns.toArray(String[]::new))
                .param("at", timestamp(Optional.of(firstHeardAt)), Types.TIMESTAMP_WITH_TIMEZONE)
                .query((row, number) -> row.getString("mn"))
                .list();
    }

    List<Device> listByMns(List<String> mns) {
        return jdbc.sql("select " + COLUMNS + " from device where mn = any(:mns)")
                .param("mns", mns.toArray(String[]::new))
                .query(DeviceRows::toDevice)
                .list();
    }

    int setFirstHeard(int deviceId, Instant at) {
        return jdbc.sql("update device set first_heard_at = :at where device_id = :id and first_heard_at is null")
                .param("at", timestamp(Optional.of(at)), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", deviceId)
                .update();
    }

    /** Whether there is an enterprise of that number. */
    boolean isEnterprise(long organisationId) {
        return jdbc.sql("select count(*) from organisation where organisation_id = :id and kind = 'enterprise'")
                        .param("id", organisationId)
                        .query(Long.class)
                        .single()
                == 1;
    }

    void register(int deviceId, Registration registration, Instant now) {
        jdbc.sql("""
                update device set
                    name = :name, status = 'registered', medium = :medium, district_code = :district,
                    organisation_id = case :organisation when 0 then null else coalesce(:organisation, organisation_id) end,
                    longitude = :longitude, latitude = :latitude, edition = :edition,
                    password = case when :keepPassword then password else :password end,
                    sm4_key = case when :keepSm4Key then sm4_key else :sm4Key end,
                    registered_at = coalesce(registered_at, :now)
                where device_id = :id
                """)
                .param("id", deviceId)
                .param("name", registration.name())
                .param("medium", registration.medium().label())
                .param("district", registration.districtCode().orElse(null), Types.VARCHAR)
                .param("organisation", registration.organisationId().orElse(null), Types.BIGINT)
                .param("longitude", registration.place().map(Place::longitude).orElse(null), Types.NUMERIC)
                .param("latitude", registration.place().map(Place::latitude).orElse(null), Types.NUMERIC)
                .param("edition", registration.edition().map(Edition::label).orElse(null), Types.VARCHAR)
                .param("keepPassword", registration.password() instanceof Secret.Keep)
                .param(
                        "password",
                        newValue(registration.password())
                                .map(DevicePassword::reveal)
                                .orElse(null),
                        Types.VARCHAR)
                .param("keepSm4Key", registration.sm4Key() instanceof Secret.Keep)
                .param("sm4Key", newValue(registration.sm4Key()).orElse(null), Types.BINARY)
                .param("now", timestamp(Optional.of(now)), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private static <T> Optional<T> newValue(Secret<T> secret) {
        return secret instanceof Secret.Set<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    private static @Nullable OffsetDateTime timestamp(Optional<Instant> instant) {
        return instant.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static Device toDevice(ResultSet row, int rowNumber) throws SQLException {
        return new Device(
                row.getInt("device_id"),
                row.getString("mn"),
                row.getString("name"),
                DeviceStatus.getByLabel(row.getString("status")),
                Medium.getByLabel(row.getString("medium")),
                Optional.ofNullable(row.getString("district_code")),
                Optional.ofNullable(row.getObject("organisation_id", Long.class)),
                place(row),
                Optional.ofNullable(row.getString("edition")).map(DeviceRows::edition),
                Optional.ofNullable(row.getString("password")).map(DevicePassword::of),
                Optional.ofNullable(row.getBytes("sm4_key")).map(Sm4Key::of),
                instant(row, "first_heard_at"),
                instant(row, "registered_at"));
    }

    private static Optional<Place> place(ResultSet row) throws SQLException {
        BigDecimal longitude = row.getBigDecimal("longitude");
        BigDecimal latitude = row.getBigDecimal("latitude");
        return longitude == null || latitude == null ? Optional.empty() : Optional.of(new Place(longitude, latitude));
    }

    private static Edition edition(String label) {
        return Arrays.stream(Edition.values())
                .filter(edition -> edition.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such edition: " + label));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
