package io.jianhu.platform.telemetry.internal.store;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the writer remembers of one device: the end of its chain, and enough of the recent past to tell a re-send from a new
 * frame without asking the database.
 *
 * <p><b>Why memory can decide.</b> A re-send repeats MN, CN, QN and DataTime. A frame is therefore new if its time lies after
 * every time stored before this object was loaded and its QN after every QN stored since; or if its time lies after every
 * stored time of its CN; or if its time is exactly the latest one and the ring still holds every frame stored since that time
 * was first reached. Anything else is {@link Answer#ASK}: the database is asked, by the index on (device_id, data_time).
 *
 * <p>Confined to the writer thread. Whoever fails to commit forgets the object and loads it again.
 */
final class DeviceChain {

    static final int RING = 16;
    private static final int COMMANDS = 6;

    enum Answer {
        NEW,
        RESEND,
        OTHER_CONTENT,
        ASK
    }

    final int deviceId;
    long seq;
    byte[] head;
    int day;

    private final long[] keys = new long[RING];
    private final long[] contents = new long[RING];
    private int pushed;

    private final String[] commands = new String[COMMANDS];
    private final long[] latest = new long[COMMANDS];
    /** {@link #pushed} when {@link #latest} was reached; -1 where that was before this object was loaded. */
    private final int[] latestSince = new int[COMMANDS];

    private int commandCount;
    private final long latestAtLoad;
    private long highestQnSinceLoad;

    /** The chain of a device that has no frames. */
    static DeviceChain empty(int deviceId) {
        return new DeviceChain(deviceId, 0, ChainHash.GENESIS, Integer.MIN_VALUE, Long.MIN_VALUE);
    }

    /**
     * @param day epoch day of the partition the last frame lies in
     * @param latestAtLoad latest data time of any stored frame, microseconds
     */
    DeviceChain(int deviceId, long seq, byte[] head, int day, long latestAtLoad) {
        this.deviceId = deviceId;
        this.seq = seq;
        this.head = head;
        this.day = day;
        this.latestAtLoad = latestAtLoad;
    }

    Answer recognise(Received received) {
        Received.Identity identity = received.identity;
        long key = identity.dedupKey();
        if (key == Received.NO_KEY) {
            return Answer.NEW;
        }
        Answer known = searchRing(key, contentOf(received.contentHash));
        if (known == Answer.RESEND) {
            return known;
        }
        if (!identity.timeFromFrame()) {
            return known == null ? Answer.NEW : known;
        }
        if (known != null) {
            // Another content under this key is remembered; this very one may be stored and have left the ring.
            return Answer.ASK;
        }
        if (identity.qn() > highestQnSinceLoad && identity.dataTimeMicros() > latestAtLoad) {
            return Answer.NEW;
        }
        int command = findCommand(received.header.cn());
        long newest = command < 0 ? latestAtLoad : latest[command];
        if (command < 0 && commandCount == COMMANDS) {
            return Answer.ASK;
        }
        if (identity.dataTimeMicros() > newest) {
            return Answer.NEW;
        }
        boolean ringReachesBack = command >= 0 && latestSince[command] >= 0 && pushed - latestSince[command] <= RING;
        return identity.dataTimeMicros() == newest && ringReachesBack ? Answer.NEW : Answer.ASK;
    }

    /** Notes a frame that this batch stores. */
    void remember(Received received) {
        Received.Identity identity = received.identity;
        if (identity.dedupKey() == Received.NO_KEY) {
            return;
        }
        int before = pushed;
        remember(identity.dedupKey(), contentOf(received.contentHash));
        highestQnSinceLoad = Math.max(highestQnSinceLoad, identity.qn());
        if (!identity.timeFromFrame()) {
            return;
        }
        int command = findCommand(received.header.cn());
        if (command < 0) {
            if (commandCount == COMMANDS) {
                return;
            }
            command = commandCount++;
            commands[command] = received.header.cn();
            latest[command] = latestAtLoad;
            latestSince[command] = -1;
        }
        if (identity.dataTimeMicros() > latest[command]) {
            latest[command] = identity.dataTimeMicros();
            latestSince[command] = before;
        }
    }

    void remember(long key, long content) {
        keys[pushed % RING] = key;
        contents[pushed % RING] = content;
        pushed++;
    }

    private @Nullable Answer searchRing(long key, long content) {
        Answer answer = null;
        int filled = Math.min(pushed, RING);
        for (int i = 0; i < filled; i++) {
            if (keys[i] == key) {
                if (contents[i] == content) {
                    return Answer.RESEND;
                }
                answer = Answer.OTHER_CONTENT;
            }
        }
        return answer;
    }

    private int findCommand(String cn) {
        for (int i = 0; i < commandCount; i++) {
            if (commands[i].equals(cn)) {
                return i;
            }
        }
        return -1;
    }

    static long contentOf(byte[] contentHash) {
        return ByteBuffer.wrap(contentHash).getLong();
    }

    @Override
    public String toString() {
        return "DeviceChain[" + deviceId + " at " + seq + ", " + Arrays.toString(commands) + "]";
    }
}
