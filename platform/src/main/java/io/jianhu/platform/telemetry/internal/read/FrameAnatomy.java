package io.jianhu.platform.telemetry.internal.read;

import io.jianhu.platform.telemetry.internal.read.Segment.Kind;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where everything in a frame stands. Reads any bytes: what has no place in a frame is junk, and every byte is in
 * exactly one segment.
 *
 * <p>The decoder tells what a frame means; this tells where it says so. A data area that is encrypted is one value.
 */
final class FrameAnatomy {

    private static final int HEAD = 2;
    private static final int LENGTH = 4;
    private static final int CRC = 4;
    private static final byte[] CP_OPEN = {'C', 'P', '=', '&', '&'};

    /**
     * A {@code key=value} of the data area.
     *
     * @param group number of the object it belongs to, from 0
     * @param segments positions in {@link #segments()} of its key and its value
     */
    record Place(int group, String key, String value, int at, int length, int keySegment, int valueSegment) {}

    private final byte[] bytes;
    private final Charset charset;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();

    private FrameAnatomy(byte[] bytes, Charset charset) {
        this.bytes = bytes;
        this.charset = charset;
    }

    /** A run of bytes that is no frame. */
    static FrameAnatomy ofJunk(byte[] bytes, Charset charset) {
        FrameAnatomy anatomy = new FrameAnatomy(bytes, charset);
        anatomy.add(0, bytes.length, Kind.JUNK, null);
        return anatomy;
    }

    static FrameAnatomy of(byte[] bytes, Charset charset) {
        FrameAnatomy anatomy = new FrameAnatomy(bytes, charset);
        anatomy.frame();
        return anatomy;
    }

    /** With the data area as one value, because it is encrypted. */
    static FrameAnatomy ofEncrypted(byte[] bytes, Charset charset) {
        FrameAnatomy anatomy = of(bytes, charset);
        int open = anatomy.indexOfCp(HEAD + LENGTH, bytes.length);
        if (open < 0) {
            return anatomy;
        }
        FrameAnatomy closed = new FrameAnatomy(bytes, charset);
        int from = open + CP_OPEN.length;
        List<Segment> marks = anatomy.segments.stream()
                .filter(segment -> segment.kind() == Kind.CP_MARK && segment.from() >= from)
                .toList();
        int to = marks.isEmpty() ? from : marks.getLast().from();
        anatomy.segments.stream().filter(segment -> segment.to() <= from).forEach(closed.segments::add);
        closed.add(from, to, Kind.VALUE, "CP");
        anatomy.segments.stream().filter(segment -> segment.from() >= to).forEach(closed.segments::add);
        return closed;
    }

    List<Segment> segments() {
        return segments;
    }

    /** The fields of the data area in wire order. */
    List<Place> places() {
        return places;
    }

    private void frame() {
        int end = bytes.length;
        if (end < HEAD || bytes[0] != '#' || bytes[1] != '#') {
            add(0, end, Kind.JUNK, null);
            return;
        }
        add(0, HEAD, Kind.HEAD, null);
        int segment = Math.min(HEAD + LENGTH, end);
        add(HEAD, segment, Kind.LENGTH, null);
        int tail = tailStart(segment);
        int announced = announcedLength();
        boolean fits = announced >= 0 && segment + announced + CRC <= tail;
        int crc = fits ? segment + announced : Math.max(segment, tail - CRC);
        dataSegment(segment, crc);
        int crcEnd = Math.min(crc + CRC, tail);
        add(crc, crcEnd, Kind.CRC, null);
        add(crcEnd, tail, Kind.JUNK, null);
        add(tail, end, Kind.TAIL, null);
    }

    private int tailStart(int floor) {
        int tail = bytes.length;
        if (tail > floor && bytes[tail - 1] == '\n') {
            tail--;
            if (tail > floor && bytes[tail - 1] == '\r') {
                tail--;
            }
        }
        return tail;
    }

    private int announcedLength() {
        int value = 0;
        for (int i = HEAD; i < HEAD + LENGTH; i++) {
            if (i >= bytes.length || bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    private void dataSegment(int from, int to) {
        int open = indexOfCp(from, to);
        if (open < 0) {
            fields(from, to, false);
            return;
        }
        fields(from, open, false);
        int area = open + CP_OPEN.length;
        add(open, area, Kind.CP_MARK, "CP");
        int close = to - 2 >= area && bytes[to - 2] == '&' && bytes[to - 1] == '&' ? to - 2 : to;
        fields(area, close, true);
        add(close, to, Kind.CP_MARK, "CP");
    }

    private int indexOfCp(int from, int to) {
        for (int i = from; i + CP_OPEN.length <= to; i++) {
            int matched = 0;
            while (matched < CP_OPEN.length && bytes[i + matched] == CP_OPEN[matched]) {
                matched++;
            }
            if (matched == CP_OPEN.length && (i == from || bytes[i - 1] == ';' || bytes[i - 1] == ',')) {
                return i;
            }
        }
        return -1;
    }

    /** Cuts {@code key=value} pairs; {@code //text//} of a log (HJ 212-2017 table 4, xxx-Info) is not cut inside. */
    private void fields(int from, int to, boolean inDataArea) {
        int group = 0;
        int start = from;
        while (start < to) {
            int end = endOfField(start, to);
            field(start, end, group, inDataArea);
            if (end < to) {
                add(end, end + 1, Kind.SEPARATOR, null);
                group += bytes[end] == ';' ? 1 : 0;
            }
            start = end + 1;
        }
    }

    private int endOfField(int start, int to) {
        boolean quoted = false;
        for (int i = start; i < to; i++) {
            if (bytes[i] == '/' && i + 1 < to && bytes[i + 1] == '/') {
                quoted = !quoted && hasClosingSlashes(i + 2, to);
                i++;
            } else if (!quoted && (bytes[i] == ';' || bytes[i] == ',')) {
                return i;
            }
        }
        return to;
    }

    private boolean hasClosingSlashes(int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (bytes[i] == '/' && bytes[i + 1] == '/') {
                return true;
            }
        }
        return false;
    }

    private void field(int start, int end, int group, boolean inDataArea) {
        if (start == end) {
            return;
        }
        int equals = start;
        while (equals < end && bytes[equals] != '=') {
            equals++;
        }
        if (equals == end) {
            add(start, end, Kind.JUNK, null);
            return;
        }
        String key = text(start, equals);
        int keySegment = segments.size();
        add(start, equals, Kind.KEY, key);
        add(equals, equals + 1, Kind.SEPARATOR, key);
        int valueSegment = segments.size();
        add(equals + 1, end, Kind.VALUE, key);
        if (inDataArea) {
            places.add(new Place(group, key, text(equals + 1, end), start, end - start, keySegment, valueSegment));
        }
    }

    /** Says that the field at this place belongs to an item. */
    void belongs(Place place, int item) {
        for (int i = place.keySegment(); i <= place.valueSegment() && i < segments.size(); i++) {
            Segment segment = segments.get(i);
            if (segment.from() >= place.at() && segment.to() <= place.at() + place.length()) {
                segments.set(i, segment.ofItem(item));
            }
        }
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, charset);
    }

    private void add(int from, int to, Kind kind, @Nullable String field) {
        if (from < to) {
            segments.add(new Segment(from, to, kind, field, null));
        }
    }
}
