package io.jianhu.platform.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many rows one answer may have. A limit out of range is refused, never quietly changed. */
public final class Limits {

    /** Rows of a page where the caller says nothing. */
    public static final int DEFAULT = 100;

    /** Most rows of a page. */
    public static final int MAX = 1_000;

    private Limits() {}

    /** The limit of a list. */
    public static int ofList(@Nullable Integer asked) {
        return of(asked, DEFAULT, MAX);
    }

    /**
     * The limit asked for, else the usual one.
     *
     * @throws ApiProblem {@link CommonProblem#INVALID_FIELDS} below 1 or above {@code max}
     */
    public static int of(@Nullable Integer asked, int usual, int max) {
        if (asked == null) {
            return usual;
        }
        if (asked < 1 || asked > max) {
            throw ApiProblem.of(CommonProblem.INVALID_FIELDS)
                    .withErrors(List.of(new FieldProblem(
                            "limit",
                            "out-of-range",
                            "limit is 1 to " + max + ", not " + asked,
                            "limit 应为 1 至 " + max + "，而不是 " + asked)));
        }
        return asked;
    }
}
