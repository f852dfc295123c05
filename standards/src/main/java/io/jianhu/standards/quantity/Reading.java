package io.jianhu.standards.quantity;

import java.math.BigDecimal;

/** What an analysis said: a number, or that the number lies below what the method can see. */
public sealed interface Reading {

    /** A number. */
    record Measured(BigDecimal value) implements Reading {}

    /**
     * Less than the method can see (未检出, written {@code 0.02L}).
     *
     * @param detectionLimit in the unit of the factor; greater than zero
     */
    record BelowDetection(BigDecimal detectionLimit) implements Reading {

        /** @throws IllegalArgumentException when the detection limit is not above zero */
        public BelowDetection {
            if (detectionLimit.signum() <= 0) {
                throw new IllegalArgumentException("a detection limit is above zero, not " + detectionLimit);
            }
        }
    }
}
