package io.jianhu.bench.load;

import io.jianhu.bench.UsageException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What a load run does.
 *
 * @param rate frames a second over all connections; empty: as many as are answered, {@code window} under way on each
 *     connection
 * @param window frames under way on one connection when no rate is given, 1 to {@link #MOST_UNDER_WAY}
 * @param warmUp time before anything is counted
 */
record LoadPlan(
        InetSocketAddress platform,
        int connections,
        OptionalDouble rate,
        int window,
        Duration warmUp,
        Duration measured) {

    /** Answers are told apart by the last digits of their QN, which leaves so many. */
    static final int MOST_UNDER_WAY = 50;

    LoadPlan {
        if (connections < 1) {
            throw new UsageException("--connections is at least 1");
        }
        if (window < 1 || window > MOST_UNDER_WAY) {
            throw new UsageException("--window is 1 to " + MOST_UNDER_WAY);
        }
        if (rate.isPresent() && !(rate.getAsDouble() > 0)) {
            throw new UsageException("--rate is above 0, or max");
        }
    }
}
