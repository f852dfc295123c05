package io.jianhu.standards.water;

/** The result of looking or smelling: 无 or 有. */
public enum Presence {
    ABSENT,
    PRESENT
}
