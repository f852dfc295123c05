package io.jianhu.hj212.cli;

import io.jianhu.hj212.FactorCode;
import io.jianhu.hj212.FactorCodes;
import io.jianhu.hj212.HeaderField;
import io.jianhu.hj212.InfoCode;
import io.jianhu.hj212.InfoCodes;
import io.jianhu.hj212.Medium;
import io.jianhu.hj212.TextKind;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes the items of one frame. */
final class JsonItems {

    private static final byte[] ITEMS = JsonBytes.ascii(",\"items\":[");
    private static final byte[] FACTOR = JsonBytes.ascii("{\"factor\":\"");
    private static final byte[] AS_SENT = JsonBytes.ascii("\",\"as_sent\":\"");
    private static final byte[] NAME = JsonBytes.ascii("\",\"name\":\"");
    private static final byte[] NO_NAME = JsonBytes.ascii("\",\"name\":null,\"unit\":null");
    private static final byte[] UNIT = JsonBytes.ascii("\",\"unit\":\"");
    private static final byte[] NO_UNIT = JsonBytes.ascii("\",\"unit\":null");
    private static final byte[] VALUES = JsonBytes.ascii(",\"values\":{");
    private static final byte[] MARK = JsonBytes.ascii("},\"flag\":");

    private final JsonBytes json;
    private final FrameRanges ranges;
    private final Language language;
    private TextKind text = TextKind.ASCII;

    JsonItems(JsonBytes json, FrameRanges ranges, Language language) {
        this.json = json;
        this.ranges = ranges;
        this.language = language;
    }

    /** Writes {@code "items":[...} without its closing bracket. */
    void write(TextKind text) {
        this.text = text;
        json.raw(ITEMS);
        int st = ranges.headerFrom(HeaderField.ST);
        Medium medium = st == FrameRanges.ABSENT
                ? Medium.UNKNOWN
                : Medium.ofSystem(ranges.bytes(), st, ranges.headerTo(HeaderField.ST));
        boolean first = true;
        int next = 0;
        while (next < ranges.fields()) {
            if (!ranges.isItem(next)) {
                next++;
                continue;
            }
            int end = ranges.endOfItem(next);
            first = comma(first);
            writeItem(next, end, medium);
            next = end;
        }
    }

    private void writeItem(int start, int end, Medium medium) {
        byte[] bytes = ranges.bytes();
        int from = ranges.keyFrom(start);
        int to = ranges.hyphen(start);
        FactorCode known = FactorCodes.find(bytes, from, to, medium).orElse(null);
        json.raw(FACTOR);
        if (known == null) {
            json.text(bytes, from, to, text);
        } else {
            json.raw(known.codeUtf8());
        }
        json.raw(AS_SENT);
        json.text(bytes, from, to, text);
        if (known == null) {
            writeOtherName(bytes, from, to);
        } else {
            writeName(language.name(known), known.unitUtf8());
        }
        json.raw(VALUES);
        int mark = FrameRanges.ABSENT;
        boolean first = true;
        for (int i = start; i < end; i++) {
            if (!ranges.isItem(i)) {
                continue;
            }
            if (mark == FrameRanges.ABSENT && isMark(i)) {
                mark = i;
            } else if (!isRepeated(start, i, mark)) {
                first = comma(first);
                writeValues(i, end);
            }
        }
        json.raw(MARK);
        if (mark == FrameRanges.ABSENT) {
            json.nothing();
        } else {
            quoted(ranges.valueFrom(mark), ranges.valueTo(mark));
        }
        json.raw((byte) '}');
    }

    private void writeName(byte[] name, byte[] unit) {
        json.raw(NAME);
        json.raw(name);
        if (unit.length == 0) {
            json.raw(NO_UNIT);
        } else {
            json.raw(UNIT);
            json.raw(unit);
            json.raw((byte) '"');
        }
    }

    /** Information codes, facilities, and what nobody knows. */
    private void writeOtherName(byte[] bytes, int from, int to) {
        InfoCode info = findInfo(bytes, from, to);
        if (info != null) {
            writeName(
                    language.name(info).getBytes(StandardCharsets.UTF_8),
                    info.unit().getBytes(StandardCharsets.UTF_8));
        } else if (to - from > 2 && bytes[from] == 'S' && bytes[from + 1] == 'B') {
            writeName(language.facility().getBytes(StandardCharsets.UTF_8), new byte[0]);
        } else {
            json.raw(NO_NAME);
        }
    }

    private static @Nullable InfoCode findInfo(byte[] bytes, int from, int to) {
        if (to - from != 6 || (bytes[from] != 'i' && bytes[from] != 'I')) {
            return null;
        }
        return InfoCodes.find(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1))
                .orElse(null);
    }

    private boolean isMark(int index) {
        int from = ranges.hyphen(index) + 1;
        byte[] bytes = ranges.bytes();
        return ranges.keyTo(index) - from == 4
                && (bytes[from] | 0x20) == 'f'
                && (bytes[from + 1] | 0x20) == 'l'
                && (bytes[from + 2] | 0x20) == 'a'
                && (bytes[from + 3] | 0x20) == 'g';
    }

    /** Whether an earlier field of the item has written the value of this one with its own. */
    private boolean isRepeated(int start, int index, int mark) {
        for (int i = start; i < index; i++) {
            if (i != mark && ranges.isSameSuffix(i, index)) {
                return true;
            }
        }
        return false;
    }

    /** A suffix with its value; with an array of values where it is repeated in the item. */
    private void writeValues(int index, int end) {
        json.raw((byte) '"');
        json.text(ranges.bytes(), ranges.hyphen(index) + 1, ranges.keyTo(index), text);
        json.raw((byte) '"');
        json.raw((byte) ':');
        boolean repeated = false;
        for (int i = index + 1; i < end && !repeated; i++) {
            repeated = ranges.isSameSuffix(index, i);
        }
        if (!repeated) {
            quoted(ranges.valueFrom(index), ranges.valueTo(index));
            return;
        }
        json.raw((byte) '[');
        for (int i = index; i < end; i++) {
            if (ranges.isSameSuffix(index, i)) {
                comma(i == index);
                quoted(ranges.valueFrom(i), ranges.valueTo(i));
            }
        }
        json.raw((byte) ']');
    }

    private void quoted(int from, int to) {
        json.raw((byte) '"');
        json.text(ranges.bytes(), from, to, text);
        json.raw((byte) '"');
    }

    private boolean comma(boolean first) {
        if (!first) {
            json.raw((byte) ',');
        }
        return false;
    }
}
