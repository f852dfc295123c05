package io.jianhu.hj212.cli;

import io.jianhu.hj212.Finding;
import io.jianhu.hj212.FindingCode;
import io.jianhu.hj212.FrameVisitor;
import io.jianhu.hj212.HeaderField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Remembers where everything in one frame is. Reused from frame to frame. */
final class FrameRanges implements FrameVisitor {

    static final int ABSENT = -1;

    private static final int INITIAL = 64;

    private byte[] bytes = new byte[0];
    private int frameFrom;
    private final int[] headerFrom = new int[HeaderField.values().length];
    private final int[] headerTo = new int[headerFrom.length];

    private int fields;
    private int[] group = new int[INITIAL];
    private int[] keyFrom = new int[INITIAL];
    private int[] hyphen = new int[INITIAL];
    private int[] keyTo = new int[INITIAL];
    private int[] valueFrom = new int[INITIAL];
    private int[] valueTo = new int[INITIAL];

    private int deviations;
    private FindingCode[] code = new FindingCode[INITIAL];
    private int[] codeFrom = new int[INITIAL];
    private int[] codeTo = new int[INITIAL];
    private String[] expected = new String[INITIAL];
    private final List<Finding> rejections = new ArrayList<>();

    @Override
    public void start(byte[] bytes, int frameFrom) {
        this.bytes = bytes;
        this.frameFrom = frameFrom;
        Arrays.fill(headerFrom, ABSENT);
        fields = 0;
        deviations = 0;
        rejections.clear();
    }

    @Override
    public void header(HeaderField field, int from, int to) {
        headerFrom[field.ordinal()] = from;
        headerTo[field.ordinal()] = to;
    }

    @Override
    public void field(int group, int keyFrom, int hyphen, int keyTo, int valueFrom, int valueTo) {
        if (fields == this.group.length) {
            growFields();
        }
        this.group[fields] = group;
        this.keyFrom[fields] = keyFrom;
        this.hyphen[fields] = hyphen;
        this.keyTo[fields] = keyTo;
        this.valueFrom[fields] = valueFrom;
        this.valueTo[fields] = valueTo;
        fields++;
    }

    /** Kept in wire order: a deviation found late is moved before those that stand behind it. */
    @Override
    public void deviation(FindingCode code, int from, int to, String expected) {
        if (deviations == this.code.length) {
            growDeviations();
        }
        int at = deviations++;
        for (; at > 0 && codeFrom[at - 1] > from; at--) {
            this.code[at] = this.code[at - 1];
            codeFrom[at] = codeFrom[at - 1];
            codeTo[at] = codeTo[at - 1];
            this.expected[at] = this.expected[at - 1];
        }
        this.code[at] = code;
        codeFrom[at] = from;
        codeTo[at] = to;
        this.expected[at] = expected;
    }

    @Override
    public void rejection(Finding finding) {
        rejections.add(finding);
    }

    byte[] bytes() {
        return bytes;
    }

    int frameFrom() {
        return frameFrom;
    }

    /** Where the value begins, or {@link #ABSENT}. */
    int headerFrom(HeaderField field) {
        return headerFrom[field.ordinal()];
    }

    int headerTo(HeaderField field) {
        return headerTo[field.ordinal()];
    }

    int fields() {
        return fields;
    }

    boolean isItem(int index) {
        return hyphen[index] != ABSENT;
    }

    int keyFrom(int index) {
        return keyFrom[index];
    }

    int hyphen(int index) {
        return hyphen[index];
    }

    int keyTo(int index) {
        return keyTo[index];
    }

    int valueFrom(int index) {
        return valueFrom[index];
    }

    int valueTo(int index) {
        return valueTo[index];
    }

    /** The index after the last field of the item that begins at {@code first}; fields without a factor may lie between. */
    int endOfItem(int first) {
        int end = first + 1;
        for (int i = end; i < fields && group[i] == group[first]; i++) {
            if (!isItem(i)) {
                continue;
            }
            if (!isSame(keyFrom[first], hyphen[first], keyFrom[i], hyphen[i])) {
                break;
            }
            end = i + 1;
        }
        return end;
    }

    /** Whether both fields have a factor, and the same suffix. */
    boolean isSameSuffix(int a, int b) {
        return isItem(a) && isItem(b) && isSame(hyphen[a] + 1, keyTo[a], hyphen[b] + 1, keyTo[b]);
    }

    int deviations() {
        return deviations;
    }

    FindingCode code(int deviation) {
        return code[deviation];
    }

    int codeFrom(int deviation) {
        return codeFrom[deviation];
    }

    int codeTo(int deviation) {
        return codeTo[deviation];
    }

    String expected(int deviation) {
        return expected[deviation];
    }

    List<Finding> rejections() {
        return rejections;
    }

    private boolean isSame(int from, int to, int otherFrom, int otherTo) {
        int length = to - from;
        if (otherTo - otherFrom != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[from + i] != bytes[otherFrom + i]) {
                return false;
            }
        }
        return true;
    }

    private void growFields() {
        int capacity = fields * 2;
        group = Arrays.copyOf(group, capacity);
        keyFrom = Arrays.copyOf(keyFrom, capacity);
        hyphen = Arrays.copyOf(hyphen, capacity);
        keyTo = Arrays.copyOf(keyTo, capacity);
        valueFrom = Arrays.copyOf(valueFrom, capacity);
        valueTo = Arrays.copyOf(valueTo, capacity);
    }

    private void growDeviations() {
        int capacity = deviations * 2;
        code = Arrays.copyOf(code, capacity);
        codeFrom = Arrays.copyOf(codeFrom, capacity);
        codeTo = Arrays.copyOf(codeTo, capacity);
        expected = Arrays.copyOf(expected, capacity);
    }
}
