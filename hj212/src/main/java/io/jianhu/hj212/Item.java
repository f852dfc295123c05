package io.jianhu.hj212;

import java.util.List;
import java.util.Optional;

/**
 * Everything a frame says of one factor in one group.
 *
 * @param factor the code of HJ 212-2017 appendix B where the code sent maps to one, else the code sent
 * @param asSent the code sent
 * @param values suffix and text in wire order; a suffix may repeat
 */
public record Item(String factor, String asSent, List<Value> values) {

    public Item {
        values = List.copyOf(values);
    }

    /** The first text with the suffix, matched without regard to case. */
    public Optional<String> findValue(String suffix) {
        for (Value value : values) {
            if (value.suffix().equalsIgnoreCase(suffix)) {
                return Optional.of(value.text());
            }
        }
        return Optional.empty();
    }

    /** The data mark ({@code xxx-Flag}) as sent. */
    public Optional<String> findMark() {
        return findValue("Flag");
    }
}
