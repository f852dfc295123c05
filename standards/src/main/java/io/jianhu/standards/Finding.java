package io.jianhu.standards;

/**
 * One defect of an input: an object with a place and a remedy, never a log line and never a number.
 *
 * @param place the key of the input, or its key and index, such as {@code values[3]}
 * @param expected what would have been right, short, possibly empty
 * @param actual what came, short, possibly empty
 */
public record Finding(FindingCode code, String place, String expected, String actual) {}
