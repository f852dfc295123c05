package io.jianhu.bench.city;

import java.util.List;

/**
 * An invented industrial park. Devices of one park share a cable: a network cut takes them all.
 *
 * @param longitude of the centre, degrees, WGS 84
 * @param latitude of the centre, degrees, WGS 84
 * @param radiusKm every point within it lies in the district
 */
record Park(String name, District district, double longitude, double latitude, double radiusKm) {

    private static final double KM_PER_DEGREE = 111.2;

    static final List<Park> ALL = List.of(
            new Park("越城示例北园", District.YUECHENG, 120.62, 30.09, 2.5),
            new Park("越城示例东园", District.YUECHENG, 120.70, 30.02, 2.2),
            new Park("越城示例西园", District.YUECHENG, 120.58, 29.98, 2.0),
            new Park("柯桥示例滨海园", District.KEQIAO, 120.54, 30.15, 0.8),
            new Park("柯桥示例马鞍园", District.KEQIAO, 120.47, 30.09, 3.2),
            new Park("柯桥示例中心园", District.KEQIAO, 120.43, 30.02, 4.0),
            new Park("柯桥示例南园", District.KEQIAO, 120.56, 29.83, 2.0),
            new Park("上虞示例湾园", District.SHANGYU, 120.88, 30.13, 3.6),
            new Park("上虞示例西园", District.SHANGYU, 120.80, 30.06, 3.5),
            new Park("上虞示例城园", District.SHANGYU, 120.86, 30.01, 3.0),
            new Park("新昌示例城园", District.XINCHANG, 120.90, 29.50, 3.0),
            new Park("新昌示例东园", District.XINCHANG, 120.94, 29.46, 4.0),
            new Park("诸暨示例城园", District.ZHUJI, 120.24, 29.71, 5.0),
            new Park("诸暨示例北园", District.ZHUJI, 120.27, 29.79, 4.0),
            new Park("诸暨示例东园", District.ZHUJI, 120.34, 29.64, 4.0),
            new Park("嵊州示例城园", District.SHENGZHOU, 120.83, 29.59, 3.5),
            new Park("嵊州示例西园", District.SHENGZHOU, 120.78, 29.60, 3.0));

    static List<Park> listIn(District district) {
        return ALL.stream().filter(park -> park.district == district).toList();
    }

    /** A place in the park, spread evenly over its disc. Both arguments lie in 0 to 1. */
    Place place(double along, double around) {
        double distanceKm = radiusKm * Math.sqrt(along);
        double angle = 2 * Math.PI * around;
        double north = distanceKm * Math.cos(angle) / KM_PER_DEGREE;
        double east = distanceKm * Math.sin(angle) / (KM_PER_DEGREE * Math.cos(Math.toRadians(latitude)));
        return new Place(round(longitude + east), round(latitude + north));
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }

    /** Degrees, WGS 84, six decimals. */
    record Place(double longitude, double latitude) {}
}
