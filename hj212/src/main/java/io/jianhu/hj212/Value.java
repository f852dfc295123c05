package io.jianhu.hj212;

/**
 * One figure or mark of a factor as it came: {@code Rtd}, {@code Avg}, {@code Flag}, or a vendor's own suffix.
 *
 * @param suffix the part after the hyphen, as sent
 * @param text the value, as sent: empty, {@code --}, {@code -99} and leading zeros are kept
 */
public record Value(String suffix, String text) {}
