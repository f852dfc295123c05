package io.jianhu.platform.api;

import org.springframework.http.HttpStatus;

/**
 * A kind of refusal, implemented by one enum per module. The code is stable: programs decide by it, people read the
 * title and the remedy. {@code docs/PROBLEMS.md} is generated from all of them.
 */
public interface ProblemType {

    /** The constant's name. */
    String name();

    ProblemText text();

    /** Lower case with hyphens, unique in the platform; RFC 9457 {@code type} is {@code /problems/<code>}. */
    default String code() {
        return ProblemCodes.ofName(name());
    }

    default HttpStatus status() {
        return text().status();
    }

    default Bilingual title() {
        return text().title();
    }

    default Bilingual remedy() {
        return text().remedy();
    }
}
