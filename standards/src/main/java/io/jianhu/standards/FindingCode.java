package io.jianhu.standards;

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
}
