package io.jianhu.hj212;

/**
 * A state of a treatment facility ({@code SBn-RS}).
 *
 * @param code one digit
 * @param source where the row was found
 */
public record FacilityState(String code, String nameZh, String nameEn, String source, Confidence confidence) {}
