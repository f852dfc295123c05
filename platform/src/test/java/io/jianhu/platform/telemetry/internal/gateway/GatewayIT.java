package io.jianhu.platform.telemetry.internal.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Frame;
import io.jianhu.hj212.Outgoing;
import io.jianhu.platform.database.TestDatabase;
import io.jianhu.platform.registry.DevicePassword;
import io.jianhu.platform.registry.Medium;
import io.jianhu.platform.registry.Registration;
import io.jianhu.platform.support.Fleet;
import io.jianhu.platform.support.Wire;
import io.jianhu.platform.telemetry.FrameListener;
import io.jianhu.platform.telemetry.FrameStored;
import io.jianhu.platform.telemetry.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a data logger gets from the front door, and what is in the database when it gets it. */
class GatewayIT {

    private static final String MN = "010000A8900016F000169DC0";

    private final TestDatabase db = TestDatabase.fresh();
    private final BlockingQueue<FrameStored> told = new LinkedBlockingQueue<>();
    private RunningGateway gateway = open(Map.of());

    private RunningGateway open(Map<String, String> settings) {
        FrameListener listener = new FrameListener() {
            @Override
            public String listenerName() {
                return "test";
            }

            @Override
            public void frameStored(FrameStored frame) {
                told.add(frame);
            }
        };
        return RunningGateway.with(db.url(), db.dataSource(), settings, List.of(listener));
    }

    @AfterEach
    void close() {
        gateway.close();
        db.close();
    }

    @Test
    void an_upload_is_stored_when_its_acknowledgement_comes() throws Exception {
        try (Wire wire = new Wire(gateway.port())) {
            byte[] frame = Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 0));
            wire.send(frame);
            Frame answer = wire.get();
            assertThat(answer.cn()).isEqualTo("9014");
            assertThat(answer.st()).isEqualTo("91");
            assertThat(answer.qn()).isEqualTo("20261125100000000");
            assertThat(answer.mn()).isEqualTo(MN);
            assertThat(answer.flag().value()).isEqualTo(4);
            assertThat(frames("verdict = 0 and seq = 1 and edition = '2017' and reply is not null and bytes = '"
                            + hex(frame) + "'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_frame_that_comes_byte_by_byte_is_stored_with_its_tail() throws Exception {
        byte[] frame = Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 0));
        try (Wire wire = new Wire(gateway.port())) {
            for (byte b : frame) {
                wire.send(new byte[] {b});
            }
            wire.get();
            assertThat(frames("verdict = 0 and bytes = '" + hex(frame) + "'")).isEqualTo(1);
        }
        assertThat(frames("true")).isEqualTo(1);
    }

    @Test
    void a_frame_without_a_tail_is_acknowledged_and_its_device_told_of() throws Exception {
        byte[] frame = Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 0));
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(Arrays.copyOf(frame, frame.length - 2));
            assertThat(wire.get().cn()).isEqualTo("9014");
        }
        assertThat(frames("verdict = 1 and findings[1] like 'NO_TAIL@%'")).isEqualTo(1);
    }

    @Test
    void a_listener_is_told_after_the_commit() throws Exception {
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 0)));
            FrameStored frame = next();
            assertThat(frame.verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(frame.mn()).isEqualTo(MN);
            assertThat(frame.findUsableFrame()).isPresent();
            assertThat(frame.acknowledgement()).isPresent();
            assertThat(frames("device_id = " + frame.ref().deviceId() + " and seq = "
                            + frame.ref().seq()))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_resend_is_acknowledged_again_and_stored_once() throws Exception {
        byte[] frame = Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 0));
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(concat(frame, frame));
            wire.get();
            wire.get();
            wire.send(frame);
            assertThat(wire.get().qn()).isEqualTo("20261125100000000");
        }
        assertThat(frames("true")).isEqualTo(1);
        assertThat(gateway.count("jianhu.resends")).isEqualTo(2);
    }

    @Test
    void a_resend_after_a_restart_and_many_later_frames_is_stored_once() throws Exception {
        byte[] first = Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 0));
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(first);
            wire.get();
            for (int minute = 1; minute <= 40; minute++) {
                wire.send(Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, minute)));
                wire.get();
            }
        }
        gateway.close();
        gateway = open(Map.of());
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(first);
            assertThat(wire.get().qn()).isEqualTo("20261125100000000");
            wire.send(Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 40)));
            wire.get();
            wire.send(Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 41)));
            wire.get();
        }
        assertThat(frames("true")).isEqualTo(42);
        assertThat(db.jdbc().sql("select max(seq) from frame").query(Long.class).single())
                .isEqualTo(42);
    }

    @Test
    void the_same_key_with_other_content_is_stored_with_a_finding_and_acknowledged() throws Exception {
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(upload("20261125100000000", "2011", "20261125100000", "w01018-Rtd", "1"));
            wire.get();
            wire.send(upload("20261125100000000", "2011", "20261125100000", "w01018-Rtd", "2"));
            wire.get();
        }
        assertThat(frames("findings = '{SAME_KEY_OTHER_CONTENT@0}' and verdict = 1"))
                .isEqualTo(1);
        assertThat(frames("true")).isEqualTo(2);
        assertThat(db.jdbc()
                        .sql("select occurrences from finding_day where code = 'SAME_KEY_OTHER_CONTENT'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_corrupt_frame_is_stored_and_not_acknowledged() throws Exception {
        byte[] corrupt = Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 0));
        corrupt[60] ^= 1;
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(corrupt);
            wire.send(Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 1)));
            assertThat(wire.get().qn()).isEqualTo("20261125100100000");
            assertThat(wire.find(Duration.ofMillis(200))).isEmpty();
        }
        assertThat(frames("verdict = 2 and reply is null and bytes = '" + hex(corrupt) + "'"))
                .isEqualTo(1);
        assertThat(db.jdbc()
                        .sql("select count(*) from device")
                        .query(Long.class)
                        .single())
                .as("device 0 and the sound one")
                .isEqualTo(2);
    }

    @Test
    void junk_is_stored_with_the_device_that_spoke_before() throws Exception {
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 0)));
            wire.get();
            wire.send("ATH0 no carrier".getBytes(StandardCharsets.US_ASCII));
            wire.send(Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 1)));
            wire.get();
        }
        assertThat(db.jdbc().sql("""
                                select convert_from(f.bytes, 'UTF8') from frame f join device using (device_id)
                                where verdict = 3 and device.mn = :mn
                                """).param("mn", MN).query(String.class).single())
                .isEqualTo("ATH0 no carrier");
    }

    @Test
    void a_truncated_frame_holds_the_next_one_back_for_a_pause_only() throws Exception {
        gateway.close();
        gateway = open(Map.of("pause", "300ms"));
        byte[] frame = Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 0));
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(Arrays.copyOf(frame, frame.length - 30));
            assertThat(next().verdict()).isNotEqualTo(Verdict.ACCEPTED);
            wire.send(Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 1)));
            assertThat(wire.get().qn()).isEqualTo("20261125100100000");
        }
    }

    @Test
    void an_unknown_device_is_quarantined_and_answered() throws Exception {
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(Fleet.frame("NEVER_SEEN_0001", LocalDateTime.of(2026, 11, 25, 10, 0)));
            wire.get();
        }
        assertThat(db.jdbc()
                        .sql("select status from device where mn = 'NEVER_SEEN_0001'")
                        .query(String.class)
                        .single())
                .isEqualTo("quarantine");
    }

    @Test
    void new_devices_beyond_the_rate_share_device_0_and_are_kept() throws Exception {
        gateway.close();
        gateway = open(Map.of("new-devices-per-minute", "2"));
        try (Wire wire = new Wire(gateway.port())) {
            for (int i = 0; i < 5; i++) {
                wire.send(Fleet.frame("FORGED_" + i, LocalDateTime.of(2026, 11, 25, 10, 0)));
                wire.get();
            }
        }
        assertThat(frames("device_id = 0 and 'TOO_MANY_NEW_DEVICES@0' = any (findings)"))
                .isEqualTo(3);
    }

    @Test
    void a_wrong_password_is_a_finding_or_a_refusal_as_the_policy_says() throws Exception {
        gateway.directory().register(MN, registration("654321"));
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 0)));
            wire.get();
        }
        assertThat(frames("verdict = 1 and findings = '{PASSWORD_MISMATCH@0}'")).isEqualTo(1);
        gateway.close();
        gateway = open(Map.of("wrong-password", "reject"));
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 1)));
            assertThat(wire.find(Duration.ofMillis(500))).isEmpty();
        }
        assertThat(frames("verdict = 2 and findings = '{PASSWORD_MISMATCH@0}'")).isEqualTo(1);
    }

    @Test
    void hour_values_said_otherwise_are_a_new_revision_and_said_again_are_none() throws Exception {
        try (Wire wire = new Wire(gateway.port())) {
            String hour = "20261125090000";
            for (String[] sent : new String[][] {
                {"20261125100000001", "36.90"},
                {"20261125100000002", "36.9"},
                {"20261125100000003", "37.1"},
                {"20261125100000004", "--"}
            }) {
                wire.send(upload(sent[0], "2061", hour, "w01018-Avg", sent[1]));
                wire.get();
            }
        }
        assertThat(db.jdbc().sql("""
                                select revision || ' ' || coalesce(avg_value::text, '-') || ' ' || coalesce(other::text, '-')
                                from observation where kind = 'hour' and factor = 'w01018' order by revision
                                """).query(String.class).list())
                .containsExactly("1 36.90 -", "2 37.1 -", "3 - {\"Avg\": \"--\"}");
        assertThat(frames("true")).isEqualTo(4);
    }

    @Test
    void values_of_an_impossible_time_are_kept_in_the_frame_only() throws Exception {
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(upload("20261125100000001", "2061", "19990101000000", "w01018-Avg", "1"));
            wire.get();
            wire.send(upload("20261125100000002", "2061", "20990101000000", "w01018-Avg", "1"));
            wire.get();
        }
        assertThat(frames("'TIME_IMPLAUSIBLE@0' = any (findings)")).isEqualTo(2);
        assertThat(db.jdbc()
                        .sql("select count(*) from observation")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void what_the_database_refuses_is_stored_as_bytes_and_stops_nobody_else() throws Exception {
        db.jdbc()
                .sql("alter table observation add check (avg_value is null or avg_value < 1000)")
                .update();
        try (Wire wire = new Wire(gateway.port())) {
            byte[] all = new byte[0];
            for (int i = 0; i < 9; i++) {
                all = concat(
                        all,
                        upload(
                                "2026112510000000" + i,
                                "2061",
                                "20261125090000",
                                "w0101" + i + "-Avg",
                                i == 4 ? "5000" : "5"));
            }
            wire.send(all);
            for (int i = 0; i < 9; i++) {
                assertThat(wire.get().qn()).isEqualTo("2026112510000000" + i);
            }
        }
        assertThat(frames("'CONTENT_NOT_STORABLE@0' = any (findings)")).isEqualTo(1);
        assertThat(db.jdbc()
                        .sql("select count(*) from observation")
                        .query(Long.class)
                        .single())
                .isEqualTo(8);
    }

    @Test
    void too_much_junk_closes_the_connection_and_is_kept() throws Exception {
        try (Wire wire = new Wire(gateway.port())) {
            byte[] noise = new byte[300 * 1024];
            Arrays.fill(noise, (byte) 'x');
            wire.send(noise);
            assertThat(wire.closesWithin(Duration.ofSeconds(20))).isTrue();
        } catch (IOException closedWhileSending) {
            assertThat(closedWhileSending).isNotNull();
        }
        while (next().verdict() == Verdict.JUNK && frames("verdict = 3") < 4) {
            // Each chunk is told when it is stored.
        }
        assertThat(db.jdbc()
                        .sql("select max(length(bytes)) from frame where device_id = 0")
                        .query(Integer.class)
                        .single())
                .isEqualTo(64 * 1024);
    }

    @Test
    void a_second_connection_from_an_address_is_refused_above_the_cap() throws Exception {
        gateway.close();
        gateway = open(Map.of("connections-per-address", "1"));
        try (Wire first = new Wire(gateway.port())) {
            first.send(Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 0)));
            first.get();
            try (Wire second = new Wire(gateway.port())) {
                assertThat(second.closesWithin(Duration.ofSeconds(10))).isTrue();
            }
            first.send(Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 1)));
            first.get();
        }
    }

    @Test
    void a_device_can_be_sent_to_while_it_is_connected() throws Exception {
        assertThat(gateway.link().findConnection(MN)).isEmpty();
        try (Wire wire = new Wire(gateway.port())) {
            wire.send(Fleet.frame(MN, LocalDateTime.of(2026, 11, 25, 10, 0)));
            wire.get();
            byte[] request = Outgoing.to(Edition.HJ_212_2017, "32", "1011")
                    .qn("20261125100000500")
                    .pw("123456")
                    .mn(MN)
                    .answerWanted()
                    .build()
                    .toBytes();
            gateway.link()
                    .findConnection(MN)
                    .orElseThrow()
                    .send(request)
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            assertThat(wire.get().cn()).isEqualTo("1011");
        }
        Instant limit = Instant.now().plusSeconds(10);
        while (gateway.link().findConnection(MN).isPresent() && Instant.now().isBefore(limit)) {
            Thread.onSpinWait();
        }
        assertThat(gateway.link().findConnection(MN)).isEmpty();
    }

    private FrameStored next() throws InterruptedException {
        FrameStored frame = told.poll(20, TimeUnit.SECONDS);
        if (frame == null) {
            throw new AssertionError("no frame was stored within 20 s");
        }
        return frame;
    }

    private long frames(String condition) {
        return db.jdbc()
                .sql("select count(*) from frame where " + condition)
                .query(Long.class)
                .single();
    }

    private static byte[] upload(String qn, String cn, String dataTime, String key, String value) {
        return Outgoing.to(Edition.HJ_212_2017, "32", cn)
                .qn(qn)
                .pw("123456")
                .mn(MN)
                .answerWanted()
                .field("DataTime", dataTime)
                .field(key, value)
                .with(key.substring(0, key.indexOf('-')) + "-Flag", "N")
                .build()
                .toBytes();
    }

    private static Registration registration(String password) {
        return new Registration(
                "排口",
                Medium.WASTE_WATER,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Registration.Secret.Set<>(DevicePassword.of(password)),
                new Registration.Secret.Keep<>());
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private static String hex(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }
}
