package io.jianhu.standards;

import java.util.Locale;

/**
 * A defect of an input that a calculator can name. Implemented by one enum per package; the name is stable: it is stored,
 * counted and shown.
 */
public interface FindingCode {

    /** The stable name. */
    String name();

    /** What is wrong. */
    Text title();

    /** What to do about it. */
    Text remedy();

    /** The short text that a machine reads in place of a result, such as {@code o2>=21 invalid}. */
    default String errorText() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
