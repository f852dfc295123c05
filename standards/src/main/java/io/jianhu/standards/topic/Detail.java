package io.jianhu.standards.topic;

/** How much of a judgement an answer holds. */
public enum Detail {
    /** Result, citations, findings and unverified marks. */
    RESULT,
    /** These and every line of the calculation. */
    WORKING
}
