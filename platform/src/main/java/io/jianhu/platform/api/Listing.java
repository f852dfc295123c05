package io.jianhu.platform.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param nextCursor where the next page begins; null at the end
 * @param limit how many items a page has at most
 * @param total of the whole list, where it is known; else absent
 */
public record Listing<T>(
        List<T> items,
        @Nullable String nextCursor,
        int limit,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total) {

    public Listing {
        items = List.copyOf(items);
    }

    /**
     * The page cut from one row more than the limit: that row tells that there is a next page and is not shown.
     *
     * @param rows at most {@code limit + 1}
     * @param cursor the position of the last row shown
     */
    public static <R, T> Listing<T> cut(List<R> rows, int limit, Function<R, T> item, Function<R, Cursor> cursor) {
        List<R> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        String next = rows.size() > limit ? cursor.apply(shown.getLast()).text() : null;
        return new Listing<>(shown.stream().map(item).toList(), next, limit, null);
    }

    /** The same page with the size of the whole list. */
    public Listing<T> withTotal(OptionalLong count) {
        return new Listing<>(items, nextCursor, limit, count.isPresent() ? count.getAsLong() : null);
    }
}
