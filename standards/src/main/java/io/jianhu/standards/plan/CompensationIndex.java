package io.jianhu.standards.plan;

import java.math.BigDecimal;

/**
 * The index P of a year and who pays.
 *
 * @param index P, three decimals
 */
public record CompensationIndex(BigDecimal index, Side payer) {

    /** A side of the boundary section. */
    public enum Side {
        UPSTREAM("upstream"),
        DOWNSTREAM("downstream");

        private final String label;

        Side(String label) {
            this.label = label;
        }

        /** The word on the wire and in the rule file. */
        public String label() {
            return label;
        }
    }
}
