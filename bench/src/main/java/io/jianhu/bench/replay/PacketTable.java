package io.jianhu.bench.replay;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table of recorded packets: tab-separated, columns {@code source}, {@code packet}, {@code expected}, {@code notes}. In a
 * packet {@code \r}, {@code \n}, {@code \t}, {@code \\} and {@code \xHH} stand for bytes.
 */
final class PacketTable {

    static final String HEADER = "source\tpacket\texpected";

    private PacketTable() {}

    /**
     * One recorded packet.
     *
     * @param number of its line, from 1, the header not counted
     * @param expectedValid whether length and CRC are right, by the table
     */
    record Packet(int number, String source, byte[] bytes, boolean expectedValid) {}

    static List<Packet> read(Stream<String> lines) {
        List<String[]> rows = lines.skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split("\t", -1))
                .toList();
        return Stream.iterate(0, i -> i < rows.size(), i -> i + 1)
                .map(i -> packet(i + 1, rows.get(i)))
                .toList();
    }

    private static Packet packet(int number, String[] columns) {
        return new Packet(
                number, columns[0], bytes(columns[1]), columns[2].strip().startsWith("valid"));
    }

    static byte[] bytes(String escaped) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(escaped.length());
        int at = 0;
        while (at < escaped.length()) {
            int end = escaped.indexOf('\\', at);
            String plain = escaped.substring(at, end < 0 ? escaped.length() : end);
            bytes.writeBytes(plain.getBytes(StandardCharsets.UTF_8));
            if (end < 0 || end + 1 >= escaped.length()) {
                return bytes.toByteArray();
            }
            char kind = escaped.charAt(end + 1);
            at = end + 2;
            switch (kind) {
                case 'r' -> bytes.write('\r');
                case 'n' -> bytes.write('\n');
                case 't' -> bytes.write('\t');
                case 'x' -> {
                    bytes.write(Integer.parseInt(escaped, at, at + 2, 16));
                    at += 2;
                }
                default -> bytes.write(kind);
            }
        }
        return bytes.toByteArray();
    }
}
