package io.jianhu.platform.telemetry.internal.store;

import io.jianhu.hj212.Frame;
import io.jianhu.platform.database.Partitions;
import io.jianhu.platform.telemetry.GatewayFinding;
import io.jianhu.platform.telemetry.internal.store.Received.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * Writes one batch of frames, and everything that follows from them, in one transaction: each frame's place in its
 * device's chain, its row, the observations it states, its findings. Confined to the writer thread.
 */
final class BatchTransaction {

    private static final String COPY = """
            copy frame (device_id, seq, received_day, received_at, data_time, dedup_key, mn, qn, st, cn, pnum, pno,
                edition, verdict, findings, bytes, peer, reply, replied_at, prev_hash, hash)
            from stdin (format binary)""";

    private static final int COLUMNS = 21;
    private static final int MAX_SMALLINT = Short.MAX_VALUE;

    /** No interval can begin before HJ/T 212-2005 came into force. */
    private static final long EARLIEST_DATA = Micros.of(Instant.parse("2006-01-31T16:00:00Z"));

    private static final long FUTURE_GRACE = Duration.ofDays(31).toMillis() * 1_000;

    private record Key(int deviceId, long dedupKey) {}

    private final Chains chains;
    private final Partitions partitions;
    private final Clock clock;
    private final ChainHash chainHash = new ChainHash();
    private final CopyBuffer rows = new CopyBuffer();
    private final FindingTally findings = new FindingTally();
    private final Observations observations = new Observations();

    BatchTransaction(Chains chains, Partitions partitions, Clock clock) {
        this.chains = chains;
        this.partitions = partitions;
        this.clock = clock;
    }

    /**
     * Stores the batch and commits. Every frame has its device; afterwards every frame has its outcome, and every one that was
     * not a re-send its place in the chain.
     *
     * @return the frames stored
     */
    int store(Connection connection, List<Received> batch) throws SQLException {
        chains.load(connection, batch, Micros.day(Micros.of(clock.instant())));
        recognise(connection, batch);
        findings.clear();
        observations.clear();
        int stored = place(batch);
        if (stored > 0) {
            observations.listDataTimes().stream()
                    .map(BatchTransaction::day)
                    .distinct()
                    .forEach(day -> partitions.ensure(Partitions.Table.OBSERVATION, day));
            batch.stream()
                    .filter(received -> received.outcome != Outcome.RESEND)
                    .mapToInt(received -> received.day)
                    .distinct()
                    .forEach(day -> partitions.ensure(Partitions.Table.FRAME, LocalDate.ofEpochDay(day)));
            copy(connection, batch);
            observations.write(connection);
            findings.write(connection);
        }
        connection.commit();
        return stored;
    }

    /** Tells re-sends from new frames: by memory where it can decide, by one query for all the others, and within the batch. */
    private void recognise(Connection connection, List<Received> batch) throws SQLException {
        List<Received> asked = new ArrayList<>();
        for (Received received : batch) {
            received.outcome = Outcome.NEW;
            switch (chains.get(received.deviceId).recognise(received)) {
                case NEW -> {}
                case RESEND -> received.outcome = Outcome.RESEND;
                case OTHER_CONTENT -> received.outcome = Outcome.OTHER_CONTENT;
                case ASK -> asked.add(received);
            }
        }
        if (!asked.isEmpty()) {
            Chains.ask(connection, asked);
        }
        Map<Key, List<Received>> inBatch = new HashMap<>();
        for (Received received : batch) {
            if (received.identity.dedupKey() == Received.NO_KEY || received.outcome == Outcome.RESEND) {
                continue;
            }
            Key key = new Key(received.deviceId, received.identity.dedupKey());
            List<Received> before = inBatch.get(key);
            if (before == null) {
                inBatch.put(key, List.of(received));
                continue;
            }
            long content = DeviceChain.contentOf(received.contentHash);
            if (before.stream().anyMatch(other -> DeviceChain.contentOf(other.contentHash) == content)) {
                received.outcome = Outcome.RESEND;
            } else {
                received.outcome = Outcome.OTHER_CONTENT;
                List<Received> all = new ArrayList<>(before);
                all.add(received);
                inBatch.put(key, all);
            }
        }
    }

    /** Gives every frame that is not a re-send its place in the chain, and collects what follows from it. */
    private int place(List<Received> batch) {
        int stored = 0;
        for (Received received : batch) {
            if (received.outcome == Outcome.RESEND) {
                continue;
            }
            stored++;
            DeviceChain chain = chains.get(received.deviceId);
            received.seq = chain.seq + 1;
            received.day = Math.max(chain.day, Micros.day(received.receivedMicros));
            received.prevHash = chain.head;
            received.hash = chainHash.ofLink(
                    chain.head, received.seq, received.receivedMicros, received.header.mn(), received.contentHash);
            received.allFindings = findingsOf(received);
            chain.seq = received.seq;
            chain.day = received.day;
            chain.head = received.hash;
            chain.remember(received);
            for (String finding : received.allFindings) {
                findings.add(received, finding);
            }
        }
        return stored;
    }

    private List<String> findingsOf(Received received) {
        List<String> all = received.findings;
        if (received.outcome == Outcome.OTHER_CONTENT) {
            all = with(all, GatewayFinding.SAME_KEY_OTHER_CONTENT);
        }
        if (received.deviceFinding != null) {
            all = with(all, received.deviceFinding);
        }
        if (received.stripped) {
            return with(all, GatewayFinding.CONTENT_NOT_STORABLE);
        }
        Frame frame = received.findUsableFrame().orElse(null);
        String kind = frame == null ? null : Observations.findKind(frame.cn()).orElse(null);
        if (frame == null || kind == null || frame.items().isEmpty()) {
            return all;
        }
        Instant dataTime = frame.findDataTime().orElse(null);
        if (dataTime == null) {
            return all;
        }
        long micros = Micros.of(dataTime);
        if (micros < EARLIEST_DATA || micros > received.receivedMicros + FUTURE_GRACE) {
            return with(all, GatewayFinding.TIME_IMPLAUSIBLE);
        }
        observations.add(received, frame, kind, micros);
        return all;
    }

    private static List<String> with(List<String> findings, GatewayFinding finding) {
        List<String> all = new ArrayList<>(findings);
        all.add(finding.name() + "@0");
        return all;
    }

    private void copy(Connection connection, List<Received> batch) throws SQLException {
        long now = Micros.of(clock.instant());
        rows.start();
        for (Received received : batch) {
            if (received.outcome != Outcome.RESEND) {
                row(received, now);
            }
        }
        rows.end();
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        CopyIn copy = copies.copyIn(COPY);
        try {
            copy.writeToCopy(rows.array(), 0, rows.length());
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void row(Received received, long now) {
        Received.Header header = received.header;
        rows.row(COLUMNS);
        rows.int4(received.deviceId);
        rows.int8(received.seq);
        rows.date(received.day);
        rows.timestamp(received.receivedMicros);
        rows.timestamp(received.identity.dataTimeMicros());
        rows.int8(received.identity.dedupKey());
        rows.text(header.mn());
        rows.text(header.qn());
        rows.text(header.st());
        rows.text(header.cn());
        packet(header.pnum());
        packet(header.pno());
        rows.text(header.edition());
        rows.int2(received.finalVerdict().code());
        rows.texts(received.allFindings);
        rows.bytes(received.bytes);
        rows.text(received.source.peer());
        if (received.reply == null) {
            rows.nothing();
            rows.nothing();
        } else {
            rows.bytes(received.reply);
            rows.timestamp(now);
        }
        rows.bytes(received.prevHash);
        rows.bytes(received.hash);
    }

    private void packet(int number) {
        if (number < 0 || number > MAX_SMALLINT) {
            rows.nothing();
        } else {
            rows.int2(number);
        }
    }

    private static LocalDate day(long micros) {
        return LocalDate.ofEpochDay(Micros.day(micros));
    }
}
