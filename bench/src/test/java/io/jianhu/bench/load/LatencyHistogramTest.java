package io.jianhu.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {

    @Test
    void percentiles_are_those_of_the_sorted_durations_within_one_percent() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        LatencyHistogram histogram = new LatencyHistogram();
        long[] durations = new long[100_000];
        for (int i = 0; i < durations.length; i++) {
            durations[i] = (long) Math.exp(random.nextDouble() * 23);
            histogram.record(durations[i]);
        }
        Arrays.sort(durations);

        for (double share : new double[] {0.001, 0.5, 0.9, 0.99, 0.999, 1}) {
            long exact = durations[(int) Math.ceil(share * durations.length) - 1];
            assertThat((double) histogram.percentile(share))
                    .as("share %s, seed %d", share, seed)
                    .isBetween((double) exact, exact * 1.01);
        }
        assertThat(histogram.max()).isEqualTo(durations[durations.length - 1]);
        assertThat(histogram.total()).isEqualTo(durations.length);
    }

    @Test
    void an_empty_histogram_knows_nothing() {
        LatencyHistogram histogram = new LatencyHistogram();
        histogram.record(5);
        histogram.clear();

        assertThat(histogram.total()).isZero();
        assertThat(histogram.percentile(0.99)).isZero();
    }
}
