package io.jianhu.platform.telemetry.internal.read;

import io.jianhu.platform.api.Beijing;
import io.jianhu.platform.api.Cursor;
import io.jianhu.platform.api.Listing;
import io.jianhu.platform.registry.Device;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The frames of a device, newest first, page by page.
 *
 * <p>Days are searched backwards in windows that grow: a device that reports finds its page in the newest partition, a
 * silent one is followed back to its first day in a handful of queries. The order is that of the chain; where two
 * connections of a device overlap at midnight, the day of receipt can run against it by a moment, so a window counts as
 * read only when a frame inside it, not on its edge, ends the page.
 */
@Service
public class FrameLists {

    private static final int GROWTH = 4;

    /** A filtered page looks at so many days at most, then hands out a cursor, so that one request stays short. */
    private static final int SPARSE_DAYS = 64;

    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);

    private final FrameRows frames;
    private final Queries queries;
    private final Clock clock;

    FrameLists(FrameRows frames, Queries queries, Clock clock) {
        this.frames = frames;
        this.queries = queries;
        this.clock = clock;
    }

    /** One page; where a filter passes over much, it may have fewer rows than the limit and still a next cursor. */
    public Listing<FrameSummary> list(Device device, FrameFilter filter, int limit, Optional<String> cursor) {
        String query = "frames|" + device.deviceId() + "|" + filter;
        Optional<Cursor> place = cursor.map(text -> Cursor.read(query, text, 2));
        long before = place.map(p -> p.number(1)).orElse(Long.MAX_VALUE);
        LocalDate newest = earlier(Beijing.day(clock.instant()).plusDays(1), Beijing.day(filter.to()));
        LocalDate last = place.map(p -> earlier(newest, p.day(0).plusDays(1))).orElse(newest);
        LocalDate floor = later(
                device.firstHeardAt().map(at -> Beijing.day(at).minusDays(1)).orElse(BEGINNING),
                Beijing.day(filter.from()));
        for (int span = 2; ; span *= GROWTH) {
            LocalDate first = later(floor, last.minusDays(span - 1L));
            List<FrameRow> rows = queries.ask(
                    "frames-of-device",
                    device.mn() + " " + first + ".." + last,
                    () -> frames.listNewest(device.deviceId(), filter, first, last, before, limit + 1));
            boolean bottom = !first.isAfter(floor);
            boolean full =
                    rows.size() > limit && (bottom || rows.getLast().ref().day().isAfter(first));
            if (full || bottom) {
                return Listing.cut(
                        rows,
                        limit,
                        FrameSummary::of,
                        row -> Cursor.after(query, row.ref().day(), row.ref().seq()));
            }
            if (filter.isSparse() && span >= SPARSE_DAYS && rows.size() <= limit) {
                long reached = rows.isEmpty() ? before : rows.getLast().ref().seq();
                return new Listing<>(
                        rows.stream().map(FrameSummary::of).toList(),
                        Cursor.after(query, first, reached).text(),
                        limit,
                        null);
            }
        }
    }

    private static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? a : b;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
