package io.jianhu.platform.api;

import org.springframework.http.HttpStatus;

/**
 * A kind of refusal, implemented by one enum per module. The code is stable: programs decide by it, people read the
 * title and the remedy. {@code docs/PROBLEMS.md} is generated from all of them.
 */
public interface ProblemType {

    /** Lower case with hyphens, unique in the platform; RFC 9457 {@code type} is {@code /problems/<code>}. */
    String code();

    HttpStatus status();

    /** What is wrong, without the particulars of the request. */
    Bilingual title();

    /** What the caller can do about it. */
    Bilingual remedy();
}
