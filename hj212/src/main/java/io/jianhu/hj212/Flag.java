package io.jianhu.hj212;

/**
 * The Flag field, read by position and never by letter: the 2025 text swaps the letters A and D but keeps the bits (HJ
 * 212-2017 table 3).
 *
 * @param value 0 to 255; bit 0 answer wanted, bit 1 packet numbers present, bits 2 to 7 version
 */
public record Flag(int value) {

    /** The flag of a frame that has none: 2005, unsplit, no answer wanted. */
    public static final Flag ABSENT = new Flag(0);

    public Flag {
        if (value < 0 || value > 255) {
            throw new IllegalArgumentException("Flag is 0 to 255, not " + value);
        }
    }

    /** The flag a sender of the edition writes. */
    public static Flag of(Edition edition, Numbering numbering, Answer answer) {
        return new Flag(edition.flagVersion() << 2 | numbering.bit() | answer.bit());
    }

    public boolean answerWanted() {
        return (value & 1) != 0;
    }

    public boolean numbered() {
        return (value & 2) != 0;
    }

    public int version() {
        return value >> 2;
    }

    /** Whether PNUM and PNO are in the frame. */
    public enum Numbering {
        UNSPLIT(0),
        NUMBERED(2);

        private final int bit;

        Numbering(int bit) {
            this.bit = bit;
        }

        int bit() {
            return bit;
        }
    }

    /** Whether the sender wants an answer. */
    public enum Answer {
        NONE(0),
        WANTED(1);

        private final int bit;

        Answer(int bit) {
            this.bit = bit;
        }

        int bit() {
            return bit;
        }
    }
}
