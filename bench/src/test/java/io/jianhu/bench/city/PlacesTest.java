package io.jianhu.bench.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every device lies in the district it claims. */
class PlacesTest {

    private static final String BORDERS = "shared/geo/shaoxing_districts_mit_simplified_wgs84.geojson";

    @Test
    void every_device_lies_within_the_borders_of_its_district() throws IOException {
        Optional<Path> file = Stream.of("..", "../..")
                .map(up -> Path.of(up, BORDERS))
                .filter(Files::exists)
                .findFirst();
        if (file.isEmpty()) {
            System.out.println("PlacesTest did not run: no " + BORDERS + " beside the repository");
            return;
        }
        Map<String, List<double[][]>> borders = read(file.get());

        for (Device device : CityPlan.of(1, CityPlan.Size.SHAOXING).devices()) {
            assertThat(contains(borders.getOrDefault(device.park().district().code(), List.of()), device.place()))
                    .as("%s at %s in %s", device.name(), device.place(), device.park())
                    .isTrue();
        }
    }

    private static Map<String, List<double[][]>> read(Path file) throws IOException {
        Map<String, List<double[][]>> borders = new HashMap<>();
        for (JsonNode feature :
                new JsonMapper().readTree(Files.readString(file)).path("features")) {
            List<double[][]> rings = new ArrayList<>();
            for (JsonNode ring : feature.path("geometry").path("coordinates")) {
                double[][] points = new double[ring.size()][];
                for (int i = 0; i < points.length; i++) {
                    points[i] = new double[] {
                        ring.get(i).get(0).asDouble(), ring.get(i).get(1).asDouble()
                    };
                }
                rings.add(points);
            }
            borders.put(feature.path("properties").path("adcode").asString(""), rings);
        }
        return borders;
    }

    /** Even-odd rule. */
    private static boolean contains(List<double[][]> rings, Park.Place place) {
        boolean inside = false;
        for (double[][] ring : rings) {
            for (int i = 1; i < ring.length; i++) {
                double[] a = ring[i - 1];
                double[] b = ring[i];
                boolean crosses = (a[1] > place.latitude()) != (b[1] > place.latitude());
                if (crosses && place.longitude() < (b[0] - a[0]) * (place.latitude() - a[1]) / (b[1] - a[1]) + a[0]) {
                    inside = !inside;
                }
            }
        }
        return inside;
    }
}
