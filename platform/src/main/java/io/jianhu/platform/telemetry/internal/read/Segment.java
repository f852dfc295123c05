package io.jianhu.platform.telemetry.internal.read;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A run of bytes of a frame that belong together. The segments of a frame cover every byte once, in order.
 *
 * @param from offset of the first byte, from the start of the frame
 * @param to offset after the last byte
 * @param field the field it belongs to, as sent; absent for what belongs to none
 * @param item index into items; absent for what belongs to none
 */
public record Segment(
        int from,
        int to,
        Kind kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String field,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer item) {

    /** What the bytes are for. */
    public enum Kind {
        /** {@code ##}. */
        @JsonProperty("head")
        HEAD,
        /** The four digits of the length. */
        @JsonProperty("length")
        LENGTH,
        @JsonProperty("key")
        KEY,
        @JsonProperty("value")
        VALUE,
        /** {@code = ; ,}. */
        @JsonProperty("separator")
        SEPARATOR,
        @JsonProperty("crc")
        CRC,
        /** CRLF, or LF. */
        @JsonProperty("tail")
        TAIL,
        /** {@code CP=&&} and the closing {@code &&}. */
        @JsonProperty("cp-mark")
        CP_MARK,
        /** Belongs to no frame, or to no place in one. */
        @JsonProperty("junk")
        JUNK
    }

    Segment ofItem(int index) {
        return new Segment(from, to, kind, field, index);
    }
}
