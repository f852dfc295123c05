package io.jianhu.hj212;

import java.util.List;

/**
 * An information code of 3020 and 3021: log, state or parameter of an instrument, a logger or the station.
 *
 * @param code such as {@code i13004}; one that ends in {@code x} stands for ten measuring points
 * @param unit symbol, empty where the quantity has none or the maker chooses
 * @param values the states a value may have, empty where it may be anything
 * @param source where the row was found
 */
public record InfoCode(
        String code,
        Kind kind,
        String nameZh,
        String nameEn,
        String unit,
        List<State> values,
        String source,
        Confidence confidence) {

    public InfoCode {
        values = List.copyOf(values);
    }

    /** The third letter of the code. */
    public enum Kind {
        LOG,
        STATE,
        PARAMETER
    }

    /** One value a state may have. */
    public record State(String value, String nameZh, String nameEn) {}
}
