package io.jianhu.platform.telemetry.internal.read;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Times every question to the database and writes the slow ones to the log with their particulars. The threshold is the
 * setting {@code jianhu.slow-query}, 250 ms.
 */
@Component
public class Queries {

    private static final Logger LOG = LoggerFactory.getLogger(Queries.class);

    private final MeterRegistry meters;
    private final Duration threshold;

    Queries(MeterRegistry meters, @Value("${jianhu.slow-query:250ms}") Duration threshold) {
        this.meters = meters;
        this.threshold = threshold;
    }

    /**
     * Asks and times.
     *
     * @param name stable and of few values: a tag of the metric {@code jianhu.query}
     * @param particulars what tells this question from others, for the log; without secrets
     */
    public <T> T ask(String name, String particulars, Supplier<T> question) {
        long start = System.nanoTime();
        try {
            return question.get();
        } finally {
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            Timer.builder("jianhu.query").tag("name", name).register(meters).record(taken);
            if (taken.compareTo(threshold) > 0) {
                LOG.warn("Slow query {} ({}): {} ms", name, particulars, taken.toMillis());
            }
        }
    }
}
