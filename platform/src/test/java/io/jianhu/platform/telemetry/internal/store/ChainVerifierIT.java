package io.jianhu.platform.telemetry.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.platform.database.Database;
import io.jianhu.platform.database.DatabaseSettings;
import io.jianhu.platform.database.TestDatabase;
import io.jianhu.platform.telemetry.FrameListener;
import io.jianhu.platform.telemetry.Verdict;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code verify-chain} on chains somebody has touched. */
class ChainVerifierIT {

    private static final Instant DAY_BEFORE = Instant.parse("2026-11-24T15:59:00Z");

    private final TestDatabase db = TestDatabase.fresh();

    /** Five frames of device 0 before midnight and five after. */
    @BeforeEach
    void write() throws Exception {
        List<Received> frames = new ArrayList<>();
        ChainHash hash = new ChainHash();
        for (int i = 0; i < 10; i++) {
            byte[] bytes = ("junk " + i).getBytes(StandardCharsets.US_ASCII);
            Instant at = DAY_BEFORE.plusSeconds(i < 5 ? i : 3_600 + i);
            frames.add(new Received.Builder(new Nowhere(), Micros.of(at), bytes, hash.ofContent(bytes)).build());
        }
        CountDownLatch committed = new CountDownLatch(1);
        FrameQueue queue = new FrameQueue(new FrameQueue.Marks(100, 1_000_000));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        FrameWriter writer = new FrameWriter(
                queue,
                db.dataSource(),
                new StoreParts(db.partitions(), Clock.systemUTC()),
                all -> all.forEach(frame -> frame.belongsTo(0)),
                new FrameWriter.Committed() {
                    @Override
                    public void committed(List<Received> batch) {
                        committed.countDown();
                    }

                    @Override
                    public void relieved() {}
                },
                new StoredFrames(List.<FrameListener>of(), meters),
                new IngestMeter(meters, Clock.systemUTC(), queue, () -> 0));
        writer.start(Duration.ofSeconds(10));
        queue.offerAll(frames);
        assertThat(committed.await(30, TimeUnit.SECONDS)).isTrue();
        writer.stop(Duration.ofSeconds(10));
        assertThat(frames).allMatch(frame -> frame.verdict == Verdict.JUNK);
    }

    @AfterEach
    void drop() {
        db.close();
    }

    @Test
    void an_untouched_chain_holds_over_two_days() {
        assertThat(said(0)).contains("OK: 1 devices, 10 frames, 0 chains broken");
        assertThat(db.jdbc()
                        .sql("select count(distinct received_day) from frame")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void changed_bytes_are_named() {
        change("update frame set bytes = 'other' where seq = 4");
        assertThat(said(1)).contains("20261124-0-4").contains("its bytes, MN or time of receipt were changed");
    }

    @Test
    void a_changed_time_of_receipt_is_named() {
        change("update frame set received_at = received_at + interval '1 microsecond' where seq = 7");
        assertThat(said(1)).contains("20261125-0-7").contains("its bytes, MN or time of receipt were changed");
    }

    @Test
    void a_missing_frame_is_named_by_the_one_after_it() {
        change("delete from frame where seq in (5, 6)");
        assertThat(said(1))
                .contains("20261125-0-7")
                .contains("expected position 5")
                .contains("are missing");
    }

    @Test
    void a_changed_link_is_named() {
        change("update frame set prev_hash = sha256('x') where seq = 2");
        assertThat(said(1)).contains("20261124-0-2").contains("its link to the frame before it does not fit");
    }

    @Test
    void a_frame_put_in_twice_is_named() {
        change("""
                insert into frame
                select device_id, seq, received_day + 1, received_at, data_time, dedup_key, mn, qn, st, cn, pnum, pno,
                    edition, verdict, findings, bytes, peer, reply, replied_at, prev_hash, hash
                from frame where seq = 3
                """);
        assertThat(said(1)).contains("20261125-0-3").contains("is taken twice");
    }

    private void change(String sql) {
        assertThat(db.jdbc().sql(sql).update()).isPositive();
    }

    private String said(int exit) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Database database = Database.connect(new DatabaseSettings(Path.of("target/unused"), Optional.of(db.url())));
        int code =
                new VerifyChainCommand().run(List.of(), database, new PrintStream(out, true, StandardCharsets.UTF_8));
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(code).as(text).isEqualTo(exit);
        return text;
    }

    private record Nowhere() implements FrameSource {
        @Override
        public long number() {
            return 1;
        }

        @Override
        public String peer() {
            return "127.0.0.1:1";
        }
    }
}
