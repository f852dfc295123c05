package io.jianhu.platform.telemetry.internal.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes of a frame as text.
 *
 * @param text unprintable characters as {@code ·}
 * @param charsetName ascii, utf-8, gbk or binary
 * @param charset what to read its parts with
 */
record FrameText(String text, String charsetName, Charset charset) {

    private static final int REPLACEMENT = 0xFFFD;
    private static final Charset GBK = Charset.forName("GBK");

    /** ASCII where it is, else UTF-8 (HJ 212-2017 6.3), else GBK as older devices send, else bytes. */
    static FrameText of(byte[] bytes) {
        boolean ascii = true;
        for (byte b : bytes) {
            ascii &= b >= 0;
        }
        if (ascii) {
            return new FrameText(
                    printable(new String(bytes, StandardCharsets.US_ASCII)), "ascii", StandardCharsets.US_ASCII);
        }
        if (decodes(bytes, StandardCharsets.UTF_8)) {
            return new FrameText(printable(new String(bytes, StandardCharsets.UTF_8)), "utf-8", StandardCharsets.UTF_8);
        }
        if (decodes(bytes, GBK)) {
            return new FrameText(printable(new String(bytes, GBK)), "gbk", GBK);
        }
        return new FrameText(
                printable(new String(bytes, StandardCharsets.US_ASCII)), "binary", StandardCharsets.ISO_8859_1);
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        try {
            charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException not) {
            return false;
        }
    }

    private static String printable(String text) {
        StringBuilder printed = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || !Character.isDefined(c) || c == REPLACEMENT ? '·' : c)
                .forEach(printed::appendCodePoint);
        return printed.toString();
    }
}
