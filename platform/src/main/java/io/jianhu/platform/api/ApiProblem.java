package io.jianhu.platform.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A refused request. Thrown anywhere below a controller, answered as {@code application/problem+json} (RFC 9457).
 *
 * <p>Never for defective frames (those are findings) and never for bugs (those are plain exceptions).
 */
public final class ApiProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient Bilingual detail;
    private final transient List<FieldProblem> errors;
    private final transient Map<String, String> headers;

    private ApiProblem(ProblemType type, Bilingual detail, List<FieldProblem> errors, Map<String, String> headers) {
        super(type.code() + ": " + detail.en(), null, false, false);
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.headers = Map.copyOf(headers);
    }

    /** The problem without particulars: its detail is the title. */
    public static ApiProblem of(ProblemType type) {
        return new ApiProblem(type, type.title(), List.of(), Map.of());
    }

    /** The problem of this request: which value, which limit, which object. */
    public static ApiProblem of(ProblemType type, Bilingual detail) {
        return new ApiProblem(type, detail, List.of(), Map.of());
    }

    /** The same problem, naming the fields that are wrong. */
    public ApiProblem withErrors(List<FieldProblem> fields) {
        return new ApiProblem(type, detail, fields, headers);
    }

    /** The same problem, answered with one more response header, for example {@code Retry-After}. */
    public ApiProblem withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new ApiProblem(type, detail, errors, more);
    }

    public ProblemType type() {
        return type;
    }

    public Bilingual detail() {
        return detail;
    }

    public List<FieldProblem> errors() {
        return errors;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
