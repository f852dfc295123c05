package io.jianhu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T02:00:00Z"), ZoneOffset.ofHours(8));

    @TempDir
    Path folder;

    @Test
    void what_comes_back_is_what_was_saved_row_by_row() {
        try (TestDatabase source = TestDatabase.fresh();
                TestDatabase target = TestDatabase.empty()) {
            fill(source, 2_000);
            source.partitions().ensure(DAY.plusMonths(1));
            source.partitions()
                    .detach(source.partitions().list(Partitions.Table.FRAME).getLast());
            Path file = folder.resolve("city.backup");

            BackupReport saved = Backups.save(open(source), file, CLOCK);
            BackupReport restored = Backups.restore(open(target), file, ExistingTables.REFUSE);

            assertThat(restored.rows()).isEqualTo(saved.rows()).isGreaterThan(6_000);
            assertThat(rowHashes(target)).isEqualTo(rowHashes(source)).hasSizeGreaterThan(9);
            assertThat(partitions(target)).isEqualTo(partitions(source));
        }
    }

    @Test
    void a_restored_platform_goes_on_numbering_where_it_stopped() {
        try (TestDatabase source = TestDatabase.fresh();
                TestDatabase target = TestDatabase.empty()) {
            fill(source, 10);
            Path file = folder.resolve("city.backup");
            Backups.save(open(source), file, CLOCK);
            Backups.restore(open(target), file, ExistingTables.REFUSE);

            Database platform = open(target);
            platform.migrate();

            assertThat(insertDevice(target, "after")).isEqualTo(insertDevice(source, "after"));
        }
    }

    @Test
    void a_backup_is_for_its_owner_only_and_replaces_no_file() throws IOException {
        try (TestDatabase source = TestDatabase.fresh()) {
            Path file = folder.resolve("city.backup");
            Backups.save(open(source), file, CLOCK);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThatThrownBy(() -> Backups.save(open(source), file, CLOCK))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("exists")
                    .hasMessageContaining("已存在");
            assertThat(folder).isDirectoryContaining(path -> path.equals(file));
            assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
        }
    }

    /** Each transaction writes one observation and adds one to a count in another table: both tables must tell the same. */
    @Test
    void a_backup_taken_while_devices_send_is_one_instant() throws Exception {
        try (TestDatabase source = TestDatabase.fresh();
                TestDatabase target = TestDatabase.empty()) {
            source.partitions().ensure(DAY);
            AtomicBoolean stop = new AtomicBoolean();
            AtomicLong committed = new AtomicLong();
            CountDownLatch begun = new CountDownLatch(200);
            Thread writer = Thread.ofVirtual().start(() -> write(source, stop, committed, begun));
            begun.await();

            Path file = folder.resolve("city.backup");
            Backups.save(open(source), file, CLOCK);
            long writtenWhenSaved = committed.get();
            stop.set(true);
            writer.join();
            Backups.restore(open(target), file, ExistingTables.REFUSE);

            long observations = count(target, "select count(*) from observation");
            assertThat(observations)
                    .isEqualTo(count(target, "select sum(occurrences) from finding_day"))
                    .isBetween(200L, writtenWhenSaved);
        }
    }

    @Test
    void a_damaged_file_is_refused_by_the_name_of_its_entry_before_anything_changes() throws IOException {
        try (TestDatabase source = TestDatabase.fresh();
                TestDatabase target = TestDatabase.fresh()) {
            fill(source, 500);
            fill(target, 7);
            Map<String, String> before = rowHashes(target);
            Path file = folder.resolve("city.backup");
            Backups.save(open(source), file, CLOCK);
            flipByteOf(file, "tables/frame_2026_11_25.copy");

            assertThatThrownBy(() -> Backups.restore(open(target), file, ExistingTables.REPLACE))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("tables/frame_2026_11_25.copy")
                    .hasMessageContaining("损坏");
            assertThat(rowHashes(target)).isEqualTo(before);
        }
    }

    @Test
    void a_file_cut_short_is_refused() throws IOException {
        try (TestDatabase source = TestDatabase.fresh();
                TestDatabase target = TestDatabase.empty()) {
            fill(source, 500);
            Path file = folder.resolve("city.backup");
            Backups.save(open(source), file, CLOCK);
            try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
                cut.setLength(cut.length() - 100);
            }
            assertThatThrownBy(() -> Backups.restore(open(target), file, ExistingTables.REFUSE))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("cut short");
        }
    }

    @Test
    void a_restore_that_fails_half_way_leaves_the_database_as_it_was() throws IOException {
        try (TestDatabase source = TestDatabase.fresh();
                TestDatabase target = TestDatabase.fresh()) {
            fill(source, 50);
            fill(target, 7);
            Map<String, String> before = rowHashes(target);
            Path file = folder.resolve("city.backup");
            Backups.save(open(source), file, CLOCK);
            claimOneMoreRow(file);

            assertThatThrownBy(() -> Backups.restore(open(target), file, ExistingTables.REPLACE))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("the database is what it was");
            assertThat(rowHashes(target)).isEqualTo(before);
            assertThat(count(target, "select count(*) from pg_namespace where nspname = 'jianhu_restore'"))
                    .isZero();
        }
    }

    @Test
    void tables_that_are_there_are_replaced_only_when_asked() {
        try (TestDatabase source = TestDatabase.fresh();
                TestDatabase target = TestDatabase.fresh()) {
            fill(source, 20);
            fill(target, 7);
            Path file = folder.resolve("city.backup");
            Backups.save(open(source), file, CLOCK);

            assertThatThrownBy(() -> Backups.restore(open(target), file, ExistingTables.REFUSE))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("--replace");
            Backups.restore(open(target), file, ExistingTables.REPLACE);
            assertThat(rowHashes(target)).isEqualTo(rowHashes(source));
        }
    }

    @Test
    void nothing_is_restored_under_a_running_platform() throws Exception {
        try (TestDatabase source = TestDatabase.fresh();
                Connection platform = DriverManager.getConnection(source.url() + "&ApplicationName=jianhu")) {
            assertThat(platform.isValid(5)).isTrue();
            Path file = folder.resolve("city.backup");
            Backups.save(open(source), file, CLOCK);
            assertThatThrownBy(() -> Backups.restore(open(source), file, ExistingTables.REPLACE))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("A platform is connected");
        }
    }

    private static Database open(TestDatabase database) {
        return Database.open(new DatabaseSettings(Path.of("target"), Optional.of(database.url())));
    }

    private static void fill(TestDatabase database, int rows) {
        database.partitions().ensure(DAY);
        database.partitions().ensure(DAY.plusDays(1));
        database.jdbc().sql("""
                        insert into device (mn, name, status, medium, sm4_key)
                        select 'MN' || n, '排口 ' || n || ' "'' \\ ', 'registered', 'waste-water', sha256(n::text::bytea)
                        from generate_series(1, :rows) n""").param("rows", rows).update();
        database.jdbc().sql("""
                        insert into frame (device_id, seq, received_day, received_at, data_time, dedup_key, mn, qn, st, cn,
                            edition, verdict, findings, bytes, peer, reply, prev_hash, hash)
                        select 0, n, date '2026-11-25' + n % 2, '2026-11-25 10:00:00.123456+08', '2026-11-25 10:00+08', n,
                            'MN', '', '32', '2011', '2017', n % 4, array['CRC@3', 'a,b"c'], sha256(n::text::bytea), 'p',
                            case when n % 3 = 0 then 'x'::bytea end, ''::bytea, sha256((n + 1)::text::bytea)
                        from generate_series(1, :rows) n""").param("rows", rows).update();
        database.jdbc().sql("""
                        insert into observation (device_id, kind, factor, data_time, revision, as_sent, avg_value, other,
                            known_at, frame_day, frame_seq)
                        select 0, 'hour', 'w01018', timestamptz '2026-11-25 00:00+08' + n * interval '1 second', 1, n || '.50',
                            n * 1.10, jsonb_build_object('值', n), '2026-11-25 10:00+08', '2026-11-25', n
                        from generate_series(1, :rows) n""").param("rows", rows).update();
    }

    private static void write(TestDatabase database, AtomicBoolean stop, AtomicLong committed, CountDownLatch begun) {
        try (Connection connection = database.dataSource().getConnection();
                var observe = connection.prepareStatement("""
                        insert into observation
                            (device_id, kind, factor, data_time, revision, as_sent, known_at, frame_day, frame_seq)
                        values (0, 'hour', 'w01018', '2026-11-25 10:00+08', ?, '1', now(), '2026-11-25', 1)""");
                var countUp = connection.prepareStatement("""
                        insert into finding_day (device_id, day, code, occurrences, last_seq, last_day)
                        values (0, '2026-11-25', 'X', 1, 1, '2026-11-25')
                        on conflict (day, device_id, code) do update set occurrences = finding_day.occurrences + 1""")) {
            connection.setAutoCommit(false);
            for (int revision = 1; !stop.get(); revision++) {
                observe.setInt(1, revision);
                observe.executeUpdate();
                countUp.executeUpdate();
                connection.commit();
                committed.incrementAndGet();
                begun.countDown();
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int insertDevice(TestDatabase database, String mn) {
        return database.jdbc()
                .sql(
                        "insert into device (mn, name, status, medium) values (?, '', 'quarantine', 'other') returning device_id")
                .param(mn)
                .query(Integer.class)
                .single();
    }

    /** For each table, parents included, the hash over its rows as text. */
    private static Map<String, String> rowHashes(TestDatabase database) {
        Map<String, String> hashes = new TreeMap<>();
        database.jdbc()
                .sql("""
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                          and relname <> 'flyway_schema_history'""")
                .query(String.class)
                .list()
                .forEach(table -> hashes.put(
                        table,
                        database.jdbc()
                                .sql(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') from "
                                                + table + " t")
                                .query(String.class)
                                .single()));
        return hashes;
    }

    private static Map<String, Object> partitions(TestDatabase database) {
        Map<String, Object> bounds = new TreeMap<>();
        database.jdbc()
                .sql(
                        "select relname, pg_get_expr(relpartbound, oid) as bound from pg_class where relispartition and relkind = 'r'")
                .query()
                .listOfRows()
                .forEach(row -> bounds.put(String.valueOf(row.get("relname")), String.valueOf(row.get("bound"))));
        return bounds;
    }

    private static long count(TestDatabase database, String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }

    /** Flips a bit in the compressed bytes; the name stands first in the entry's own header, extra field and data follow. */
    private static void flipByteOf(Path file, String entry) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(entry);
        int extra = (bytes[name - 2] & 0xFF) | (bytes[name - 1] & 0xFF) << 8;
        bytes[name + entry.length() + extra + 2_000] ^= 0x40;
        Files.write(file, bytes);
    }

    private static void claimOneMoreRow(Path file) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file)) {
            Path manifest = zip.getPath("manifest.json");
            String text = Files.readString(manifest);
            assertThat(text).contains("\"rows\" : 50");
            Files.writeString(manifest, text.replaceFirst("\"rows\" : 50", "\"rows\" : 51"));
        }
    }
}
