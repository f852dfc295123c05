package io.jianhu.platform.telemetry.internal.read;

import io.jianhu.platform.api.Bilingual;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame in a list.
 *
 * @param id day-device-position, for example {@code 20261125-17-1234}
 * @param dataTime DataTime, else the time in QN, else the time of receipt
 * @param verdict accepted, accepted-with-findings, rejected or junk
 * @param findings codes, in wire order
 * @param length bytes, tail included
 * @param acknowledged whether a reply was decided on
 * @param pnum sub-packets of the message; null where it is not split
 * @param pno number of this sub-packet, from 1
 */
public record FrameSummary(
        String id,
        String mn,
        Instant receivedAt,
        Instant dataTime,
        String cn,
        String cnNameZh,
        String cnNameEn,
        String st,
        String qn,
        String edition,
        String verdict,
        List<String> findings,
        int length,
        boolean acknowledged,
        @Nullable Integer pnum,
        @Nullable Integer pno) {

    public static FrameSummary of(FrameRow row) {
        Bilingual command = CommandName.of(row.edition(), row.cn());
        return new FrameSummary(
                row.ref().toString(),
                row.mn(),
                row.receivedAt(),
                row.dataTime(),
                row.cn(),
                command.zh(),
                command.en(),
                row.st(),
                row.qn(),
                row.edition(),
                row.verdict().label(),
                row.findings(),
                row.length(),
                row.acknowledged(),
                row.pnum().isPresent() ? row.pnum().getAsInt() : null,
                row.pno().isPresent() ? row.pno().getAsInt() : null);
    }
}
