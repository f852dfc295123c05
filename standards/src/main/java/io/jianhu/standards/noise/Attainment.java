package io.jianhu.standards.noise;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Attainment of function areas in point-times (点次达标率).
 *
 * @param day of the days
 * @param night of the nights
 * @param all of both together
 */
public record Attainment(Share day, Share night, Share all) {

    /**
     * So many of so many.
     *
     * @param percent one decimal, empty when there are none
     */
    public record Share(int attaining, int total, Optional<BigDecimal> percent) {}
}
