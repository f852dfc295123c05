package io.jianhu.bench.city;

import io.jianhu.hj212.Edition;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A habit of some maker's firmware. Each breaks the standard in a way that loggers in the field do. */
enum Quirk {
    NO_TAIL(0.06, Promise.KEPT, "no CRLF after the CRC"),
    LF_ONLY(0.02, Promise.KEPT, "LF where CRLF belongs"),
    LOWER_CASE_CRC(0.08, Promise.KEPT, "CRC in lower case"),
    MUTE(0.30, Promise.KEPT, "neither QN nor Flag, so no answer is ever due", Edition.HJT_212_2005),
    UPPER_CASE_FLAG_KEY(0.02, Promise.KEPT, "FLAG= where Flag= belongs", Edition.HJ_212_2017),
    QN_AFTER_CN(0.03, Promise.KEPT, "ST and CN before QN"),
    TRAILING_SEMICOLON(0.04, Promise.KEPT, "; after the last item"),
    VENDOR_SUFFIX(0.03, Promise.KEPT, "-Ori with the value before correction"),
    LONG_DATA_TIME(0.02, Promise.KEPT, "DataTime with milliseconds, 17 digits"),
    SHORT_MN(0.03, Promise.KEPT, "14-character MN kept after the change to 2017", Edition.HJ_212_2017),
    NUMBERED_FLAG_ALONE(0.015, Promise.KEPT, "Flag=7 without PNUM and PNO", Edition.HJ_212_2017),
    PNO_FIRST(0.05, Promise.KEPT, "PNO before PNUM in sub-packets"),
    OVERSIZE(0.05, Promise.KEPT, "one frame above 1 024 bytes where sub-packets belong"),
    SENTINEL(0.04, Promise.KEPT, "-99 while the analyser does not answer"),
    GBK_TEXT(0.12, Promise.KEPT, "log text in GBK", Edition.HJT_212_2005, Edition.HJ_212_2017),
    LENGTH_COUNTS_CHARACTERS(
            0.04, Promise.REJECTED_IF_CHINESE, "length counts characters, not bytes", Edition.HJ_212_2017),
    MODBUS_CRC(0.012, Promise.REJECTED, "CRC-16/MODBUS", Edition.HJT_212_2005, Edition.HJ_212_2017);

    /** What the platform must make of the frames. */
    enum Promise {
        /** Accepted, with or without findings. */
        KEPT,
        /** Rejected when the frame carries Chinese text, kept otherwise. */
        REJECTED_IF_CHINESE,
        REJECTED
    }

    private final double share;
    private final Promise promise;
    private final String description;
    private final Set<Edition> editions;

    Quirk(double share, Promise promise, String description, Edition... editions) {
        this.share = share;
        this.promise = promise;
        this.description = description;
        this.editions = editions.length == 0
                ? EnumSet.of(Edition.HJT_212_2005, Edition.HJ_212_2017, Edition.HJ_212_2025)
                : EnumSet.copyOf(List.of(editions));
    }

    Promise promise() {
        return promise;
    }

    String description() {
        return description;
    }

    /** The habits of one device, drawn from its key. Two ends of a frame, or two lengths, are never drawn together. */
    static Set<Quirk> draw(long key, Edition edition) {
        EnumSet<Quirk> drawn = EnumSet.noneOf(Quirk.class);
        for (Quirk quirk : values()) {
            if (quirk.editions.contains(edition) && Noise.uniform(Noise.mix(key, quirk.name())) < quirk.share) {
                drawn.add(quirk);
            }
        }
        if (drawn.contains(MODBUS_CRC)) {
            return EnumSet.of(MODBUS_CRC);
        }
        if (drawn.contains(NO_TAIL)) {
            drawn.remove(LF_ONLY);
        }
        if (drawn.contains(NUMBERED_FLAG_ALONE)) {
            drawn.add(OVERSIZE);
        }
        if (drawn.contains(OVERSIZE)) {
            drawn.remove(PNO_FIRST);
        }
        if (drawn.contains(GBK_TEXT)) {
            drawn.remove(LENGTH_COUNTS_CHARACTERS);
        }
        return drawn;
    }
}
