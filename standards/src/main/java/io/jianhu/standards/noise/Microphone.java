package io.jianhu.standards.noise;

/** Where a level was measured. */
public enum Microphone {
    OUTDOORS,
    /** In a sensitive building: the limit is lower. */
    INDOORS
}
