package io.jianhu.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PacketTableTest {

    @Test
    void escapes_stand_for_bytes() {
        assertThat(PacketTable.bytes("##\\r\\n\\t\\\\\\xB7\\xcfA"))
                .containsExactly('#', '#', '\r', '\n', '\t', '\\', 0xB7, 0xCF, 'A');
        assertThat(PacketTable.bytes("浊度")).isEqualTo("浊度".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_row_says_whether_its_packet_is_valid() {
        List<PacketTable.Packet> packets = PacketTable.read(Stream.of(
                "source\tpacket\texpected\tnotes",
                "maker A\t##0004abcd0000\\r\\n\tvalid (frame+CRC); deviations: none\t",
                "",
                "maker B\t##0004abcd0001\tinvalid: CRC wrong\twhat a pity"));

        assertThat(packets).extracting(PacketTable.Packet::expectedValid).containsExactly(true, false);
        assertThat(packets).extracting(PacketTable.Packet::number).containsExactly(1, 2);
        assertThat(packets.getFirst().bytes()).hasSize(16);
    }
}
