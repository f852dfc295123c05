package io.jianhu.hj212.cli;

import io.jianhu.hj212.DeviceProfile;
import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Finding;
import io.jianhu.hj212.FindingCode;
import io.jianhu.hj212.FrameLimits;
import io.jianhu.hj212.FrameScanner;
import io.jianhu.hj212.FrameSink;
import io.jianhu.hj212.HeaderField;
import io.jianhu.hj212.TextKind;
import io.jianhu.hj212.Verdict;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes one JSON object a line for every frame and every run of junk. */
final class JsonLines implements FrameSink {

    private static final int LONGEST_QUOTED_VALUE = 64;

    private static final byte[] OFFSET = JsonBytes.ascii("{\"offset\":");
    private static final byte[] LENGTH = JsonBytes.ascii(",\"length\":");
    private static final byte[] JUNK = JsonBytes.ascii(",\"verdict\":\"junk\",\"findings\":[]}\n");
    private static final byte[] VERDICT = JsonBytes.ascii(",\"verdict\":\"");
    private static final byte[] FINDINGS = JsonBytes.ascii("\",\"findings\":[");
    private static final byte[] CODE = JsonBytes.ascii("{\"code\":\"");
    private static final byte[] AT = JsonBytes.ascii("\",\"at\":");
    private static final byte[] MESSAGE = JsonBytes.ascii(",\"message\":\"");
    private static final byte[] END_STRING_OBJECT = JsonBytes.ascii("\"}");
    private static final byte[] EDITION = JsonBytes.ascii("],\"edition\":\"");
    private static final byte[] NO_EDITION = JsonBytes.ascii("],\"edition\":null");
    private static final byte[] QN = JsonBytes.ascii(",\"qn\":");
    private static final byte[] ST = JsonBytes.ascii(",\"st\":");
    private static final byte[] CN = JsonBytes.ascii(",\"cn\":");
    private static final byte[] MN = JsonBytes.ascii(",\"mn\":");
    private static final byte[] FLAG = JsonBytes.ascii(",\"flag\":");
    private static final byte[] PNUM = JsonBytes.ascii(",\"pnum\":");
    private static final byte[] PNO = JsonBytes.ascii(",\"pno\":");
    private static final byte[] TIME = JsonBytes.ascii(",\"time\":");
    private static final byte[] ZONE = JsonBytes.ascii("+08:00\"");
    private static final byte[] FIELDS = JsonBytes.ascii("],\"fields\":[");
    private static final byte[] KEY = JsonBytes.ascii("{\"key\":\"");
    private static final byte[] VALUE = JsonBytes.ascii("\",\"value\":\"");
    private static final byte[] END_ARRAY_LINE = JsonBytes.ascii("]}\n");

    private final JsonBytes json;
    private final Language language;
    private final DeviceProfile profile;
    private final Tally tally;
    private final FrameScanner scanner = new FrameScanner(FrameLimits.DEFAULT);
    private final FrameRanges ranges = new FrameRanges();
    private final JsonItems items;
    private final byte[][] titles = new byte[FindingCode.values().length][];
    private final byte[][] names = new byte[FindingCode.values().length][];
    private final byte[][] verdicts = new byte[Verdict.values().length][];
    private final byte[][] editions = new byte[Edition.values().length][];
    private long junkFrom;
    private long junkLength;

    JsonLines(OutputStream out, Language language, DeviceProfile profile, Tally tally) {
        this.json = new JsonBytes(out);
        this.language = language;
        this.profile = profile;
        this.tally = tally;
        this.items = new JsonItems(json, ranges, language);
        for (FindingCode code : FindingCode.values()) {
            titles[code.ordinal()] = language.title(code).getBytes(StandardCharsets.UTF_8);
            names[code.ordinal()] = JsonBytes.ascii(code.name());
        }
        for (Verdict verdict : Verdict.values()) {
            verdicts[verdict.ordinal()] = JsonBytes.ascii(verdict.label());
        }
        for (Edition edition : Edition.values()) {
            editions[edition.ordinal()] = JsonBytes.ascii(edition.label());
        }
    }

    @Override
    public void junk(byte[] buffer, int offset, int length, long streamOffset) {
        if (junkLength == 0) {
            junkFrom = streamOffset;
        }
        junkLength += length;
    }

    @Override
    public void frame(byte[] buffer, int offset, int length, long streamOffset) {
        endJunk();
        Verdict verdict = scanner.scan(buffer, offset, length, profile, ranges);
        tally.count(verdict);
        json.raw(OFFSET);
        json.number(streamOffset);
        json.raw(LENGTH);
        json.number(length);
        json.raw(VERDICT);
        json.raw(verdicts[verdict.ordinal()]);
        json.raw(FINDINGS);
        writeFindings();
        writeHeader(verdict);
        writeTime();
        items.write(scanner.textKind());
        writeFields();
        json.raw(END_ARRAY_LINE);
    }

    /** Writes out what is complete. */
    void flush() {
        json.flush();
    }

    /** Writes the junk that is still open, and everything out. */
    void finish() {
        endJunk();
        json.flush();
    }

    private void endJunk() {
        if (junkLength == 0) {
            return;
        }
        tally.countJunk(junkLength);
        json.raw(OFFSET);
        json.number(junkFrom);
        json.raw(LENGTH);
        json.number(junkLength);
        json.raw(JUNK);
        junkLength = 0;
    }

    private void writeFindings() {
        boolean first = true;
        for (Finding finding : ranges.rejections()) {
            first = comma(first);
            startFinding(finding.code(), finding.at());
            explain(finding.expected(), !finding.actual().isEmpty());
            json.text(finding.actual());
            json.raw(END_STRING_OBJECT);
        }
        for (int i = 0; i < ranges.deviations(); i++) {
            first = comma(first);
            startFinding(ranges.code(i), ranges.codeFrom(i) - ranges.frameFrom());
            int from = ranges.codeFrom(i);
            int to = ranges.codeTo(i);
            explain(ranges.expected(i), to > from);
            if (to - from > LONGEST_QUOTED_VALUE) {
                json.text(ranges.bytes(), from, from + LONGEST_QUOTED_VALUE, TextKind.BINARY);
                json.text("…");
            } else {
                json.text(ranges.bytes(), from, to, scanner.textKind());
            }
            json.raw(END_STRING_OBJECT);
        }
    }

    private void startFinding(FindingCode code, int at) {
        json.raw(CODE);
        json.raw(names[code.ordinal()]);
        json.raw(AT);
        json.number(at);
        json.raw(MESSAGE);
        json.raw(titles[code.ordinal()]);
    }

    private void explain(String expected, boolean hasActual) {
        if (!expected.isEmpty()) {
            json.text(language.expected());
            json.text(expected);
            if (hasActual) {
                json.text(language.butGot());
            }
        } else if (hasActual) {
            json.text(language.got());
        }
    }

    private void writeHeader(Verdict verdict) {
        if (verdict == Verdict.REJECTED && ranges.headerFrom(HeaderField.CN) == FrameRanges.ABSENT) {
            json.raw(NO_EDITION);
        } else {
            json.raw(EDITION);
            json.raw(editions[scanner.edition().ordinal()]);
            json.raw((byte) '"');
        }
        writeHeader(QN, HeaderField.QN);
        writeHeader(ST, HeaderField.ST);
        writeHeader(CN, HeaderField.CN);
        writeHeader(MN, HeaderField.MN);
        writeNumber(FLAG, scanner.flag());
        writeNumber(PNUM, scanner.packetCount());
        writeNumber(PNO, scanner.packetNumber());
    }

    private void writeHeader(byte[] key, HeaderField field) {
        json.raw(key);
        int from = ranges.headerFrom(field);
        if (from == FrameRanges.ABSENT) {
            json.nothing();
        } else {
            quoted(from, ranges.headerTo(field));
        }
    }

    private void writeNumber(byte[] key, int value) {
        json.raw(key);
        if (value < 0) {
            json.nothing();
        } else {
            json.number(value);
        }
    }

    private void writeTime() {
        json.raw(TIME);
        int at = scanner.dataTimeFrom();
        if (at == FrameRanges.ABSENT) {
            json.nothing();
            return;
        }
        byte[] bytes = ranges.bytes();
        json.raw((byte) '"');
        json.text(bytes, at, at + 4, TextKind.ASCII);
        separated('-', bytes, at + 4);
        separated('-', bytes, at + 6);
        separated('T', bytes, at + 8);
        separated(':', bytes, at + 10);
        separated(':', bytes, at + 12);
        json.raw(ZONE);
    }

    private void separated(char separator, byte[] bytes, int at) {
        json.raw((byte) separator);
        json.raw(bytes[at]);
        json.raw(bytes[at + 1]);
    }

    private void writeFields() {
        json.raw(FIELDS);
        boolean first = true;
        for (int i = 0; i < ranges.fields(); i++) {
            if (!ranges.isItem(i) && ranges.valueFrom(i) != scanner.dataTimeFrom()) {
                first = comma(first);
                json.raw(KEY);
                json.text(ranges.bytes(), ranges.keyFrom(i), ranges.keyTo(i), scanner.textKind());
                json.raw(VALUE);
                json.text(ranges.bytes(), ranges.valueFrom(i), ranges.valueTo(i), scanner.textKind());
                json.raw(END_STRING_OBJECT);
            }
        }
    }

    private void quoted(int from, int to) {
        json.raw((byte) '"');
        json.text(ranges.bytes(), from, to, scanner.textKind());
        json.raw((byte) '"');
    }

    private boolean comma(boolean first) {
        if (!first) {
            json.raw((byte) ',');
        }
        return false;
    }
}
