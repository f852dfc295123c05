package io.jianhu.platform.telemetry.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.hj212.Decoded;
import io.jianhu.platform.telemetry.Verdict;
import io.jianhu.platform.telemetry.internal.store.DeviceChain.Answer;
import io.jianhu.platform.telemetry.internal.store.Received.Header;
import io.jianhu.platform.telemetry.internal.store.Received.Identity;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Memory may say "ask the database"; what it decides by itself must be what a search through every frame says. */
class DeviceChainTest {

    private static final FrameSource SOURCE = new FrameSource() {
        @Override
        public long number() {
            return 1;
        }

        @Override
        public String peer() {
            return "127.0.0.1:1";
        }
    };

    @Test
    void memory_never_contradicts_a_search_through_all_frames() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int decided = 0;
        for (int device = 0; device < 300; device++) {
            List<Received> stored = new ArrayList<>();
            DeviceChain chain = DeviceChain.empty(1);
            for (int i = 0; i < 200; i++) {
                Received next = random.nextInt(4) == 0 && !stored.isEmpty()
                        ? again(stored.get(random.nextInt(stored.size())), random)
                        : invented(random);
                Answer answer = chain.recognise(next);
                Answer truth = search(stored, next);
                if (answer != Answer.ASK) {
                    decided++;
                    assertThat(answer)
                            .as("seed %d, device %d, frame %d", seed, device, i)
                            .isEqualTo(truth);
                }
                if (truth != Answer.RESEND) {
                    stored.add(next);
                    chain.remember(next);
                }
                if (random.nextInt(60) == 0) {
                    chain = reloaded(stored);
                }
            }
        }
        assertThat(decided).as("seed %d", seed).isPositive();
    }

    @Test
    void a_device_that_sends_one_frame_after_the_other_needs_no_database() {
        DeviceChain chain = reloaded(List.of(frame("2011", 1_000, 1_000_000, 1)));
        for (long n = 2; n < 2_000; n++) {
            Received next = frame("2011", 1_000 + n, 1_000_000 + n / 40 + 1, n);
            assertThat(chain.recognise(next)).isEqualTo(Answer.NEW);
            chain.remember(next);
        }
    }

    /** The slow, obvious way. */
    private static Answer search(List<Received> stored, Received next) {
        Answer answer = Answer.NEW;
        for (Received before : stored) {
            if (before.identity.dedupKey() == next.identity.dedupKey()) {
                if (DeviceChain.contentOf(before.contentHash) == DeviceChain.contentOf(next.contentHash)) {
                    return Answer.RESEND;
                }
                answer = Answer.OTHER_CONTENT;
            }
        }
        return answer;
    }

    /** As {@link Chains} loads it: the end of the chain, the latest time, and the last frames. */
    private static DeviceChain reloaded(List<Received> stored) {
        long latest = stored.stream()
                .mapToLong(frame -> frame.identity.dataTimeMicros())
                .max()
                .orElse(Long.MIN_VALUE);
        DeviceChain chain = new DeviceChain(1, stored.size(), ChainHash.GENESIS, 0, latest);
        stored.subList(Math.max(0, stored.size() - DeviceChain.RING), stored.size())
                .forEach(frame -> chain.remember(frame.identity.dedupKey(), DeviceChain.contentOf(frame.contentHash)));
        return chain;
    }

    private static Received invented(Random random) {
        String cn = List.of("2011", "2051", "2061", "2031", "1011", "3020", "2021", "2041")
                .get(random.nextInt(8));
        return frame(cn, 1 + random.nextInt(300), random.nextInt(40), random.nextInt(3));
    }

    private static Received again(Received before, Random random) {
        Identity identity = before.identity;
        return frame(before.header.cn(), identity.qn(), identity.dataTimeMicros(), random.nextInt(3));
    }

    private static Received frame(String cn, long qn, long dataTime, long content) {
        byte[] hash = ByteBuffer.allocate(32).putLong(content).array();
        long key = Long.parseLong(cn) * 1_000_000_000_000L + qn * 10_000_000L + dataTime + 1;
        return new Received.Builder(SOURCE, 0, new byte[0], hash)
                .frame(
                        new Decoded.Rejected(Optional.empty(), List.of()),
                        Verdict.ACCEPTED,
                        new Header("MN", "", "", cn, -1, -1, "2017"))
                .identity(new Identity("MN", true, key, qn, dataTime, true))
                .build();
    }
}
