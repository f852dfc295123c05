package io.jianhu.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The CRC of HJ 212-2017 appendix A")
class CrcTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\"|FFFF",
                "123456789|2F80",
                "QN=20240601085857223;ST=32;CN=1011;PW=123456;MN=010000A8900016F000169DC0;Flag=9;CP=&&&&|2200",
                "QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&|1C80",
                "QN=20160801085000001;ST=91;CN=9014;PW=123456;MN=010000A8900016F000169DC0;Flag=4;CP=&&&&|C241"
            })
    void agreesWithTheOfficialVectors(String text, String crc) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat("%04X".formatted(Crc.of(bytes, 0, bytes.length))).isEqualTo(crc);
    }

    @Test
    void ofOneZeroByteIs4040() {
        assertThat(Crc.of(new byte[1], 0, 1)).isEqualTo(0x4040);
    }

    @Test
    void agreesWithTheAlgorithmOfTheStandardBitByBit() {
        long seed = 212;
        Random random = new Random(seed);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            int from = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
            int length = bytes.length - from;
            assertThat(Crc.of(bytes, from, length))
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(bitByBit(bytes, from));
        }
    }

    @Test
    void tellsTheValuesItCannotMake() {
        Random random = new Random(1);
        for (int round = 0; round < 10_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(40)];
            random.nextBytes(bytes);
            assertThat(Crc.isPossible(Crc.of(bytes, 0, bytes.length))).isTrue();
        }
        assertThat(Crc.isPossible(0x32AA)).isFalse();
    }

    @Test
    void ofAnyStretchIsKnownFromTheIndexWithoutReadingItAgain() {
        byte[] bytes = new byte[3_000];
        new Random(7).nextBytes(bytes);
        CrcIndex index = new CrcIndex();
        index.restart(1_000);
        Random random = new Random(8);
        for (int round = 0; round < 5_000; round++) {
            int from = random.nextInt(bytes.length);
            int to = from + random.nextInt(bytes.length - from);
            assertThat(index.crc(bytes, 1_000, 1_000, 1_000 + from, 1_000 + to))
                    .isEqualTo(Crc.of(bytes, from, to - from));
        }
    }

    private static int bitByBit(byte[] bytes, int from) {
        int register = 0xFFFF;
        for (int i = from; i < bytes.length; i++) {
            register = register >> 8 ^ bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                int low = register & 1;
                register >>= 1;
                if (low == 1) {
                    register ^= 0xA001;
                }
            }
        }
        return register;
    }
}
