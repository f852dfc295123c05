package io.jianhu.standards.quantity;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rounding to a number of decimals, once, on the exact decimal value.
 *
 * @param mode half to even (GB/T 8170) for concentrations and statistics, up for AQI (HJ 633)
 */
public record Rounding(Mode mode, int decimals) {

    /** How the last kept digit is chosen. */
    public enum Mode {
        /** GB/T 8170 修约: half goes to the even digit. */
        HALF_EVEN(RoundingMode.HALF_EVEN),
        /** 进位取整: any rest goes up. */
        UP(RoundingMode.CEILING);

        private final RoundingMode mode;

        Mode(RoundingMode mode) {
            this.mode = mode;
        }
    }

    /** GB/T 8170 rounding to so many decimals. */
    public static Rounding halfEven(int decimals) {
        return new Rounding(Mode.HALF_EVEN, decimals);
    }

    /** Up to the next integer, as HJ 633 rounds IAQI. */
    public static Rounding upToInteger() {
        return new Rounding(Mode.UP, 0);
    }

    public BigDecimal round(BigDecimal exact) {
        return exact.setScale(decimals, mode.mode);
    }
}
