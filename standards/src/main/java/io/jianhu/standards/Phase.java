package io.jianhu.standards;

/**
 * A part of the life of an edition with limits of its own, such as the transition of GB 3095-2026.
 *
 * @param name stable, such as {@code transition}
 * @param validity inside that of the edition
 */
public record Phase(String name, Text title, Validity validity) {}
