package io.jianhu.platform.telemetry.internal.read;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame with everything known of it, decoded from its bytes when asked for. Its first fields are those of
 * {@link FrameSummary}.
 *
 * @param text the bytes as UTF-8, else GBK; unprintable characters as {@code ·}
 * @param charset ascii, utf-8, gbk or binary
 * @param segments cover every byte once, in order
 * @param fields the data area in wire order
 * @param findings one per finding, in wire order
 * @param pwMatches whether PW is the registered one; null where none is registered or none was read
 * @param reply null where none was due
 * @param subPackets null where the message is not split
 */
public record FrameDetail(
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
        int length,
        boolean acknowledged,
        @Nullable Integer pnum,
        @Nullable Integer pno,
        String hex,
        String text,
        String charset,
        List<Segment> segments,
        List<FieldView> fields,
        List<ItemView> items,
        List<FindingView> findings,
        String peer,
        @Nullable Boolean pwMatches,
        ChainView chain,
        @Nullable ReplyView reply,
        @Nullable SubPacketsView subPackets) {

    /**
     * A {@code key=value} as sent.
     *
     * @param group number of the object it belongs to: {@code ;} starts a new one, {@code ,} stays in it
     * @param at offset of the key; -1 where the data area is encrypted
     * @param length bytes of key, equals sign and value
     */
    public record FieldView(int group, String key, String value, int at, int length) {}

    /**
     * What the frame says of a factor.
     *
     * @param asSent the code as sent
     * @param mark the data mark as sent; null where none was
     */
    public record ItemView(
            String factor,
            String asSent,
            String nameZh,
            String nameEn,
            String unit,
            List<ValueView> values,
            @Nullable String mark,
            @Nullable String markNameZh,
            @Nullable String markNameEn) {}

    /**
     * A value as sent.
     *
     * @param at offset of its field; -1 where the data area is encrypted
     */
    public record ValueView(String suffix, String text, int at, int length) {}

    /**
     * A defect with its place and remedy.
     *
     * @param gravity rejects, warning or note
     */
    public record FindingView(
            String code,
            String gravity,
            int at,
            String expected,
            String actual,
            String titleZh,
            String titleEn,
            String remedyZh,
            String remedyEn) {}

    /**
     * The frame's place in the hash chain of its device.
     *
     * @param previousId null for the first frame
     * @param nextId null for the last frame
     * @param verified the hash is that of the content, and the previous frame's hash is the one it builds on
     */
    public record ChainView(
            long seq,
            String hash,
            String prevHash,
            @Nullable String previousId,
            @Nullable String nextId,
            boolean verified) {}

    /**
     * The acknowledgement.
     *
     * @param at when it was due to be sent
     */
    public record ReplyView(
            String hex, String text, @Nullable Instant at) {}

    /** The parts of a split message that have come and those that have not. */
    public record SubPacketsView(int count, List<PartView> present, List<Integer> missing) {}

    /** One part. */
    public record PartView(int pno, String id) {}
}
