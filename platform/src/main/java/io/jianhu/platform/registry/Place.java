package io.jianhu.platform.registry;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Where a device stands, CGCS2000 (for a map the same as WGS 84). Kept to a millionth of a degree, about 0.1 m.
 *
 * @param longitude degrees east, -180 to 180
 * @param latitude degrees north, -90 to 90
 */
public record Place(BigDecimal longitude, BigDecimal latitude) {

    private static final BigDecimal MAX_LONGITUDE = BigDecimal.valueOf(180);
    private static final BigDecimal MAX_LATITUDE = BigDecimal.valueOf(90);
    private static final int DECIMALS = 6;

    public Place {
        requireWithin(longitude, MAX_LONGITUDE, "longitude");
        requireWithin(latitude, MAX_LATITUDE, "latitude");
        longitude = longitude.setScale(DECIMALS, RoundingMode.HALF_EVEN);
        latitude = latitude.setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    private static void requireWithin(BigDecimal degrees, BigDecimal limit, String what) {
        if (degrees.abs().compareTo(limit) > 0) {
            throw new IllegalArgumentException(what + " is at most " + limit + " degrees, not " + degrees);
        }
    }
}
