package io.jianhu.hj212;

/**
 * One defect of a frame: an object with a place and a remedy, never a log line.
 *
 * @param code stable
 * @param at byte offset from the {@code #} of the frame
 * @param expected what the standard asks for, short, possibly empty
 * @param actual what came, short, possibly empty
 */
public record Finding(FindingCode code, int at, String expected, String actual) {}
