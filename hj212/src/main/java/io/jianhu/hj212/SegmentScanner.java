package io.jianhu.hj212;

/**
 * Reads the data segment of one frame in a single pass: header fields in any order, the data area, what is wrong with them.
 * Reused from frame to frame; allocates nothing.
 */
final class SegmentScanner {

    private static final int ABSENT = -1;

    // What may stop a key or a value, by rising power.
    private static final byte PLAIN = 0;
    private static final byte HYPHEN = 1;
    private static final byte EQUALS = 2;
    private static final byte SEPARATOR = 3;
    private static final byte[] CLASS = classes();

    private final HeaderReader header = new HeaderReader();

    private byte[] bytes = new byte[0];
    private Reporter reporter = Reporter.SILENT;
    private FrameVisitor visitor = Reporter.NOBODY;
    private int from;
    private int to;
    private int group;
    private int firstForeign;
    private int strayAt;
    private boolean hasDataArea;
    private boolean hasItems;
    private Medium medium = Medium.UNKNOWN;

    // The item being read.
    private int factorFrom;
    private int factorTo;
    private int factorGroup;

    HeaderReader header() {
        return header;
    }

    TextKind textKind() {
        return firstForeign == ABSENT ? TextKind.ASCII : TextKind.of(bytes, from, to);
    }

    /** Reads the bytes {@code from} to {@code to}. */
    void scan(byte[] bytes, int from, int to, DeviceProfile profile, FrameVisitor visitor, Reporter reporter) {
        this.bytes = bytes;
        this.from = from;
        this.to = to;
        this.visitor = visitor;
        this.reporter = reporter;
        group = 0;
        firstForeign = Wire.findForeign(bytes, from, to);
        strayAt = ABSENT;
        hasDataArea = false;
        hasItems = false;
        medium = Medium.UNKNOWN;
        factorGroup = ABSENT;
        header.start(bytes, visitor, reporter);

        int areaFrom = scanHeader(from, false);
        if (hasDataArea) {
            int areaTo = findAreaEnd(areaFrom);
            scanArea(areaFrom, areaTo);
            if (areaTo + 2 < to) {
                reporter.deviation(FindingCode.CP_MALFORMED, areaTo + 2, to, "CP=&&...&& at the end");
                scanHeader(areaTo + 2, true);
            }
        } else {
            reporter.deviation(FindingCode.CP_MALFORMED, to, to, "CP=&&...&&");
        }
        header.finish(from, profile);
        report();
    }

    private void report() {
        if (strayAt != ABSENT) {
            reporter.deviation(FindingCode.STRAY_SEPARATOR, strayAt, strayAt + 1, "");
        }
        if (hasItems && !header.hasDataTime() && header.isDataUpload()) {
            reporter.deviation(FindingCode.NO_DATATIME, to, to, "DataTime=YYYYMMDDhhmmss");
        }
        if (firstForeign != ABSENT) {
            TextKind kind = TextKind.of(bytes, from, to);
            if (kind == TextKind.GBK) {
                reporter.deviation(FindingCode.TEXT_IS_GBK, firstForeign, firstForeign, "UTF-8");
            } else if (kind == TextKind.BINARY) {
                reporter.deviation(FindingCode.TEXT_UNREADABLE, firstForeign, firstForeign, "UTF-8");
            }
        }
    }

    /** Reads header fields and returns where the data area begins, or the end where there is none. */
    private int scanHeader(int start, boolean afterArea) {
        int at = start;
        while (at < to) {
            if (CLASS[bytes[at] & 0xFF] == SEPARATOR) {
                stray(at, !afterArea || at > start);
                at++;
                continue;
            }
            int keyFrom = at;
            at = endOfKey(at, to);
            int keyTo = at;
            if (at == to || bytes[at] != '=') {
                unknownField(keyFrom, keyTo, keyTo, keyTo);
                reporter.deviation(FindingCode.FIELD_WITHOUT_VALUE, keyFrom, keyTo, "key=value");
                at++;
                continue;
            }
            at++;
            int key = HeaderField.pack(bytes, keyFrom, keyTo);
            if (!afterArea && HeaderReader.isCp(key)) {
                if (bytes[keyFrom] != 'C' || bytes[keyFrom + 1] != 'P') {
                    reporter.deviation(FindingCode.HEADER_KEY_CASE, keyFrom, keyTo, "CP");
                }
                hasDataArea = true;
                if (at + 2 <= to && bytes[at] == '&' && bytes[at + 1] == '&') {
                    return at + 2;
                }
                reporter.deviation(FindingCode.CP_MALFORMED, keyFrom, at, "CP=&&");
                return at;
            }
            int valueTo = endOfHeaderValue(at);
            headerField(key, keyFrom, keyTo, at, valueTo, afterArea);
            at = valueTo + 1;
        }
        return to;
    }

    private void headerField(int key, int keyFrom, int keyTo, int valueFrom, int valueTo, boolean afterArea) {
        HeaderField field = HeaderReader.findField(key);
        if (field == null) {
            boolean closes =
                    valueTo == to && valueTo - valueFrom >= 2 && bytes[valueTo - 1] == '&' && bytes[valueTo - 2] == '&';
            unknownField(keyFrom, keyTo, valueFrom, closes ? valueTo - 2 : valueTo);
            reporter.deviation(FindingCode.HEADER_UNKNOWN, keyFrom, keyTo, "");
            return;
        }
        header.checkSpelling(field, key, keyFrom, keyTo);
        if (afterArea) {
            reporter.deviation(FindingCode.HEADER_AFTER_CP, keyFrom, valueTo, "before CP");
        }
        header.take(field, keyFrom, valueFrom, valueTo);
        if (field == HeaderField.ST) {
            medium = Medium.ofSystem(bytes, valueFrom, valueTo);
        }
    }

    private void unknownField(int keyFrom, int keyTo, int valueFrom, int valueTo) {
        visitor.field(group, keyFrom, -1, keyTo, valueFrom, valueTo);
        group++;
    }

    /** The {@code &&} that closes the data area: the last of the segment. The end where there is none. */
    private int findAreaEnd(int areaFrom) {
        for (int at = to - 2; at >= areaFrom; at--) {
            if (bytes[at] == '&' && bytes[at + 1] == '&') {
                return at;
            }
        }
        reporter.deviation(FindingCode.CP_MALFORMED, to, to, "&&");
        return to;
    }

    private void scanArea(int areaFrom, int areaTo) {
        byte[] bytes = this.bytes;
        int at = areaFrom;
        boolean empty = true;
        while (at < areaTo) {
            if (CLASS[bytes[at] & 0xFF] == SEPARATOR) {
                stray(at, true);
                at++;
                continue;
            }
            if (!empty) {
                group += bytes[at - 1] == ';' || bytes[at - 1] == ',' && isNewGroup(at - 1) ? 1 : 0;
            }
            empty = false;
            at = scanField(at, areaTo);
            if (at < areaTo) {
                at++;
                if (at == areaTo) {
                    stray(at - 1, true);
                }
            }
        }
    }

    /** Whether among the run of separators that ends at {@code at} there is a semicolon. */
    private boolean isNewGroup(int at) {
        for (int i = at; CLASS[bytes[i] & 0xFF] == SEPARATOR; i--) {
            if (bytes[i] == ';') {
                return true;
            }
        }
        return false;
    }

    /** Reads one field and returns where it ends: at a separator or at the end of the area. */
    private int scanField(int start, int areaTo) {
        byte[] bytes = this.bytes;
        int keyFrom = isBlank(bytes[start]) ? skipBlanks(start, areaTo) : start;
        int hyphen = ABSENT;
        int at = keyFrom;
        for (; at < areaTo; at++) {
            byte kind = CLASS[bytes[at] & 0xFF];
            if (kind == PLAIN) {
                continue;
            }
            if (kind >= EQUALS) {
                break;
            }
            if (hyphen == ABSENT && at > keyFrom) {
                hyphen = at;
            }
        }
        int keyTo = at;
        while (keyTo > keyFrom && isBlank(bytes[keyTo - 1])) {
            keyTo--;
        }
        if (keyFrom > start || keyTo < at) {
            reporter.deviation(FindingCode.KEY_WITH_SPACES, start, at, "");
        }
        if (at == areaTo || bytes[at] != '=') {
            visitor.field(group, keyFrom, ABSENT, keyTo, keyTo, keyTo);
            reporter.deviation(FindingCode.FIELD_WITHOUT_VALUE, keyFrom, keyTo, "key=value");
            return at;
        }
        return hyphen == ABSENT
                ? plainField(keyFrom, keyTo, at + 1, areaTo)
                : itemField(keyFrom, hyphen, keyTo, at + 1, areaTo);
    }

    private int plainField(int keyFrom, int keyTo, int valueFrom, int areaTo) {
        int valueTo = endOfValue(valueFrom, areaTo);
        visitor.field(group, keyFrom, ABSENT, keyTo, valueFrom, valueTo);
        header.takeAreaField(keyFrom, keyTo, valueFrom, valueTo);
        return valueTo;
    }

    private int itemField(int keyFrom, int hyphen, int keyTo, int valueFrom, int areaTo) {
        Suffix suffix = Suffix.find(bytes, hyphen + 1, keyTo);
        int plainNumberTo = suffix != null && suffix.kind() == Suffix.Kind.NUMBER
                ? ValueText.endOfPlainNumber(bytes, valueFrom, areaTo)
                : ABSENT;
        boolean isPlainNumber =
                plainNumberTo == areaTo || (plainNumberTo != ABSENT && CLASS[bytes[plainNumberTo] & 0xFF] == SEPARATOR);
        int valueTo = isPlainNumber
                ? plainNumberTo
                : suffix == Suffix.INFO ? endOfInfo(valueFrom, areaTo) : endOfValue(valueFrom, areaTo);
        visitor.field(group, keyFrom, hyphen, keyTo, valueFrom, valueTo);
        hasItems = true;
        if (reporter.isSilent()) {
            return valueTo;
        }
        checkFactor(keyFrom, hyphen);
        if (suffix == null) {
            reporter.deviation(FindingCode.UNKNOWN_SUFFIX, hyphen + 1, keyTo, "");
        } else if (!isPlainNumber) {
            checkValue(suffix.kind(), valueFrom, valueTo);
        }
        return valueTo;
    }

    private void checkFactor(int keyFrom, int hyphen) {
        if (isSameFactor(keyFrom, hyphen)) {
            return;
        }
        factorFrom = keyFrom;
        factorTo = hyphen;
        factorGroup = group;
        if (!FactorShape.isKnown(bytes, keyFrom, hyphen, medium)) {
            reporter.deviation(FindingCode.UNKNOWN_FACTOR, keyFrom, hyphen, "");
        }
    }

    private void checkValue(Suffix.Kind kind, int valueFrom, int valueTo) {
        FindingCode code = switch (kind) {
            case NUMBER -> ValueText.checkNumber(bytes, valueFrom, valueTo);
            case TIME -> ValueText.checkTime(bytes, valueFrom, valueTo);
            case MARK -> valueFrom == valueTo ? FindingCode.EMPTY_VALUE : null;
            case TEXT -> null;
        };
        if (code != null) {
            reporter.deviation(code, valueFrom, valueTo, "");
        }
    }

    private int skipBlanks(int start, int limit) {
        int at = start;
        while (at < limit && isBlank(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(byte c) {
        return c >= 0 && c <= ' ';
    }

    private boolean isSameFactor(int keyFrom, int hyphen) {
        int length = hyphen - keyFrom;
        if (factorGroup != group || factorTo - factorFrom != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[factorFrom + i] != bytes[keyFrom + i]) {
                return false;
            }
        }
        return true;
    }

    private int endOfKey(int start, int limit) {
        int at = start;
        while (at < limit && CLASS[bytes[at] & 0xFF] < EQUALS) {
            at++;
        }
        return at;
    }

    /** A comma ends a header value only where it is stray: at its end, or before another header field. */
    private int endOfHeaderValue(int start) {
        byte[] bytes = this.bytes;
        int at = start;
        while (at < to && (CLASS[bytes[at] & 0xFF] < SEPARATOR || (bytes[at] == ',' && !isStrayComma(at)))) {
            at++;
        }
        return at;
    }

    private boolean isStrayComma(int comma) {
        int at = comma + 1;
        if (at == to || CLASS[bytes[at] & 0xFF] == SEPARATOR) {
            return true;
        }
        int keyTo = at;
        while (keyTo < to && Wire.isLetter(bytes[keyTo])) {
            keyTo++;
        }
        return keyTo < to && bytes[keyTo] == '=' && isHeaderKey(HeaderField.pack(bytes, at, keyTo));
    }

    private static boolean isHeaderKey(int key) {
        return HeaderReader.findField(key) != null || HeaderReader.isCp(key);
    }

    private int endOfValue(int start, int limit) {
        byte[] bytes = this.bytes;
        int at = start;
        while (at < limit && CLASS[bytes[at] & 0xFF] < SEPARATOR) {
            at++;
        }
        return at;
    }

    /** Where {@code xxx-Info} ends: separators inside {@code //text//} belong to the text (HJ 212-2017 C.40). */
    private int endOfInfo(int start, int limit) {
        if (start + 1 < limit && bytes[start] == '/' && bytes[start + 1] == '/') {
            int closing = endOfText(start + 2, limit);
            if (closing != ABSENT) {
                return closing;
            }
        }
        return endOfValue(start, limit);
    }

    /** The end of a text whose {@code //} is followed by a separator or the end of the area. */
    private int endOfText(int start, int limit) {
        for (int at = start; at + 1 < limit; at++) {
            if (bytes[at] == '/'
                    && bytes[at + 1] == '/'
                    && (at + 2 == limit || CLASS[bytes[at + 2] & 0xFF] == SEPARATOR)) {
                return at + 2;
            }
        }
        return ABSENT;
    }

    private void stray(int at, boolean counts) {
        if (counts && strayAt == ABSENT) {
            strayAt = at;
        }
    }

    private static byte[] classes() {
        byte[] classes = new byte[256];
        classes['-'] = HYPHEN;
        classes['='] = EQUALS;
        classes[';'] = SEPARATOR;
        classes[','] = SEPARATOR;
        return classes;
    }
}
