package io.jianhu.bench.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jianhu.bench.UsageException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DatasetTest {

    private static final Instant FROM = Instant.parse("2025-12-31T16:20:00Z");

    @Test
    void a_station_of_beijing_reports_hours_in_the_units_of_the_factor_table() {
        List<String> frames = frames(
                "\"No\",\"year\",\"month\",\"day\",\"hour\",\"PM2.5\",\"PM10\",\"SO2\",\"NO2\",\"CO\",\"O3\",\"TEMP\",\"PRES\",\"DEWP\",\"RAIN\",\"wd\",\"WSPM\",\"station\"",
                "7,2013,3,1,6,9,NA,6,17,200,62,0.3,1021.9,-19,0,\"WNW\",2,\"Somewhere\"");

        assertThat(frames)
                .singleElement()
                .asString()
                .contains("QN=20130301060000000;ST=22;CN=2061;")
                .contains("DataTime=20130301060000;")
                .contains("a34004-Avg=9000,a34004-Flag=N")
                .contains("a21026-Avg=0.006,")
                .contains("a05024-Avg=62,")
                .contains("a01006-Avg=102.19,")
                .contains("a01008-Avg=292.5,")
                .doesNotContain("a34002");
    }

    @Test
    void a_sewage_plant_reports_days_of_inlet_and_outlet() {
        List<String> frames = frames(
                "D-4/3/90,32229,5.00,7.6,?,528,186,69.9,3.4,1666,7.7,?,220,72.7,4.5,1594,7.7,?,272,92,78.3,0.2,1742,7.6,?,128,21,81,0.05,1888,?,58.2,95.6,?,52.9,?,75.8,88.7,98.5");

        assertThat(frames).hasSize(2);
        assertThat(frames.get(0))
                .contains("ST=32;CN=2031;")
                .contains("DataTime=19900304000000;w00000-Avg=373.02,w00000-Cou=32229,w00000-Flag=N")
                .contains("w01018-Avg=528,");
        assertThat(frames.get(1))
                .contains("w01018-Avg=128,")
                .contains("w01014-Avg=1888,")
                .doesNotContain("w01017");
    }

    @Test
    void a_row_of_a_day_that_does_not_exist_sends_nothing() {
        String row = "D-0/3/90,44101,1.50,7.8,?,407";

        assertThat(Dataset.of(row).read(Stream.of(row), FROM)).singleElement().matches(Measurements::isEmpty);
    }

    @Test
    void data_without_times_begin_at_the_hour_of_from() {
        String row = "4.5878,1018.7,83.675,3.5758,23.979,1086.2,549.83,134.67,11.898,0.32663,81.952";
        List<String> frames = frames(
                "Ambient temperature,Ambient pressure,Ambient humidity,Air filter difference pressure,Gas turbine exhaust pressure,Turbine inlet temperature,Turbine after temperature,Compressor discharge pressure,Turbine energy yield,Carbon monoxide,Nitrogen oxides",
                row,
                row);

        assertThat(frames.get(0)).contains("DataTime=20260101000000;").contains("a21002-Avg=81.952,");
        assertThat(frames.get(1)).contains("DataTime=20260101010000;");
    }

    @Test
    void a_second_replay_sends_the_same_bytes() {
        String[] file = {"datetime,PM2.5,O3,NO2,CO,SO2", "2014-05-13 02:00:00,21.0,16.0,6.0,0.543,"};

        assertThat(frames(file)).isEqualTo(frames(file));
        assertThat(frames(file).getFirst()).contains("a21005-Avg=0.543,").doesNotContain("a21026");
    }

    @Test
    void an_unknown_file_is_refused_with_what_it_begins_with() {
        assertThatThrownBy(() -> Dataset.of("a,b,c"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("a,b,c");
    }

    private static List<String> frames(String... lines) {
        return Dataset.of(lines[0])
                .read(Stream.of(lines), FROM)
                .map(row -> new String(row.toFrame().toBytes(), StandardCharsets.UTF_8))
                .toList();
    }
}
