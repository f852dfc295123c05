package io.jianhu.bench.city;

import io.jianhu.hj212.Crc;
import io.jianhu.hj212.Outgoing;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes the frames of one device as its maker understood the standard: the right bytes, bent by the device's habits. */
final class Firmware {

    /** Longest data segment, HJ 212-2017 table 2. */
    static final int LONGEST_SEGMENT = 1_024;

    private static final int HEAD_BYTES = 6;
    private static final int TAIL_BYTES = 6;
    private static final Pattern PACKET_NUMBERS = Pattern.compile("(PNUM=\\d+);(PNO=\\d+)");
    private static final Pattern DATA_TIME = Pattern.compile("DataTime=(\\d{14})(?!\\d)");
    private static final Pattern QN_FIRST = Pattern.compile("^(QN=\\d+;)(ST=\\w+;CN=\\w+;)");
    private static final Pattern PLAIN_FLAG = Pattern.compile(";Flag=([45]);(?!PNUM)");

    private final Device device;

    Firmware(Device device) {
        this.device = device;
    }

    /** A frame on the wire and the QN it is known by, empty where it has none. */
    record Written(String qn, byte[] bytes) {}

    /** One frame, or its sub-packets where it is too long and this maker splits. */
    List<Written> write(Outgoing frame, Charset charset, Supplier<String> qns) {
        List<Outgoing> packets = device.has(Quirk.OVERSIZE) ? List.of(frame) : frame.split(LONGEST_SEGMENT, qns);
        return packets.stream()
                .map(packet -> new Written(packet.frame().qn(), bend(packet.toBytes(), charset)))
                .toList();
    }

    private byte[] bend(byte[] standard, Charset charset) {
        if (device.quirks().isEmpty()) {
            return standard;
        }
        String segment = new String(standard, HEAD_BYTES, standard.length - HEAD_BYTES - TAIL_BYTES, charset);
        String bent = bend(segment);
        byte[] bytes = bent.getBytes(charset);
        int length = device.has(Quirk.LENGTH_COUNTS_CHARACTERS) ? bent.length() : bytes.length;
        int crc = device.has(Quirk.MODBUS_CRC) ? modbus(bytes) : Crc.of(bytes, 0, bytes.length);
        String tail = String.format(Locale.ROOT, device.has(Quirk.LOWER_CASE_CRC) ? "%04x" : "%04X", crc) + lineEnd();
        return ByteBuffer.allocate(HEAD_BYTES + bytes.length + tail.length())
                .put(ascii(String.format(Locale.ROOT, "##%04d", length)))
                .put(bytes)
                .put(ascii(tail))
                .array();
    }

    private String lineEnd() {
        if (device.has(Quirk.NO_TAIL)) {
            return "";
        }
        return device.has(Quirk.LF_ONLY) ? "\n" : "\r\n";
    }

    private String bend(String segment) {
        String bent = segment;
        for (Quirk quirk : device.quirks()) {
            bent = switch (quirk) {
                case UPPER_CASE_FLAG_KEY -> bent.replaceFirst(";Flag=", ";FLAG=");
                case QN_AFTER_CN -> QN_FIRST.matcher(bent).replaceFirst("$2$1");
                case TRAILING_SEMICOLON ->
                    bent.endsWith("CP=&&&&") ? bent : bent.substring(0, bent.length() - 2) + ";&&";
                case LONG_DATA_TIME -> DATA_TIME.matcher(bent).replaceAll("DataTime=$1000");
                case PNO_FIRST -> PACKET_NUMBERS.matcher(bent).replaceFirst("$2;$1");
                case NUMBERED_FLAG_ALONE -> PLAIN_FLAG.matcher(bent).replaceFirst(Firmware::numbered);
                case NO_TAIL,
                        LF_ONLY,
                        LOWER_CASE_CRC,
                        MUTE,
                        VENDOR_SUFFIX,
                        SHORT_MN,
                        OVERSIZE,
                        SENTINEL,
                        GBK_TEXT,
                        LENGTH_COUNTS_CHARACTERS,
                        MODBUS_CRC -> bent;
            };
        }
        return bent;
    }

    private static String numbered(MatchResult match) {
        return ";Flag=" + (Integer.parseInt(match.group(1)) + 2) + ";";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** CRC-16/MODBUS, which firmware takes for the CRC of HJ 212: both registers are shifted, here without losing a byte. */
    static int modbus(byte[] bytes) {
        int register = 0xFFFF;
        for (byte b : bytes) {
            register ^= b & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                register = (register & 1) == 0 ? register >> 1 : register >> 1 ^ 0xA001;
            }
        }
        return register;
    }
}
