package io.jianhu.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every packet of the shared collection gets the verdict that stands beside it. */
class PacketsSuiteTest {

    private static final Path PACKETS = Path.of("../../shared/hj212/packets.tsv");
    private static final String VALID = "valid";
    private static final String DEVIATING = "valid (frame+CRC); deviations: ";
    private static final String INVALID = "invalid: ";

    @Test
    void givesEveryPacketTheVerdictBesideIt() throws IOException {
        if (!Files.exists(PACKETS)) {
            System.out.println("packets.tsv: not there, this suite did not run");
            return;
        }
        List<String> wrong = new ArrayList<>();
        int rows = 0;
        for (String line : Files.readAllLines(PACKETS).stream().skip(1).toList()) {
            String[] columns = line.split("\t", -1);
            rows++;
            for (String complaint : complaints(Wires.bytes(columns[1]), columns[2])) {
                wrong.add("row " + (rows + 1) + ", expected " + columns[2] + ": " + complaint);
            }
        }
        System.out.println("packets.tsv: " + rows + " rows, " + (rows - wrong.size()) + " as expected");
        assertThat(wrong).isEmpty();
        assertThat(rows).isPositive();
    }

    private static List<String> complaints(byte[] stream, String expected) {
        List<Cut.Piece> pieces = Cut.whole(stream);
        if (expected.equals(VALID)) {
            return check(pieces, 1, List.of());
        }
        if (expected.startsWith(DEVIATING)) {
            List<String> deviations =
                    List.of(expected.substring(DEVIATING.length()).split(", "));
            int frames = deviations.stream()
                    .filter(deviation -> deviation.endsWith(" frames"))
                    .map(deviation -> Integer.parseInt(deviation.split(" ")[0]))
                    .findFirst()
                    .orElse(1);
            return check(pieces, frames, deviations);
        }
        return expected.startsWith(INVALID)
                ? checkInvalid(pieces, expected.substring(INVALID.length()))
                : List.of("verdict not understood");
    }

    private static List<String> check(List<Cut.Piece> pieces, int frames, List<String> deviations) {
        List<String> complaints = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        int found = 0;
        long junk = 0;
        for (Cut.Piece piece : pieces) {
            if (!piece.isFrame()) {
                junk += piece.bytes().length;
                continue;
            }
            found++;
            Decoded decoded = Wires.decode(piece.bytes());
            if (decoded instanceof Decoded.Rejected) {
                complaints.add("rejected for " + decoded.findings());
            }
            findings.addAll(decoded.findings());
        }
        if (found != frames) {
            complaints.add(found + " frames in " + pieces);
        }
        for (String deviation : deviations) {
            if (!isNamed(deviation, findings, junk)) {
                complaints.add(deviation + " is not among " + findings + " and " + junk + " bytes of junk");
            }
        }
        if (deviations.isEmpty() && junk > 0) {
            complaints.add(junk + " bytes of junk");
        }
        return complaints;
    }

    private static boolean isNamed(String deviation, List<Finding> findings, long junk) {
        Matcher mn = Pattern.compile("MN (\\d+) chars").matcher(deviation);
        if (mn.matches()) {
            return findings.stream()
                    .anyMatch(finding -> finding.code() == FindingCode.MN_LENGTH
                            && finding.actual().length() == Integer.parseInt(mn.group(1)));
        }
        if (deviation.endsWith(" frames")) {
            return true;
        }
        if (deviation.endsWith("bytes of junk before ##")) {
            return junk == Integer.parseInt(deviation.split(" ")[0]);
        }
        if (deviation.startsWith("segment ")) {
            return has(findings, FindingCode.SEGMENT_OVER_1024);
        }
        return switch (deviation) {
            case "no CRLF" -> has(findings, FindingCode.NO_TAIL);
            case "LF only" -> has(findings, FindingCode.TAIL_NOT_CRLF);
            case "lower-case CRC" -> has(findings, FindingCode.CRC_LOWER_CASE);
            case "no QN" -> has(findings, FindingCode.NO_QN);
            case "no MN" -> has(findings, FindingCode.NO_MN);
            case "CP not well formed" -> has(findings, FindingCode.CP_MALFORMED);
            // A Flag spelled otherwise, or in the wrong place, is read and named as just that.
            case "no Flag" ->
                has(findings, FindingCode.NO_FLAG)
                        || findings.stream()
                                .anyMatch(finding -> (finding.code() == FindingCode.HEADER_KEY_CASE
                                                || finding.code() == FindingCode.HEADER_AFTER_CP)
                                        && finding.actual().regionMatches(true, 0, "Flag", 0, 4));
            default -> false;
        };
    }

    private static List<String> checkInvalid(List<Cut.Piece> pieces, String reason) {
        if (pieces.size() != 1) {
            return List.of("not one piece: " + pieces);
        }
        if (reason.startsWith("no ## header")) {
            return pieces.getFirst().isFrame() ? List.of("not junk") : List.of();
        }
        if (!pieces.getFirst().isFrame()) {
            return List.of("junk");
        }
        Decoded decoded = Wires.decode(pieces.getFirst().bytes());
        if (!(decoded instanceof Decoded.Rejected)) {
            return List.of("not rejected");
        }
        List<Finding> findings = decoded.findings();
        return isDiagnosed(reason, findings) ? List.of() : List.of(findings.toString());
    }

    private static boolean isDiagnosed(String reason, List<Finding> findings) {
        Matcher crc = Pattern.compile("CRC wrong \\(got (\\w{4}), HJ212 CRC is (\\w{4})(, equals CRC-16/MODBUS)?\\)")
                .matcher(reason);
        if (crc.matches()) {
            return has(findings, FindingCode.CRC_MISMATCH, crc.group(2), crc.group(1))
                    && (crc.group(3) == null || has(findings, FindingCode.CRC_IS_MODBUS));
        }
        Matcher length = Pattern.compile("length field (\\d+) but segment is (\\d+) bytes; CRC wrong too")
                .matcher(reason);
        if (length.matches()) {
            return has(findings, FindingCode.LENGTH_MISMATCH, length.group(2), length.group(1))
                    && has(findings, FindingCode.CRC_MISMATCH);
        }
        if (reason.startsWith("truncated")) {
            return has(findings, FindingCode.TRUNCATED);
        }
        return reason.startsWith("3-digit length") && has(findings, FindingCode.LENGTH_NOT_FOUR_DIGITS);
    }

    private static boolean has(List<Finding> findings, FindingCode code) {
        return findings.stream().anyMatch(finding -> finding.code() == code);
    }

    private static boolean has(List<Finding> findings, FindingCode code, String expected, String actual) {
        return findings.stream()
                .anyMatch(finding -> finding.code() == code
                        && finding.expected().equals(expected)
                        && finding.actual().equals(actual));
    }
}
