package io.jianhu.standards.topic;

import io.jianhu.standards.Judgement;
import io.jianhu.standards.Text;
import java.util.List;
import java.util.Map;

/**
 * One calculation by name, with the inputs it takes: enough for a command line to check a request and for a page to draw a
 * form.
 *
 * @param name stable, such as {@code water_class}
 * @param help one sentence: what goes in, what comes out, by which standard
 * @param dated whether the rules depend on the date of the data, so that a date or a rule version must be given
 * @param inputs every key that a request may hold
 * @param examples one or more whole inputs that a reader can try
 */
public record Topic(
        String name,
        Text title,
        Text help,
        boolean dated,
        List<Input> inputs,
        List<Map<String, Object>> examples,
        Calculation calculation) {

    /** What a topic does with a checked request. */
    @FunctionalInterface
    public interface Calculation {

        /**
         * The results by key. A value is a {@link java.math.BigDecimal}, an {@link Integer}, a {@link Boolean}, a {@link
         * String}, an {@link java.util.Optional} (empty: null on the wire), or a {@link List} or {@link Map} of these.
         */
        Judgement<Map<String, Object>> judge(Request request);
    }
}
