package io.jianhu.platform.registry;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/** Enum constants by the label they have in JSON and in the database. */
final class Labels {

    private Labels() {}

    static <E extends Enum<E>> Optional<E> find(E[] values, Function<E, String> labelOf, String label) {
        return Arrays.stream(values)
                .filter(value -> labelOf.apply(value).equals(label))
                .findFirst();
    }

    static <E extends Enum<E>> E get(E[] values, Function<E, String> labelOf, String label) {
        return find(values, labelOf, label)
                .orElseThrow(() -> new IllegalArgumentException("no such label: " + label + "; one of "
                        + Arrays.stream(values).map(labelOf).toList()));
    }
}
