package io.jianhu.standards.water;

import java.math.BigDecimal;
import java.util.Optional;

/** What one class asks of one item. */
sealed interface Bound {

    boolean admits(BigDecimal value);

    /** Whether every value from zero up to, but without, the detection limit is admitted. */
    boolean surelyAdmitsBelow(BigDecimal detectionLimit);

    /** Whether some value from zero up to, but without, the detection limit is admitted. */
    boolean mayAdmitBelow(BigDecimal detectionLimit);

    /** The number a multiple refers to, where there is one. */
    default Optional<BigDecimal> upperLimit() {
        return Optional.empty();
    }

    /** As it is written in a line of working. */
    String written();

    record AtMost(BigDecimal limit) implements Bound {

        @Override
        public boolean admits(BigDecimal value) {
            return value.compareTo(limit) <= 0;
        }

        @Override
        public boolean surelyAdmitsBelow(BigDecimal detectionLimit) {
            return detectionLimit.compareTo(limit) <= 0;
        }

        @Override
        public boolean mayAdmitBelow(BigDecimal detectionLimit) {
            return true;
        }

        @Override
        public Optional<BigDecimal> upperLimit() {
            return Optional.of(limit);
        }

        @Override
        public String written() {
            return "≤ " + limit.toPlainString();
        }
    }

    /**
     * From a number up.
     *
     * @param inclusive false where the standard says more than
     */
    record AtLeast(BigDecimal limit, boolean inclusive) implements Bound {

        @Override
        public boolean admits(BigDecimal value) {
            int order = value.compareTo(limit);
            return inclusive ? order >= 0 : order > 0;
        }

        @Override
        public boolean surelyAdmitsBelow(BigDecimal detectionLimit) {
            return false;
        }

        @Override
        public boolean mayAdmitBelow(BigDecimal detectionLimit) {
            return detectionLimit.compareTo(limit) > 0;
        }

        @Override
        public String written() {
            return (inclusive ? "≥ " : "> ") + limit.toPlainString();
        }
    }

    record Between(BigDecimal low, BigDecimal high) implements Bound {

        @Override
        public boolean admits(BigDecimal value) {
            return value.compareTo(low) >= 0 && value.compareTo(high) <= 0;
        }

        @Override
        public boolean surelyAdmitsBelow(BigDecimal detectionLimit) {
            return false;
        }

        @Override
        public boolean mayAdmitBelow(BigDecimal detectionLimit) {
            return detectionLimit.compareTo(low) > 0;
        }

        @Override
        public String written() {
            return low.toPlainString() + "~" + high.toPlainString();
        }
    }

    /** 不得检出: any measured number above zero fails. */
    record NotDetected() implements Bound {

        @Override
        public boolean admits(BigDecimal value) {
            return value.signum() == 0;
        }

        @Override
        public boolean surelyAdmitsBelow(BigDecimal detectionLimit) {
            return true;
        }

        @Override
        public boolean mayAdmitBelow(BigDecimal detectionLimit) {
            return true;
        }

        @Override
        public String written() {
            return "not detected";
        }
    }

    record NoLimit() implements Bound {

        @Override
        public boolean admits(BigDecimal value) {
            return true;
        }

        @Override
        public boolean surelyAdmitsBelow(BigDecimal detectionLimit) {
            return true;
        }

        @Override
        public boolean mayAdmitBelow(BigDecimal detectionLimit) {
            return true;
        }

        @Override
        public String written() {
            return "no limit";
        }
    }

    /** A cell of a rule file under the direction of its row. */
    static Bound parse(String direction, String cell) {
        return switch (cell) {
            case "any" -> new NoLimit();
            case "ND", "无" -> new NotDetected();
            default ->
                switch (direction) {
                    case "le" -> new AtMost(new BigDecimal(cell));
                    case "ge" -> new AtLeast(new BigDecimal(cell), true);
                    case "gt" -> new AtLeast(new BigDecimal(cell), false);
                    case "range" -> {
                        int tilde = cell.indexOf('~');
                        yield new Between(
                                new BigDecimal(cell.substring(0, tilde)), new BigDecimal(cell.substring(tilde + 1)));
                    }
                    default -> throw new IllegalStateException("no direction " + direction);
                };
        };
    }
}
