package io.jianhu.hj212;

/**
 * Takes what a {@link FrameScanner} reads, as ranges of bytes: {@code from} included, {@code to} excluded. Nothing is copied
 * and nothing allocated for it.
 */
public interface FrameVisitor {

    /**
     * A frame begins.
     *
     * @param bytes what all ranges up to the next call refer to: the bytes given, or a deciphered copy
     * @param frameFrom where the frame begins in them
     */
    void start(byte[] bytes, int frameFrom);

    /** A field before the data area, wherever it stands. Called at most once for each. */
    void header(HeaderField field, int from, int to);

    /**
     * A field of the data area, or one of the header that HJ 212 does not know. Blanks around the key are left out, see
     * {@link FindingCode#KEY_WITH_SPACES}.
     *
     * @param group 0-based number of the object: {@code ;} starts a new one, {@code ,} stays in it
     * @param hyphen where the hyphen between factor and suffix is; -1 where the key has none
     */
    void field(int group, int keyFrom, int hyphen, int keyTo, int valueFrom, int valueTo);

    /**
     * A deviation that does not reject the frame. What came is the range.
     *
     * @param expected what the standard asks for, short, possibly empty
     */
    void deviation(FindingCode code, int from, int to, String expected);

    /** A defect for which the frame is rejected. */
    void rejection(Finding finding);
}
