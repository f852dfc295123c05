package io.jianhu.hj212;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Says why a frame is rejected, as exactly as its bytes allow, and where its data segment is as far as one can tell. */
final class Diagnosis {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int CLOSING_BYTES = 2 + Wire.CRC_BYTES;
    private static final int MODBUS_START = 0xFFFF;
    private static final int ARC_START = 0;

    private final byte[] bytes;
    private final int from;
    private final int end;
    private final FrameLimits limits;
    private final DeviceProfile profile;
    private final List<Finding> findings = new ArrayList<>();
    private int segmentFrom;
    private int segmentTo;

    private Diagnosis(byte[] bytes, int from, int length, FrameLimits limits, DeviceProfile profile) {
        this.bytes = bytes;
        this.from = from;
        this.end = from + length;
        this.limits = limits;
        this.profile = profile;
    }

    static Diagnosis of(byte[] bytes, int from, int length, FrameLimits limits, DeviceProfile profile) {
        Diagnosis diagnosis = new Diagnosis(bytes, from, length, limits, profile);
        diagnosis.diagnose();
        return diagnosis;
    }

    /** At least one. */
    List<Finding> findings() {
        return findings;
    }

    /** Where the data segment begins, head and length left out. */
    int segmentFrom() {
        return segmentFrom;
    }

    /** Where it ends, CRC left out; not before {@link #segmentFrom()}. */
    int segmentTo() {
        return segmentTo;
    }

    private void diagnose() {
        segmentFrom = end;
        segmentTo = end;
        if (end - from < 2 || bytes[from] != '#' || bytes[from + 1] != '#') {
            add(FindingCode.NOT_A_FRAME, from, "##", end == from ? "" : text(from, Math.min(from + 2, end)));
            return;
        }
        int digits = Wire.lengthDigits(bytes, from + 2, end);
        segmentFrom = from + 2 + digits;
        int contentEnd = contentEnd();
        Optional<Integer> announced =
                digits == 0 ? Optional.empty() : Optional.of(Wire.number(bytes, from + 2, digits));
        if (digits < 4) {
            diagnoseHead(digits, announced, contentEnd);
            return;
        }
        int length = announced.orElse(0);
        if (segmentFrom + length + Wire.CRC_BYTES == contentEnd || isFollowedByTail(length)) {
            segmentTo = segmentFrom + length;
            diagnoseCrc(segmentTo);
            if (length > limits.maxSegmentBytes()) {
                addOverLimit(length);
            }
            return;
        }
        if (isClosedAt(contentEnd)) {
            segmentTo = contentEnd - Wire.CRC_BYTES;
            diagnoseLength(length);
            diagnoseCrc(segmentTo);
            return;
        }
        if (length > limits.maxSegmentBytes()) {
            segmentTo = contentEnd;
            addOverLimit(length);
            return;
        }
        segmentTo = Math.min(contentEnd, segmentFrom + length);
        if (contentEnd < segmentFrom + length + Wire.CRC_BYTES) {
            int present = contentEnd - segmentFrom;
            add(
                    FindingCode.TRUNCATED,
                    contentEnd,
                    length + Wire.CRC_BYTES + " bytes of data segment and CRC",
                    present + " bytes");
        } else {
            diagnoseCrc(segmentTo);
            addLengthMismatch(length, contentEnd - segmentFrom);
        }
    }

    private void diagnoseHead(int digits, Optional<Integer> announced, int contentEnd) {
        if (segmentFrom == end) {
            add(FindingCode.TRUNCATED, end, "4 digits", text(from + 2, end));
            return;
        }
        add(FindingCode.LENGTH_NOT_FOUR_DIGITS, from + 2, "4 digits", text(from + 2, from + 2 + digits));
        if (isClosedAt(contentEnd)) {
            segmentTo = contentEnd - Wire.CRC_BYTES;
            announced.filter(length -> length != segmentTo - segmentFrom).ifPresent(this::diagnoseLength);
            diagnoseCrc(segmentTo);
        } else {
            segmentTo = contentEnd;
            add(FindingCode.TRUNCATED, contentEnd, "&& and CRC", "");
        }
    }

    private void addOverLimit(int length) {
        add(FindingCode.LENGTH_OVER_LIMIT, from + 2, "at most " + limits.maxSegmentBytes(), String.valueOf(length));
    }

    private void diagnoseLength(int announced) {
        int actual = segmentTo - segmentFrom;
        addLengthMismatch(announced, actual);
        if (announced < actual && announced == TextKind.countCharacters(bytes, segmentFrom, segmentTo)) {
            add(FindingCode.LENGTH_COUNTS_CHARACTERS, from + 2, actual + " bytes", announced + " characters");
        } else if (isEnvelope(announced - actual)) {
            add(
                    FindingCode.LENGTH_COUNTS_ENVELOPE,
                    from + 2,
                    String.valueOf(actual),
                    actual + " + " + (announced - actual));
        }
    }

    /** What is left over where somebody counts CRC, CRC and tail, head and length, or all but or with the tail. */
    private static boolean isEnvelope(int surplus) {
        return surplus == Wire.CRC_BYTES
                || surplus == Wire.CRC_BYTES + 2
                || surplus == Wire.ENVELOPE_BYTES
                || surplus == Wire.ENVELOPE_BYTES + 2;
    }

    private void addLengthMismatch(int announced, int actual) {
        add(FindingCode.LENGTH_MISMATCH, from + 2, String.valueOf(actual), String.valueOf(announced));
    }

    private void diagnoseCrc(int crcAt) {
        int sent = Wire.hex4(bytes, crcAt);
        String sentText = text(crcAt, crcAt + Wire.CRC_BYTES);
        int length = crcAt - segmentFrom;
        int right = Crc.of(bytes, segmentFrom, length);
        if (sent == right) {
            return;
        }
        if (sent < 0) {
            add(FindingCode.CRC_NOT_HEX, crcAt, hex(right), sentText);
            return;
        }
        add(FindingCode.CRC_MISMATCH, crcAt, hex(right), sentText);
        if (looksEnciphered(crcAt)) {
            add(
                    profile.sm4Key().isPresent() ? FindingCode.SM4_KEY_WRONG : FindingCode.ENCRYPTED_WITHOUT_KEY,
                    crcAt,
                    "",
                    "");
            return;
        }
        int modbus = Crc.ordinary(bytes, segmentFrom, length, MODBUS_START);
        int arc = Crc.ordinary(bytes, segmentFrom, length, ARC_START);
        if (sent == modbus || sent == swapped(modbus)) {
            add(FindingCode.CRC_IS_MODBUS, crcAt, hex(right), sentText);
        } else if (sent == arc || sent == swapped(arc)) {
            add(FindingCode.CRC_IS_ARC, crcAt, hex(right), sentText);
        } else if (sent == swapped(right)) {
            add(FindingCode.CRC_BYTES_SWAPPED, crcAt, hex(right), sentText);
        } else if (sent == Crc.of(bytes, from, crcAt - from)) {
            add(FindingCode.CRC_COVERS_HEAD, crcAt, hex(right), sentText);
        } else if (!Crc.isPossible(sent)) {
            add(FindingCode.CRC_IMPOSSIBLE, crcAt, "low byte 00 01 40 41 80 81 C0 or C1", sentText);
        }
    }

    /** Whether the data area holds what no text does. */
    private boolean looksEnciphered(int crcAt) {
        int areaFrom = Enciphered.areaFrom(bytes, segmentFrom, crcAt);
        return areaFrom >= 0
                && crcAt - 2 - areaFrom >= Sm4.BLOCK_BYTES
                && TextKind.of(bytes, areaFrom, crcAt - 2) == TextKind.BINARY;
    }

    private boolean isClosedAt(int contentEnd) {
        return contentEnd - CLOSING_BYTES >= segmentFrom && Wire.isClosing(bytes, contentEnd - CLOSING_BYTES);
    }

    /** Whether a tail that looks like more than one follows the announced end. */
    private boolean isFollowedByTail(int length) {
        int announcedEnd = segmentFrom + length + Wire.CRC_BYTES;
        return announcedEnd < end && announcedEnd + Wire.tailBytes(bytes, announcedEnd, end) == end;
    }

    private int contentEnd() {
        int at = end;
        if (at > segmentFrom && bytes[at - 1] == '\n') {
            at--;
        }
        if (at > segmentFrom && bytes[at - 1] == '\r') {
            at--;
        }
        return at;
    }

    private void add(FindingCode code, int at, String expected, String actual) {
        findings.add(new Finding(code, at - from, expected, actual));
    }

    private String text(int textFrom, int textTo) {
        return new String(bytes, textFrom, textTo - textFrom, TextKind.BINARY.charset());
    }

    private static int swapped(int crc) {
        return (crc & 0xFF) << 8 | crc >>> 8;
    }

    private static String hex(int crc) {
        return HEX.toHexDigits((short) crc);
    }
}
