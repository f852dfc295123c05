package io.jianhu.platform.telemetry.internal.read;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.api.FieldProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A range of time.
 *
 * @param from first instant
 * @param to end, not included
 */
public record Range(Instant from, Instant to) {

    /**
     * The range asked for; where an end is missing, the usual length up to now.
     *
     * @throws ApiProblem {@link CommonProblem#INVALID_FIELDS} where it ends before it begins, or is longer than allowed
     */
    public static Range of(
            @Nullable Instant from, @Nullable Instant to, Instant now, Duration usual, Duration longest) {
        Instant end = to != null ? to : from != null && from.isAfter(now) ? from.plus(usual) : now;
        Instant start = from == null ? end.minus(usual) : from;
        if (!start.isBefore(end)) {
            throw refused("not-before-to", "from must be before to", "from 必须早于 to");
        }
        if (Duration.between(start, end).compareTo(longest) > 0) {
            throw refused(
                    "range-too-long",
                    "at most " + longest.toDays() + " days at once",
                    "一次最多查询 " + longest.toDays() + " 天");
        }
        return new Range(start, end);
    }

    private static ApiProblem refused(String code, String message, String messageZh) {
        return ApiProblem.of(CommonProblem.INVALID_FIELDS)
                .withErrors(List.of(new FieldProblem("from", code, message, messageZh)));
    }
}
