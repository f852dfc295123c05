package io.jianhu.hj212;

/**
 * One {@code key=value} of the data area as it came, in wire order. Repeated keys are legal, so fields are a list and
 * never a map.
 *
 * @param group 0-based number of the object the field belongs to: {@code ;} starts a new one, {@code ,} stays in it
 * @param key as sent
 * @param value as sent, possibly empty
 */
public record Field(int group, String key, String value) {}
