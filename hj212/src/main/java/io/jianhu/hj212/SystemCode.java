package io.jianhu.hj212;

/**
 * A system code (ST): which kind of monitoring a frame belongs to.
 *
 * @param code two digits or capital letters
 * @param source where the row was found
 */
public record SystemCode(String code, Kind kind, String nameZh, String nameEn, String source, Confidence confidence) {

    /** The classes of HJ 212-2017 table 5. */
    public enum Kind {
        /** Environment quality. */
        QUALITY,
        /** Pollution source. */
        SOURCE,
        /** Process of treatment. */
        PROCESS,
        /** Between device and platform. */
        INTERACTION,
        /** Beyond the table. */
        EXTENSION
    }
}
