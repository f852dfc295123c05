package io.jianhu.hj212;

/**
 * A quantity of the treatment process (HJ 212-2017 appendix B): of each there may be 99, numbered by the last two digits of
 * the code.
 *
 * @param family first four characters of the code, such as {@code e301}
 * @param numberType width and decimals, such as {@code N4.2}
 * @param source where the row was found
 */
public record ProcessFamily(
        String family,
        Medium medium,
        String nameZh,
        String nameEn,
        FactorCode.Unit unit,
        String numberType,
        String source,
        Confidence confidence) {}
