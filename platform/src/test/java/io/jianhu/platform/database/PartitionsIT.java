package io.jianhu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartitionsIT {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);

    @Test
    void a_row_of_an_ensured_day_finds_its_partition() {
        try (TestDatabase db = TestDatabase.fresh()) {
            db.partitions().ensure(DAY);
            insertObservation(db, "2026-11-30T23:59:59+08:00");
            assertThat(db.jdbc()
                            .sql("select tableoid::regclass::text from observation")
                            .query(String.class)
                            .single())
                    .isEqualTo("observation_2026_11");
            assertThat(db.partitions().list(Partitions.Table.FRAME))
                    .singleElement()
                    .satisfies(partition -> {
                        assertThat(partition.name()).isEqualTo("frame_2026_11_25");
                        assertThat(partition.firstDay()).isEqualTo(DAY);
                    });
        }
    }

    @Test
    void many_at_once_make_each_partition_once() throws Exception {
        try (TestDatabase db = TestDatabase.fresh();
                ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> makers = IntStream.range(0, 24)
                    .<Callable<Void>>mapToObj(i -> () -> {
                        db.partitions().ensure(DAY.plusDays(i % 4));
                        return null;
                    })
                    .toList();
            for (Future<Void> done : pool.invokeAll(makers)) {
                done.get();
            }
            assertThat(db.partitions().list(Partitions.Table.FRAME)).hasSize(4);
            assertThat(db.partitions().list(Partitions.Table.OBSERVATION)).hasSize(1);
        }
    }

    @Test
    void a_detached_partition_keeps_its_rows_and_can_be_made_anew() {
        try (TestDatabase db = TestDatabase.fresh()) {
            Partitions partitions = db.partitions();
            partitions.ensure(DAY);
            insertObservation(db, "2026-11-25T10:00:00+08:00");
            partitions.detach(partitions.list(Partitions.Table.OBSERVATION).getFirst());
            assertThat(count(db, "observation")).isZero();
            assertThat(count(db, "observation_2026_11")).isOne();
            assertThat(partitions.list(Partitions.Table.OBSERVATION)).isEmpty();
        }
    }

    private static void insertObservation(TestDatabase db, String dataTime) {
        db.jdbc().sql("""
                        insert into observation
                            (device_id, kind, factor, data_time, revision, as_sent, known_at, frame_day, frame_seq)
                        values (0, 'hour', 'w01018', ?::timestamptz, 1, '12.5', ?::timestamptz, '2026-11-25', 1)""").params(dataTime, dataTime).update();
    }

    private static long count(TestDatabase db, String table) {
        return db.jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }
}
