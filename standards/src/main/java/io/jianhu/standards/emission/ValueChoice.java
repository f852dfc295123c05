package io.jianhu.standards.emission;

/** Which of the measured and the converted value is held against a limit at reference oxygen. */
public enum ValueChoice {
    /** The converted one, as the emission standards say. */
    CONVERTED,
    /** The higher of the two, where a rule asks for it. */
    STRICTER
}
