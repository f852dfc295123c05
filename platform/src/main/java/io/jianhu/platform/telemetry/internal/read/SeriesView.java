package io.jianhu.platform.telemetry.internal.read;

import java.time.Instant;
import java.util.List;

/**
 * The values of a factor over a range of time.
 *
 * @param from first instant
 * @param to end, not included
 * @param points in the order of time
 * @param total points in the range
 * @param shown points in this answer
 * @param downsampled the range holds more points than the limit: of each bucket of time the least, the greatest, the
 *     first marked and the first missing value are shown
 * @param truncated the answer does not reach over the whole range
 * @param notice says so in words; empty where nothing is left out
 */
public record SeriesView<P>(
        String factor,
        String nameZh,
        String nameEn,
        String unit,
        Instant from,
        Instant to,
        List<P> points,
        long total,
        int shown,
        boolean downsampled,
        boolean truncated,
        String notice,
        String noticeZh) {

    static <P> SeriesView<P> whole(FactorName name, Range range, List<P> points) {
        return of(name, range, points, points.size(), false, false, "", "");
    }

    static <P> SeriesView<P> thinned(FactorName name, Range range, List<P> points, long total) {
        return of(
                name,
                range,
                points,
                total,
                true,
                false,
                "%d of %d points shown: the least, the greatest, the first marked and the first missing value of each bucket. Narrow the range to see all."
                        .formatted(points.size(), total),
                "共 %d 个点，显示 %d 个：每个时间段保留最小值、最大值、首个带标记值和首个缺失值。缩小时间范围可查看全部。".formatted(total, points.size()));
    }

    static <P> SeriesView<P> cut(FactorName name, Range range, List<P> points, long total) {
        return of(
                name,
                range,
                points,
                total,
                false,
                true,
                "%d of %d rows shown, the newest. Narrow the range to see the others.".formatted(points.size(), total),
                "共 %d 行，只显示最新的 %d 行。缩小时间范围可查看其余。".formatted(total, points.size()));
    }

    private static <P> SeriesView<P> of(
            FactorName name,
            Range range,
            List<P> points,
            long total,
            boolean downsampled,
            boolean truncated,
            String notice,
            String noticeZh) {
        return new SeriesView<>(
                name.factor(),
                name.nameZh(),
                name.nameEn(),
                name.unit(),
                range.from(),
                range.to(),
                points,
                total,
                points.size(),
                downsampled,
                truncated,
                notice,
                noticeZh);
    }
}
