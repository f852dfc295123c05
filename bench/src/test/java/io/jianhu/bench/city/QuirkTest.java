package io.jianhu.bench.city;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.bench.city.Run.Answering;
import io.jianhu.hj212.Decoded;
import io.jianhu.hj212.Edition;
import io.jianhu.hj212.Finding;
import io.jianhu.hj212.FindingCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every habit is heard by the platform as it promises: kept or rejected, with the finding that names it. */
class QuirkTest {

    private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");

    /** Hour and day values follow soon. */
    private static final Instant ELEVEN_AT_NIGHT = Instant.parse("2026-03-10T15:00:00Z");

    @ParameterizedTest
    @EnumSource(Quirk.class)
    void frames_are_kept_or_rejected_as_promised(Quirk quirk) {
        List<Device> bearers = CityPlan.of(1, CityPlan.Size.SHAOXING).devices().stream()
                .filter(device -> device.has(quirk))
                .limit(5)
                .toList();

        assertThat(bearers).isNotEmpty();
        for (Device device : bearers) {
            Run run =
                    new Run(device, ELEVEN_AT_NIGHT, Answering.ALWAYS).connect().live(Duration.ofMinutes(75));
            assertThat(run.decoded()).hasSizeGreaterThan(60);
            for (Decoded decoded : run.decoded()) {
                boolean mustBeRejected =
                        device.has(Quirk.MODBUS_CRC) || (device.has(Quirk.LENGTH_COUNTS_CHARACTERS) && isLog(decoded));
                assertThat(decoded instanceof Decoded.Rejected)
                        .as("%s: %s", device.quirks(), decoded.findings())
                        .isEqualTo(mustBeRejected);
            }
        }
    }

    @Test
    void a_modbus_crc_is_recognised() {
        assertThat(findings(Quirk.MODBUS_CRC)).contains(FindingCode.CRC_IS_MODBUS);
    }

    @Test
    void every_other_habit_of_the_wire_has_its_finding() {
        assertThat(findings(Quirk.NO_TAIL)).contains(FindingCode.NO_TAIL);
        assertThat(findings(Quirk.LF_ONLY)).contains(FindingCode.TAIL_NOT_CRLF);
        assertThat(findings(Quirk.LOWER_CASE_CRC)).contains(FindingCode.CRC_LOWER_CASE);
        assertThat(findings(Quirk.MUTE)).contains(FindingCode.NO_QN, FindingCode.NO_FLAG);
        assertThat(findings(Quirk.UPPER_CASE_FLAG_KEY)).contains(FindingCode.HEADER_KEY_CASE);
        assertThat(findings(Quirk.TRAILING_SEMICOLON)).contains(FindingCode.STRAY_SEPARATOR);
        assertThat(findings(Quirk.VENDOR_SUFFIX)).contains(FindingCode.UNKNOWN_SUFFIX);
        assertThat(findings(Quirk.LONG_DATA_TIME)).contains(FindingCode.TIME_WITH_MILLISECONDS);
        assertThat(findings(Quirk.SHORT_MN)).contains(FindingCode.MN_LENGTH);
        assertThat(findings(Quirk.NUMBERED_FLAG_ALONE)).contains(FindingCode.PACKET_NUMBERS_MISSING);
    }

    @Test
    void a_device_without_habits_is_not_rare() {
        assertThat(CityPlan.of(1, CityPlan.Size.SHAOXING).devices())
                .filteredOn(device -> device.quirks().isEmpty())
                .hasSizeGreaterThan(200);
    }

    @Test
    void river_stations_speak_their_dialect() {
        Device station = CityPlan.of(1, new CityPlan.Size(0, 0, 3)).devices().getFirst();
        Run run = new Run(station, NOON, Answering.ALWAYS).connect().live(Duration.ofHours(9));

        assertThat(station.edition()).isEqualTo(Edition.SURFACE_WATER);
        assertThat(run.frames("2061")).hasSize(2);
        assertThat(run.decoded()).noneMatch(Decoded.Rejected.class::isInstance);
    }

    private static boolean isLog(Decoded decoded) {
        return decoded.findFrame().map(frame -> frame.cn().equals("3020")).orElse(true);
    }

    private static List<FindingCode> findings(Quirk quirk) {
        return CityPlan.of(1, CityPlan.Size.SHAOXING).devices().stream()
                .filter(device -> device.has(quirk))
                .limit(3)
                .map(device -> new Run(device, NOON, Answering.ALWAYS).connect().live(Duration.ofMinutes(12)))
                .flatMap(run -> run.decoded().stream())
                .flatMap(decoded -> decoded.findings().stream())
                .map(Finding::code)
                .distinct()
                .toList();
    }
}
