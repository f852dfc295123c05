package io.jianhu.hj212;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The suffixes of {@code factor-Suffix} keys that the three editions define, and what kind of value each has. */
enum Suffix {
    RTD("Rtd", Kind.NUMBER),
    MIN("Min", Kind.NUMBER),
    AVG("Avg", Kind.NUMBER),
    MAX("Max", Kind.NUMBER),
    COU("Cou", Kind.NUMBER),
    ZS_RTD("ZsRtd", Kind.NUMBER),
    ZS_MIN("ZsMin", Kind.NUMBER),
    ZS_AVG("ZsAvg", Kind.NUMBER),
    ZS_MAX("ZsMax", Kind.NUMBER),
    FLAG("Flag", Kind.MARK),
    E_FLAG("EFlag", Kind.TEXT),
    SAMPLE_TIME("SampleTime", Kind.TIME),
    RS("RS", Kind.NUMBER),
    RT("RT", Kind.NUMBER),
    DATA("Data", Kind.NUMBER),
    DAY_DATA("DayData", Kind.NUMBER),
    NIGHT_DATA("NightData", Kind.NUMBER),
    INFO("Info", Kind.TEXT),
    SN("SN", Kind.TEXT),
    ALA("Ala", Kind.NUMBER),
    LOW_VALUE("LowValue", Kind.NUMBER),
    UP_VALUE("UpValue", Kind.NUMBER),
    COMPLETE_TIME("CompleteTime", Kind.TIME),
    SAMPLE_TYPE("SampleType", Kind.TEXT),
    SAMPLE_RD("SampleRd", Kind.NUMBER),
    STANDARD_VALUE("StandardValue", Kind.NUMBER),
    RESULT_TYPE("ResultType", Kind.TEXT);

    /** What a value should look like. */
    enum Kind {
        NUMBER,
        MARK,
        TIME,
        TEXT
    }

    private static final int MAX_LENGTH = 16;
    private static final int LETTERS = 32;
    /** By length and first letter, so that hardly ever more than one must be compared. */
    private static final Suffix[][] TABLE = table();

    private final String text;
    private final Kind kind;
    private final byte[] lower;

    Suffix(String text, Kind kind) {
        this.text = text;
        this.kind = kind;
        this.lower = text.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    }

    /** As the standard spells it. */
    String text() {
        return text;
    }

    Kind kind() {
        return kind;
    }

    /** The suffix the bytes spell, without regard to case; null where it is none of these. */
    static @Nullable Suffix find(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length == 3) {
            return ofThree((bytes[from] | 0x20) << 16 | (bytes[from + 1] | 0x20) << 8 | (bytes[from + 2] | 0x20));
        }
        if (length == 0 || length >= MAX_LENGTH) {
            return null;
        }
        for (Suffix suffix : TABLE[length * LETTERS + (bytes[from] & LETTERS - 1)]) {
            if (suffix.isAt(bytes, from)) {
                return suffix;
            }
        }
        return null;
    }

    private static @Nullable Suffix ofThree(int letters) {
        return switch (letters) {
            case 'r' << 16 | 't' << 8 | 'd' -> RTD;
            case 'a' << 16 | 'v' << 8 | 'g' -> AVG;
            case 'm' << 16 | 'i' << 8 | 'n' -> MIN;
            case 'm' << 16 | 'a' << 8 | 'x' -> MAX;
            case 'c' << 16 | 'o' << 8 | 'u' -> COU;
            case 'a' << 16 | 'l' << 8 | 'a' -> ALA;
            default -> null;
        };
    }

    /** Whether the bytes are spelled as the standard does, so that {@link #text()} can stand for them. */
    boolean isSpelledAt(byte[] bytes, int from) {
        for (int i = 0; i < lower.length; i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean isAt(byte[] bytes, int from) {
        for (int i = 0; i < lower.length; i++) {
            if ((bytes[from + i] | 0x20) != lower[i]) {
                return false;
            }
        }
        return true;
    }

    private static Suffix[][] table() {
        List<List<Suffix>> lists = new ArrayList<>();
        for (int i = 0; i < MAX_LENGTH * LETTERS; i++) {
            lists.add(new ArrayList<>());
        }
        for (Suffix suffix : values()) {
            lists.get(suffix.lower.length * LETTERS + (suffix.lower[0] & LETTERS - 1))
                    .add(suffix);
        }
        return lists.stream().map(list -> list.toArray(Suffix[]::new)).toArray(Suffix[][]::new);
    }
}
