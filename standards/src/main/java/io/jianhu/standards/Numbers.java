package io.jianhu.standards;

import java.math.BigDecimal;
import java.util.Optional;

/** Cells as numbers. */
final class Numbers {

    private Numbers() {}

    static Optional<BigDecimal> find(String cell) {
        try {
            return Optional.of(new BigDecimal(cell));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Whether two cells say the same: the same number, or the same text. */
    static boolean same(String one, String other) {
        Optional<BigDecimal> a = find(one);
        Optional<BigDecimal> b = find(other);
        return a.isPresent() && b.isPresent() ? a.get().compareTo(b.get()) == 0 : one.equals(other);
    }
}
