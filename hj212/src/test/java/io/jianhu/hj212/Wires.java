package io.jianhu.hj212;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Bytes for tests, written as text with the escapes \r \n \xHH. */
final class Wires {

    private Wires() {}

    /** The text as UTF-8, escapes resolved. */
    static byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                char kind = text.charAt(at + 1);
                if (kind == 'r' || kind == 'n') {
                    out.write(kind == 'r' ? '\r' : '\n');
                    at += 2;
                    continue;
                }
                if (kind == 'x') {
                    out.write(Integer.parseInt(text.substring(at + 2, at + 4), 16));
                    at += 4;
                    continue;
                }
            }
            int end = text.offsetByCodePoints(at, 1);
            out.writeBytes(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
            at = end;
        }
        return out.toByteArray();
    }

    /** A sound frame around the data segment, CRLF at its end. */
    static byte[] frame(String segment) {
        return join(frameWithoutTail(segment), bytes("\\r\\n"));
    }

    static byte[] frameWithoutTail(String segment) {
        byte[] bytes = bytes(segment);
        return join(
                bytes("##%04d".formatted(bytes.length)),
                bytes,
                bytes("%04X".formatted(Crc.of(bytes, 0, bytes.length))));
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static String printable(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            if (b == '\r' || b == '\n') {
                text.append(b == '\r' ? "\\r" : "\\n");
            } else if (b >= ' ' && b < 0x7F) {
                text.append((char) b);
            } else {
                text.append("\\x%02X".formatted(b & 0xFF));
            }
        }
        return text.toString();
    }

    static Decoded decode(byte[] frame) {
        return new FrameDecoder(FrameLimits.DEFAULT).decode(frame, 0, frame.length, DeviceProfile.UNKNOWN);
    }

    static List<FindingCode> codes(Decoded decoded) {
        List<FindingCode> codes = new ArrayList<>();
        decoded.findings().forEach(finding -> codes.add(finding.code()));
        return codes;
    }
}
