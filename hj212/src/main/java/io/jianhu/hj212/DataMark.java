package io.jianhu.hj212;

/**
 * A data mark ({@code xxx-Flag}). What it means for the use of a value is a matter of the standards, not of this table.
 *
 * @param code as on the wire; more than one letter since 2025
 * @param source where the row was found
 */
public record DataMark(
        Edition edition, String code, String nameZh, String nameEn, String source, Confidence confidence) {}
