package io.jianhu.hj212;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Makes the records of one frame out of what a {@link FrameScanner} tells. */
final class FrameCollector implements FrameVisitor {

    private static final int ABSENT = -1;
    private static final int WIDTH = 6;
    private static final int INITIAL_FIELDS = 24;

    private final int[] headerFrom = new int[HeaderField.values().length];
    private final int[] headerTo = new int[headerFrom.length];
    private byte[] bytes = new byte[0];
    private int frameFrom;
    private boolean empty = true;

    /** Six numbers for each field: group, key from, hyphen, key to, value from, value to. */
    private int[] ranges = new int[INITIAL_FIELDS * WIDTH];

    private int used;
    private final List<Deviation> deviations = new ArrayList<>(0);
    private final List<Finding> rejections = new ArrayList<>(0);

    private record Deviation(FindingCode code, int from, int to, String expected) {}

    FrameCollector() {
        Arrays.fill(headerFrom, ABSENT);
    }

    @Override
    public void start(byte[] bytes, int frameFrom) {
        this.bytes = bytes;
        this.frameFrom = frameFrom;
    }

    @Override
    public void header(HeaderField field, int from, int to) {
        empty = false;
        headerFrom[field.ordinal()] = from;
        headerTo[field.ordinal()] = to;
    }

    @Override
    public void field(int group, int keyFrom, int hyphen, int keyTo, int valueFrom, int valueTo) {
        if (used == ranges.length) {
            ranges = Arrays.copyOf(ranges, used * 2);
        }
        int[] ranges = this.ranges;
        ranges[used] = group;
        ranges[used + 1] = keyFrom;
        ranges[used + 2] = hyphen;
        ranges[used + 3] = keyTo;
        ranges[used + 4] = valueFrom;
        ranges[used + 5] = valueTo;
        used += WIDTH;
    }

    @Override
    public void deviation(FindingCode code, int from, int to, String expected) {
        deviations.add(new Deviation(code, from, to, expected));
    }

    @Override
    public void rejection(Finding finding) {
        rejections.add(finding);
    }

    /** Whether not a single header field could be read. */
    boolean isEmpty() {
        return empty;
    }

    /** In wire order. */
    List<Finding> findings(TextKind text) {
        List<Finding> findings = new ArrayList<>(rejections);
        for (Deviation deviation : deviations) {
            findings.add(new Finding(
                    deviation.code,
                    deviation.from - frameFrom,
                    deviation.expected,
                    text(deviation.from, deviation.to, text.charset())));
        }
        findings.sort(Comparator.comparingInt(Finding::at));
        return findings;
    }

    Frame toFrame(FrameScanner scanner) {
        Charset charset = scanner.textKind().charset();
        Medium medium = headerFrom[HeaderField.ST.ordinal()] == ABSENT
                ? Medium.UNKNOWN
                : Medium.ofSystem(bytes, headerFrom[HeaderField.ST.ordinal()], headerTo[HeaderField.ST.ordinal()]);
        int count = used / WIDTH;
        Field[] fields = new Field[count];
        List<Item> items = new ArrayList<>(count / 2 + 1);
        Value[] values = new Value[count];
        int first = ABSENT;
        int valueCount = 0;
        for (int i = 0; i < count; i++) {
            String value = value(i, charset);
            fields[i] = new Field(group(i), text(keyFrom(i), keyTo(i), charset), value);
            if (hyphen(i) == ABSENT) {
                continue;
            }
            if (first != ABSENT && !isSameItem(first, i)) {
                items.add(item(first, values, valueCount, medium, charset));
                first = ABSENT;
            }
            if (first == ABSENT) {
                first = i;
                valueCount = 0;
            }
            values[valueCount++] = new Value(suffix(i, charset), value);
        }
        if (first != ABSENT) {
            items.add(item(first, values, valueCount, medium, charset));
        }
        return new Frame(
                scanner.edition(),
                header(HeaderField.QN, charset),
                header(HeaderField.ST, charset),
                header(HeaderField.CN, charset),
                header(HeaderField.PW, charset),
                header(HeaderField.MN, charset),
                scanner.flag() < 0 ? Flag.ABSENT : new Flag(scanner.flag()),
                scanner.packetCount() < 0 ? OptionalInt.empty() : OptionalInt.of(scanner.packetCount()),
                scanner.packetNumber() < 0 ? OptionalInt.empty() : OptionalInt.of(scanner.packetNumber()),
                scanner.backfilled(),
                List.of(fields),
                items);
    }

    private Item item(int first, Value[] values, int count, Medium medium, Charset charset) {
        int from = keyFrom(first);
        int to = hyphen(first);
        FactorCode known = FactorCodes.find(bytes, from, to, medium).orElse(null);
        String asSent = known != null && Arrays.equals(known.codeUtf8(), 0, known.codeUtf8().length, bytes, from, to)
                ? known.code()
                : text(from, to, charset);
        return new Item(
                known == null ? asSent : known.code(),
                asSent,
                List.of(count == values.length ? values : Arrays.copyOf(values, count)));
    }

    private boolean isSameItem(int first, int other) {
        int length = hyphen(first) - keyFrom(first);
        if (group(other) != group(first) || hyphen(other) - keyFrom(other) != length) {
            return false;
        }
        return Arrays.equals(bytes, keyFrom(first), hyphen(first), bytes, keyFrom(other), hyphen(other));
    }

    private String suffix(int index, Charset charset) {
        int from = hyphen(index) + 1;
        Suffix suffix = Suffix.find(bytes, from, keyTo(index));
        return suffix != null && suffix.isSpelledAt(bytes, from) ? suffix.text() : text(from, keyTo(index), charset);
    }

    private String header(HeaderField field, Charset charset) {
        int from = headerFrom[field.ordinal()];
        return from == ABSENT ? "" : text(from, headerTo[field.ordinal()], charset);
    }

    private String value(int index, Charset charset) {
        return text(ranges[index * WIDTH + 4], ranges[index * WIDTH + 5], charset);
    }

    private String text(int from, int to, Charset charset) {
        return from == to ? "" : new String(bytes, from, to - from, charset);
    }

    private int group(int index) {
        return ranges[index * WIDTH];
    }

    private int keyFrom(int index) {
        return ranges[index * WIDTH + 1];
    }

    private int hyphen(int index) {
        return ranges[index * WIDTH + 2];
    }

    private int keyTo(int index) {
        return ranges[index * WIDTH + 3];
    }
}
