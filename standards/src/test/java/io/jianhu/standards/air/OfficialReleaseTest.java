package io.jianhu.standards.air;

import static org.assertj.core.api.Assertions.assertThat;

import io.jianhu.standards.Clause;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.quantity.Averaging;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * One hour of the national release, 2018-02-20 07:00, all stations, from a public file that is not part of this repository.
 * Without the file the test says so.
 */
@DisplayName("the national hourly release")
class OfficialReleaseTest {

    private static final Path RELEASE = Path.of("../../shared/data/cnemc_snapshot/airnow.json.gz");
    private static final Pattern STATION = Pattern.compile("\"properties\": \\{(.*?)}");
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\": \"(.*?)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final LocalDate DAY = LocalDate.parse("2018-02-20");

    /** The field of each value. The file has the 1 h ozone under the name of the daily maximum, and the other way round. */
    private static final Map<AirItem, String> FIELDS = Map.of(
            new AirItem("SO2", Averaging.HOUR), "so2",
            new AirItem("NO2", Averaging.HOUR), "no2",
            new AirItem("CO", Averaging.HOUR), "co",
            new AirItem("O3", Averaging.HOUR), "o3_24h",
            new AirItem("PM10", Averaging.DAY), "pm10",
            new AirItem("PM2.5", Averaging.DAY), "pm2_5");

    private static final Map<String, String> NAMES = Map.of(
            "二氧化硫", "SO2",
            "二氧化氮", "NO2",
            "一氧化碳", "CO",
            "臭氧1小时", "O3",
            "颗粒物(PM10)", "PM10",
            "细颗粒物(PM2.5)", "PM2.5");

    private final AirIndex index = AirIndex.of(RuleBook.load());

    @Test
    @Clause({"HJ 633-2012 表1", "HJ 633-2012 空气质量指数及首要污染物"})
    void has_the_same_index_level_and_primary_pollutants_at_every_station() throws IOException {
        if (!Files.exists(RELEASE)) {
            System.out.println("OfficialReleaseTest: the recorded release is not there, this suite did not run");
            return;
        }
        List<String> official = new ArrayList<>();
        List<String> ours = new ArrayList<>();
        for (Map<String, String> station : stations(RELEASE)) {
            if (isNumber(station.getOrDefault("aqi", ""))) {
                official.add(station.get("stationcode") + " " + station.get("aqi") + " " + station.get("quality") + " "
                        + primary(station.getOrDefault("primarypollutant", "")));
                Aqi aqi = index.judge(DAY, Report.HOURLY, values(station)).getValue();
                ours.add(station.get("stationcode") + " " + aqi.aqi() + " "
                        + aqi.level().category().zh() + " "
                        + aqi.primary().stream().sorted().collect(Collectors.joining(",")));
            }
        }
        assertThat(official).hasSizeGreaterThan(1_400);
        assertThat(ours).isEqualTo(official);
    }

    private static String primary(String names) {
        return NAMES.entrySet().stream()
                .filter(name -> List.of(names.split(",")).contains(name.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static Map<AirItem, BigDecimal> values(Map<String, String> station) {
        Map<AirItem, BigDecimal> values = new LinkedHashMap<>();
        FIELDS.forEach((item, field) -> {
            String value = station.getOrDefault(field, "");
            if (isNumber(value)) {
                values.put(item, new BigDecimal(value));
            }
        });
        return values;
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d+(\\.\\d+)?");
    }

    private static List<Map<String, String>> stations(Path file) throws IOException {
        try (InputStream stream = new GZIPInputStream(Files.newInputStream(file))) {
            Matcher station = STATION.matcher(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            List<Map<String, String>> stations = new ArrayList<>();
            while (station.find()) {
                Map<String, String> fields = new LinkedHashMap<>();
                Matcher field = FIELD.matcher(station.group(1));
                while (field.find()) {
                    fields.put(field.group(1), unescaped(field.group(2)));
                }
                stations.add(fields);
            }
            return stations;
        }
    }

    private static String unescaped(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
