package io.jianhu.bench.load;

import java.time.Duration;

/**
 * What came of a load run. Times of answers run from the moment a frame was due, not from the moment the generator got
 * round to it, so that a platform that stands still is seen standing still.
 *
 * @param answered frames answered while it was measured
 * @param unanswered frames of the whole run that were never answered
 * @param lost connections the platform closed
 * @param strangers frames from the platform that answered nothing
 */
record LoadResult(
        int connected,
        Duration measured,
        long answered,
        long unanswered,
        long lost,
        long strangers,
        int frameBytes,
        LatencyHistogram latency) {

    double answeredPerSecond() {
        return answered * 1e9 / measured.toNanos();
    }
}
