package io.jianhu.hj212.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.hj212.Crc;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("jianhu decode")
class DecodeCommandTest {

    private static final String HEAD =
            "QN=20250314092500123;ST=32;CN=2011;PW=654321;MN=3306021A0000000000000001;Flag=5;";
    private static final byte[] SOUND = frame(HEAD + "CP=&&DataTime=20250314092500;011-Rtd=33.1,011-Flag=N&&", "\r\n");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void writesOneObjectForASoundFrame() {
        assertThat(decode(SOUND, "-")).isZero();
        assertThat(lines())
                .containsExactly(
                        "{\"offset\":0,\"length\":" + SOUND.length + ",\"verdict\":\"accepted\",\"findings\":[],"
                                + "\"edition\":\"2017\",\"qn\":\"20250314092500123\",\"st\":\"32\",\"cn\":\"2011\","
                                + "\"mn\":\"3306021A0000000000000001\",\"flag\":5,\"pnum\":null,\"pno\":null,"
                                + "\"time\":\"2025-03-14T09:25:00+08:00\",\"items\":[{\"factor\":\"w01018\","
                                + "\"as_sent\":\"011\",\"name\":\"chemical oxygen demand (COD)\",\"unit\":\"mg/L\","
                                + "\"values\":{\"Rtd\":\"33.1\"},\"flag\":\"N\"}],\"fields\":[]}");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("1 frames: 1 accepted, 0 accepted with findings, 0 rejected; 0 runs of junk (0 bytes);");
    }

    @Test
    void writesOneObjectForEveryRunOfJunkHoweverLong() {
        assertThat(decode(join(new byte[200_000], SOUND, "tail?".getBytes(StandardCharsets.US_ASCII)), "-"))
                .isZero();
        assertThat(lines()).hasSize(3);
        assertThat(lines().getFirst())
                .isEqualTo("{\"offset\":0,\"length\":200000,\"verdict\":\"junk\",\"findings\":[]}");
        assertThat(lines().get(1))
                .startsWith("{\"offset\":200000,\"length\":" + SOUND.length + ",\"verdict\":\"accepted\"");
        assertThat(lines().get(2))
                .isEqualTo("{\"offset\":" + (200_000 + SOUND.length)
                        + ",\"length\":5,\"verdict\":\"junk\",\"findings\":[]}");
    }

    @Test
    void saysWhatIsWrongInEitherLanguage() {
        byte[] wrong = SOUND.clone();
        int crcAt = SOUND.length - 6;
        wrong[crcAt] ^= 1;
        decode(wrong, "-");
        assertThat(lines().getFirst())
                .contains("\"verdict\":\"rejected\",\"findings\":[{\"code\":\"CRC_MISMATCH\",\"at\":" + crcAt + ","
                        + "\"message\":\"CRC does not match: expected ");
        decode(wrong, "--lang", "zh", "-");
        assertThat(lines().getFirst()).contains("\"message\":\"CRC 校验错误：应为 ").contains("\"name\":\"化学需氧量\"");
    }

    @Test
    void keepsRepeatedSuffixesAndWhatIsNoItem() {
        decode(
                frame(
                        HEAD + "CP=&&DataTime=20250314092500;PolId=w01018;w01018-Rtd=1,w01018-Rtd=2,w01018-Flag=N,"
                                + "w01018-Flag=D&&",
                        "\r\n"),
                "-");
        assertThat(lines().getFirst())
                .contains("\"values\":{\"Rtd\":[\"1\",\"2\"],\"Flag\":\"D\"},\"flag\":\"N\"}]")
                .endsWith("\"fields\":[{\"key\":\"PolId\",\"value\":\"w01018\"}]}");
    }

    @Test
    void writesTextAsJsonWhateverItsCharset() {
        String segment = HEAD + "CP=&&PolId=w01018;i11001-Info=//清洗\\\"管路\"\u0001//&&";
        String json = "\"values\":{\"Info\":\"//清洗\\\\\\\"管路\\\"\\u0001//\"}";
        decode(frame(segment.getBytes(StandardCharsets.UTF_8), "\r\n"), "-");
        assertThat(lines().getFirst()).contains(json);
        decode(frame(segment.replace("\u0001", "\t").getBytes(Charset.forName("GBK")), "\r\n"), "-");
        assertThat(lines().getFirst()).contains(json.replace("\\u0001", "\\t")).contains("TEXT_IS_GBK");
    }

    @Test
    void givesTheSameHoweverTheInputIsCut() {
        byte[] stream = join(SOUND, frame(HEAD + "CP=&&&&", ""), frame(HEAD + "CP=&&&&", "\n"), SOUND, SOUND);
        decode(stream, "-");
        List<String> whole = lines();
        out.reset();
        InputStream byOnes = new ByteArrayInputStream(stream) {
            @Override
            public int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(1, length));
            }
        };
        new DecodeCommand(byOnes, out, new PrintStream(err)).run(List.of("-"));
        assertThat(lines()).isEqualTo(whole).hasSize(5);
        assertThat(whole.get(1)).contains("NO_TAIL");
    }

    @Test
    void readsAFile() throws IOException {
        Path file = folder.resolve("line.bin");
        Files.write(file, join(SOUND, SOUND));
        assertThat(decode(new byte[0], file.toString())).isZero();
        assertThat(lines()).hasSize(2);
    }

    @Test
    void readsEncipheredFramesWithTheKey() {
        assertThat(decode(SOUND, "--sm4", "0123456789abcdeffedcba9876543210", "--edition", "2017", "-"))
                .isZero();
        assertThat(lines().getFirst()).contains("\"verdict\":\"accepted\"");
    }

    @Test
    void endsWith2WhereTheCommandLineIsWrong() {
        assertThat(decode(SOUND)).isEqualTo(2);
        assertThat(decode(SOUND, "a", "b")).isEqualTo(2);
        assertThat(decode(SOUND, "--lang", "fr", "-")).isEqualTo(2);
        assertThat(decode(SOUND, "--sm4", "12", "-")).isEqualTo(2);
        assertThat(decode(SOUND, "--edition", "1999", "-")).isEqualTo(2);
        assertThat(decode(SOUND, "--lang")).isEqualTo(2);
        assertThat(decode(SOUND, "--what", "-")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("Usage: decode");
        assertThat(out.size()).isZero();
    }

    @Test
    void endsWith1WhereReadingOrWritingFails() {
        assertThat(decode(SOUND, folder.resolve("nothing").toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("there is no file");
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        int status = new DecodeCommand(new ByteArrayInputStream(SOUND), closed, new PrintStream(err)).run(List.of("-"));
        assertThat(status).isEqualTo(1);
    }

    @Test
    void explainsItself() {
        assertThat(decode(SOUND, "--help")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("Usage: decode")
                .contains("at is the byte offset");
    }

    private int decode(byte[] stream, String... arguments) {
        out.reset();
        return new DecodeCommand(new ByteArrayInputStream(stream), out, new PrintStream(err)).run(List.of(arguments));
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static byte[] frame(String segment, String tail) {
        return frame(segment.getBytes(StandardCharsets.UTF_8), tail);
    }

    private static byte[] frame(byte[] segment, String tail) {
        return join(
                "##%04d".formatted(segment.length).getBytes(StandardCharsets.US_ASCII),
                segment,
                "%04X".formatted(Crc.of(segment, 0, segment.length)).getBytes(StandardCharsets.US_ASCII),
                tail.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
