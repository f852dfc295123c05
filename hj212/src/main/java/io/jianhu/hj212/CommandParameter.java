package io.jianhu.hj212;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A field of a command's data area.
 *
 * @param name by which it is given, such as {@code RtdInterval}
 * @param wire key on the wire; <code>{PolId}-LowValue</code> takes the value of the parameter {@code PolId} into the key,
 *     and {@code -} is a parameter that only stands in other keys
 * @param place whether it begins a new object of the data area
 * @param unit of a number, empty where it has none
 * @param min least value allowed, where there is a limit
 * @param max greatest value allowed, where there is a limit
 * @param choices the values allowed, empty where any is
 * @param digits width to which a number is padded with zeros, 0 for none
 * @param initial the value to propose
 */
public record CommandParameter(
        String name,
        String wire,
        Place place,
        Type type,
        String unit,
        Optional<BigDecimal> min,
        Optional<BigDecimal> max,
        List<String> choices,
        int digits,
        Presence presence,
        Repetition repetition,
        Optional<String> initial,
        String nameZh,
        String nameEn,
        Confidence confidence) {

    public CommandParameter {
        choices = List.copyOf(choices);
    }

    static CommandParameter of(CatalogueFile.Row row) {
        return new CommandParameter(
                row.required("name"),
                row.required("wire"),
                row.required("join").equals(",") ? Place.SAME_OBJECT : Place.NEW_OBJECT,
                row.constant(Type.class, "type"),
                row.text("unit"),
                row.findText("min").map(BigDecimal::new),
                row.findText("max").map(BigDecimal::new),
                row.findText("choices").map(text -> List.of(text.split("\\|"))).orElse(List.of()),
                row.findText("digits").map(Integer::parseInt).orElse(0),
                row.required("required").equals("yes") ? Presence.REQUIRED : Presence.OPTIONAL,
                row.required("repeats").equals("yes") ? Repetition.REPEATED : Repetition.SINGLE,
                row.findText("default"),
                row.required("zh"),
                row.required("en"),
                row.confidence());
    }

    public boolean isRequired() {
        return presence == Presence.REQUIRED;
    }

    public boolean isRepeated() {
        return repetition == Repetition.REPEATED;
    }

    /** Whether it stands on the wire itself, and not only in the key of others. */
    public boolean isWritten() {
        return !wire.equals("-");
    }

    /** Where the field is written. */
    public enum Place {
        /** After {@code ;}. */
        NEW_OBJECT,
        /** After {@code ,}. */
        SAME_OBJECT
    }

    /** Whether the field must be there. */
    public enum Presence {
        REQUIRED,
        OPTIONAL
    }

    /** Whether the field may be there several times. */
    public enum Repetition {
        SINGLE,
        REPEATED
    }

    /** Which texts the field takes. */
    public enum Type {
        /** {@code YYYYMMDDhhmmss}, Beijing time. */
        TIME,
        /** {@code YYYYMMDDhhmmsszzz}, Beijing time. */
        TIME17,
        /** {@code hhmm}. */
        HHMM,
        /** {@code hhmmss}. */
        HHMMSS,
        INTEGER,
        DECIMAL,
        /** A factor code. */
        FACTOR,
        /** An information code, {@code i} and five digits. */
        INFO,
        /** A data mark. */
        MARK,
        /** One of the choices. */
        CHOICE,
        /** One to six ASCII letters and digits. */
        PASSWORD,
        /** An SM4 key as 16 ASCII characters. */
        KEY,
        TEXT
    }
}
