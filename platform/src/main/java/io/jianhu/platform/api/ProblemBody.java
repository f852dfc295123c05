package io.jianhu.platform.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * What the caller reads: RFC 9457 with the platform's extension members.
 *
 * @param type {@code /problems/<code>}
 * @param title English
 * @param status as in the status line
 * @param detail the particulars of this request, English
 * @param instance the path asked for
 * @param code stable
 * @param errors one per wrong field; absent where no field is to blame
 */
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String titleZh,
        String detailZh,
        String remedy,
        String remedyZh,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldProblem> errors) {

    /** The body that answers the problem. */
    public static ProblemBody of(ApiProblem problem, String instance) {
        ProblemType type = problem.type();
        return new ProblemBody(
                "/problems/" + type.code(),
                type.title().en(),
                type.status().value(),
                problem.detail().en(),
                instance,
                type.code(),
                type.title().zh(),
                problem.detail().zh(),
                type.remedy().en(),
                type.remedy().zh(),
                problem.errors());
    }
}
