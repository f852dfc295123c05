package io.jianhu.standards.air;

import io.jianhu.standards.quantity.Averaging;

/**
 * A statistic of a factor: what a limit is set for, and what an index is computed from.
 *
 * @param factor key of the factor, such as {@code PM2.5}
 */
public record AirItem(String factor, Averaging averaging) {

    /** Such as {@code O3 8h}. */
    @Override
    public String toString() {
        return factor + " " + averaging.label();
    }
}
