package io.jianhu.hj212;

import org.jspecify.annotations.Nullable;

/** Keeps where the header fields of one frame stand and what they mean together: flag, edition, packet numbers. */
final class HeaderReader {

    private static final HeaderField[] FIELDS = HeaderField.values();
    private static final int ABSENT = -1;
    private static final int MAX_FLAG = 255;
    private static final int MN_LENGTH_2005 = 14;
    private static final int MN_LENGTH_2017 = 24;
    private static final int MAX_PACKET_DIGITS = 9;
    private static final int DATA_TIME_LENGTH = 8;
    private static final int SURFACE_WATER_MN_LENGTH = 12;
    /** From this year on Flag 8 to 11 means HJ 212-2025, even at a surface-water station. */
    private static final int FIRST_YEAR_OF_2025 = 2025;

    private final int[] from = new int[HeaderField.values().length];
    private final int[] to = new int[from.length];

    private byte[] bytes = new byte[0];
    private FrameVisitor visitor = Reporter.NOBODY;
    private Reporter reporter = Reporter.SILENT;
    private int flag;
    private int packetCount;
    private int packetNumber;
    private boolean exchangeInArea;
    private int dataTimeFrom;
    private int dataTimeTo;
    private Edition edition = Edition.HJT_212_2005;

    void start(byte[] bytes, FrameVisitor visitor, Reporter reporter) {
        this.bytes = bytes;
        this.visitor = visitor;
        this.reporter = reporter;
        for (int i = 0; i < from.length; i++) {
            from[i] = ABSENT;
        }
        flag = ABSENT;
        packetCount = ABSENT;
        packetNumber = ABSENT;
        exchangeInArea = false;
        dataTimeFrom = ABSENT;
        edition = Edition.HJT_212_2005;
    }

    Edition edition() {
        return edition;
    }

    /** Flag, or -1 where there is none. */
    int flag() {
        return flag;
    }

    /** PNUM, or -1 where there is none. */
    int packetCount() {
        return packetCount;
    }

    /** PNO, or -1 where there is none. */
    int packetNumber() {
        return packetNumber;
    }

    boolean isBackfilled() {
        return has(HeaderField.RF) && length(HeaderField.RF) == 1 && bytes[from(HeaderField.RF)] == '1';
    }

    boolean hasDataTime() {
        return dataTimeFrom != ABSENT;
    }

    /** Where the digits of a possible DataTime begin, or -1. */
    int findDataTime() {
        if (dataTimeFrom == ABSENT) {
            return ABSENT;
        }
        FindingCode code = ValueText.checkTime(bytes, dataTimeFrom, dataTimeTo);
        return code == null || code == FindingCode.TIME_WITH_MILLISECONDS ? dataTimeFrom : ABSENT;
    }

    /** Whether the command is one that carries data of a time: 2011 to 2061, HJ 212-2017 table 9. */
    boolean isDataUpload() {
        return length(HeaderField.CN) == 4
                && bytes[from(HeaderField.CN)] == '2'
                && bytes[from(HeaderField.CN) + 1] == '0'
                && bytes[from(HeaderField.CN) + 2] != '7';
    }

    static boolean isCp(int packedKey) {
        return (packedKey | 0x2020) == ('c' << 8 | 'p');
    }

    /** The field a key names, without regard to case; null where HJ 212 has no such field. */
    static @Nullable HeaderField findField(int packedKey) {
        return switch (packedKey) {
            case 'Q' << 8 | 'N' -> HeaderField.QN;
            case 'S' << 8 | 'T' -> HeaderField.ST;
            case 'C' << 8 | 'N' -> HeaderField.CN;
            case 'P' << 8 | 'W' -> HeaderField.PW;
            case 'M' << 8 | 'N' -> HeaderField.MN;
            case 'F' << 24 | 'l' << 16 | 'a' << 8 | 'g' -> HeaderField.FLAG;
            case 0 -> null;
            default -> findFieldInAnyCase(packedKey);
        };
    }

    private static @Nullable HeaderField findFieldInAnyCase(int packedKey) {
        for (HeaderField field : FIELDS) {
            if (((packedKey ^ field.packedKey()) & ~0x2020_2020) == 0) {
                return field;
            }
        }
        return null;
    }

    void checkSpelling(HeaderField field, int packedKey, int keyFrom, int keyTo) {
        if (packedKey != field.packedKey()) {
            reporter.deviation(FindingCode.HEADER_KEY_CASE, keyFrom, keyTo, field.key());
        }
    }

    /** A header field; the first of its kind counts. */
    void take(HeaderField field, int keyFrom, int valueFrom, int valueTo) {
        if (has(field)) {
            reporter.deviation(FindingCode.HEADER_REPEATED, keyFrom, valueTo, "");
            return;
        }
        from[field.ordinal()] = valueFrom;
        to[field.ordinal()] = valueTo;
        visitor.header(field, valueFrom, valueTo);
    }

    /** A field of the data area without a factor: some of them say what the header should. */
    void takeAreaField(int keyFrom, int keyTo, int valueFrom, int valueTo) {
        HeaderField field = findField(HeaderField.pack(bytes, keyFrom, keyTo));
        if (field == HeaderField.FLAG) {
            reporter.deviation(FindingCode.MARK_WITHOUT_FACTOR, keyFrom, valueTo, "factor-Flag");
        } else if (field == HeaderField.QN) {
            exchangeInArea = true;
        } else if (field == HeaderField.PNUM || field == HeaderField.PNO) {
            if (!has(field)) {
                take(field, keyFrom, valueFrom, valueTo);
                reporter.deviation(FindingCode.PACKET_NUMBERS_IN_CP, keyFrom, valueTo, "before CP");
            }
        } else if (isTimeKey(keyFrom, keyTo)) {
            if (keyTo - keyFrom == DATA_TIME_LENGTH && dataTimeFrom == ABSENT) {
                dataTimeFrom = valueFrom;
                dataTimeTo = valueTo;
            }
            FindingCode code = ValueText.checkTime(bytes, valueFrom, valueTo);
            if (code != null) {
                reporter.deviation(code, valueFrom, valueTo, "YYYYMMDDhhmmss");
            }
        }
    }

    /** DataTime, BeginTime, EndTime, SystemTime, RestartTime, AlarmTime. */
    private boolean isTimeKey(int keyFrom, int keyTo) {
        return switch (keyTo - keyFrom) {
            case 7 -> endsWithTime(keyTo) && (bytes[keyFrom] | 0x20) == 'e';
            case 8 -> endsWithTime(keyTo) && (bytes[keyFrom] | 0x20) == 'd';
            case 9 -> endsWithTime(keyTo) && ((bytes[keyFrom] | 0x20) == 'b' || (bytes[keyFrom] | 0x20) == 'a');
            case 10 -> endsWithTime(keyTo) && (bytes[keyFrom] | 0x20) == 's';
            case 11 -> endsWithTime(keyTo) && (bytes[keyFrom] | 0x20) == 'r' && (bytes[keyFrom + 2] | 0x20) == 's';
            default -> false;
        };
    }

    private boolean endsWithTime(int keyTo) {
        return (bytes[keyTo - 4] | 0x20) == 't'
                && (bytes[keyTo - 3] | 0x20) == 'i'
                && (bytes[keyTo - 2] | 0x20) == 'm'
                && (bytes[keyTo - 1] | 0x20) == 'e';
    }

    /**
     * Judges the fields together, when all have been read.
     *
     * @param segmentFrom where a missing field is said to be missing
     */
    void finish(int segmentFrom, DeviceProfile profile) {
        readFlag(segmentFrom);
        edition = profile.edition().orElseGet(this::editionOfFlag);
        if (flag != ABSENT && profile.edition().isPresent() && edition.flagVersion() != flag >> 2) {
            report(FindingCode.EDITION_DIFFERS, HeaderField.FLAG, edition.label());
        }
        packetCount = readPacketNumber(HeaderField.PNUM);
        packetNumber = readPacketNumber(HeaderField.PNO);
        judgePacketNumbers();
        judgeQn(segmentFrom);
        requireText(HeaderField.ST, FindingCode.NO_ST, segmentFrom, "ST=");
        requireText(HeaderField.CN, FindingCode.NO_CN, segmentFrom, "CN=");
        if (!has(HeaderField.PW)) {
            reporter.deviation(FindingCode.NO_PW, segmentFrom, segmentFrom, "PW=");
        }
        judgeMn(segmentFrom, profile);
    }

    private void readFlag(int segmentFrom) {
        if (!has(HeaderField.FLAG)) {
            reporter.deviation(FindingCode.NO_FLAG, segmentFrom, segmentFrom, "Flag=");
            return;
        }
        int digits = length(HeaderField.FLAG);
        int valueFrom = from(HeaderField.FLAG);
        boolean isNumber = digits >= 1 && digits <= 3 && ValueText.areDigits(bytes, valueFrom, to(HeaderField.FLAG));
        int value = isNumber ? Wire.number(bytes, valueFrom, digits) : ABSENT;
        if (value == ABSENT || value > MAX_FLAG) {
            report(FindingCode.FLAG_INVALID, HeaderField.FLAG, "0 to 255");
            return;
        }
        flag = value;
        if (value >> 2 > Edition.HJ_212_2025.flagVersion()) {
            report(FindingCode.FLAG_VERSION_UNKNOWN, HeaderField.FLAG, "version 0, 1 or 2");
        }
    }

    private Edition editionOfFlag() {
        if (flag == ABSENT || flag >> 2 == Edition.HJT_212_2005.flagVersion()) {
            return Edition.HJT_212_2005;
        }
        if (flag >> 2 == Edition.HJ_212_2017.flagVersion()) {
            return Edition.HJ_212_2017;
        }
        return isSurfaceWater() ? Edition.SURFACE_WATER : Edition.HJ_212_2025;
    }

    /** A station number such as {@code A110000_0001}, or system code 21 with data of before 2025. */
    private boolean isSurfaceWater() {
        if (length(HeaderField.MN) == SURFACE_WATER_MN_LENGTH) {
            int mn = from(HeaderField.MN);
            if (Wire.isLetter(bytes[mn])
                    && ValueText.areDigits(bytes, mn + 1, mn + 7)
                    && bytes[mn + 7] == '_'
                    && ValueText.areDigits(bytes, mn + 8, mn + 12)) {
                return true;
            }
        }
        int st = from(HeaderField.ST);
        return length(HeaderField.ST) == 2 && bytes[st] == '2' && bytes[st + 1] == '1' && year() < FIRST_YEAR_OF_2025;
    }

    /** The year of DataTime or else of QN; where neither tells, the latest there is. */
    private int year() {
        if (dataTimeFrom != ABSENT
                && dataTimeTo - dataTimeFrom >= 4
                && ValueText.areDigits(bytes, dataTimeFrom, dataTimeFrom + 4)) {
            return Wire.number(bytes, dataTimeFrom, 4);
        }
        int qn = from(HeaderField.QN);
        return length(HeaderField.QN) >= 4 && ValueText.areDigits(bytes, qn, qn + 4)
                ? Wire.number(bytes, qn, 4)
                : Integer.MAX_VALUE;
    }

    private int readPacketNumber(HeaderField field) {
        int digits = length(field);
        if (!has(field)) {
            return ABSENT;
        }
        if (digits == 0 || digits > MAX_PACKET_DIGITS || !ValueText.areDigits(bytes, from(field), to(field))) {
            report(FindingCode.PACKET_NUMBERS_INVALID, field, "a number");
            return ABSENT;
        }
        return Wire.number(bytes, from(field), digits);
    }

    private void judgePacketNumbers() {
        boolean announced = flag != ABSENT && (flag & 2) != 0;
        boolean complete = packetCount != ABSENT && packetNumber != ABSENT;
        if (announced && !complete) {
            report(FindingCode.PACKET_NUMBERS_MISSING, HeaderField.FLAG, "PNUM and PNO");
        } else if (complete && !announced) {
            report(FindingCode.PACKET_NUMBERS_UNANNOUNCED, HeaderField.PNUM, "bit 1 of Flag");
        }
        if (complete && (packetNumber < 1 || packetNumber > packetCount)) {
            report(FindingCode.PACKET_NUMBERS_INVALID, HeaderField.PNO, "1 to PNUM");
        }
    }

    private void judgeQn(int segmentFrom) {
        if (!has(HeaderField.QN)) {
            if (!exchangeInArea) {
                reporter.deviation(FindingCode.NO_QN, segmentFrom, segmentFrom, "QN=YYYYMMDDhhmmsszzz");
            }
        } else if (!ValueText.isQn(bytes, from(HeaderField.QN), to(HeaderField.QN))) {
            report(FindingCode.QN_MALFORMED, HeaderField.QN, "YYYYMMDDhhmmsszzz");
        }
    }

    private void requireText(HeaderField field, FindingCode missing, int segmentFrom, String expected) {
        if (length(field) == 0) {
            int at = has(field) ? from(field) : segmentFrom;
            reporter.deviation(missing, at, at, expected);
        }
    }

    private void judgeMn(int segmentFrom, DeviceProfile profile) {
        if (!has(HeaderField.MN)) {
            reporter.deviation(FindingCode.NO_MN, segmentFrom, segmentFrom, "MN=");
            return;
        }
        int length = length(HeaderField.MN);
        boolean editionIsGuessed = flag == ABSENT && profile.edition().isEmpty();
        boolean fits = switch (edition) {
            case HJT_212_2005 -> length == MN_LENGTH_2005 || (editionIsGuessed && length == MN_LENGTH_2017);
            case HJ_212_2017, HJ_212_2025 -> length == MN_LENGTH_2017;
            case SURFACE_WATER -> length > 0;
        };
        if (!fits) {
            report(
                    FindingCode.MN_LENGTH,
                    HeaderField.MN,
                    edition == Edition.HJT_212_2005 ? "14 characters" : "24 characters");
        }
    }

    private void report(FindingCode code, HeaderField field, String expected) {
        reporter.deviation(code, from(field), to(field), expected);
    }

    private boolean has(HeaderField field) {
        return from[field.ordinal()] != ABSENT;
    }

    private int from(HeaderField field) {
        return from[field.ordinal()];
    }

    private int to(HeaderField field) {
        return to[field.ordinal()];
    }

    private int length(HeaderField field) {
        return has(field) ? to(field) - from(field) : 0;
    }
}
