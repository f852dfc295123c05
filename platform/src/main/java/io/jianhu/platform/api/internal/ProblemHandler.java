package io.jianhu.platform.api.internal;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.api.FieldProblem;
import io.jianhu.platform.api.ProblemBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.ConstraintViolation;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;

/** Every exception that leaves a controller becomes a problem with a code, a title and a remedy in two languages. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private final ConstraintTexts texts;

    ProblemHandler(ConstraintTexts texts) {
        this.texts = texts;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(ApiProblem problem, WebRequest request) {
        return answer(problem, new HttpHeaders(), request);
    }

    /** The security filters answer these: they know whether the caller is unknown or not allowed. */
    @ExceptionHandler({AuthenticationException.class, AccessDeniedException.class})
    void leaveToSecurity(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotGetJdbcConnectionException.class,
        CannotCreateTransactionException.class,
        QueryTimeoutException.class
    })
    ResponseEntity<Object> databaseAway(Exception failure, WebRequest request) {
        LOG.warn("Refused {}: the database is not available: {}", path(request), failure.getMessage());
        return answer(
                ApiProblem.of(CommonProblem.DATABASE_UNAVAILABLE).withHeader(HttpHeaders.RETRY_AFTER, "5"),
                new HttpHeaders(),
                request);
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> bug(Exception bug, WebRequest request) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Incident {} at {}", number, path(request), bug);
        Bilingual detail = new Bilingual("编号 " + number, "Incident " + number);
        return answer(ApiProblem.of(CommonProblem.INTERNAL_ERROR, detail), new HttpHeaders(), request);
    }

    @ExceptionHandler
    ResponseEntity<Object> wrongType(MethodArgumentTypeMismatchException mismatch, WebRequest request) {
        Class<?> wanted = mismatch.getRequiredType();
        String kind = wanted == null ? "value" : wanted.getSimpleName().toLowerCase(Locale.ROOT);
        FieldProblem field = new FieldProblem(
                mismatch.getName(),
                "not-a-" + kind,
                "'" + mismatch.getValue() + "' is not a valid " + kind,
                "“" + mismatch.getValue() + "” 不是有效的值（" + kind + "）");
        return answer(
                ApiProblem.of(CommonProblem.INVALID_FIELDS).withErrors(List.of(field)), new HttpHeaders(), request);
    }

    /** The caller has gone; there is nobody to answer. */
    @Override
    protected @Nullable ResponseEntity<Object> handleAsyncRequestNotUsableException(
            AsyncRequestNotUsableException gone, WebRequest request) {
        LOG.debug("The caller went away: {}", gone.getMessage());
        return null;
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> fields = invalid.getBindingResult().getFieldErrors().stream()
                .map(this::field)
                .toList();
        return answer(ApiProblem.of(CommonProblem.INVALID_FIELDS).withErrors(fields), headers, request);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldProblem> fields = invalid.getParameterValidationResults().stream()
                .flatMap(this::fields)
                .toList();
        return answer(ApiProblem.of(CommonProblem.INVALID_FIELDS).withErrors(fields), headers, request);
    }

    @Override
    protected ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException missing,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        FieldProblem field = new FieldProblem(missing.getParameterName(), "required", "must be given", "必须提供");
        return answer(ApiProblem.of(CommonProblem.INVALID_FIELDS).withErrors(List.of(field)), headers, request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        ApiProblem problem = ApiProblem.of(CommonProblem.UNREADABLE_BODY);
        if (unreadable.getCause() instanceof JacksonException json
                && !json.getPath().isEmpty()) {
            String field = JsonPaths.text(json.getPath());
            problem = problem.withErrors(List.of(new FieldProblem(
                    field, "wrong-type", "the value does not have the type of this field", "值的类型与该字段不符")));
        }
        return answer(problem, headers, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (request instanceof ServletWebRequest servlet) {
            HttpServletResponse response = servlet.getResponse();
            if (response != null && response.isCommitted()) {
                return null;
            }
        }
        return answer(ApiProblem.of(Statuses.problem(status.value())), headers, request);
    }

    private Stream<FieldProblem> fields(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return errors.getFieldErrors().stream().map(this::field);
        }
        String name = String.valueOf(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream()
                .map(error -> field(name, result.unwrap(error, ConstraintViolation.class)));
    }

    private FieldProblem field(FieldError error) {
        if (error.contains(ConstraintViolation.class)) {
            return field(error.getField(), error.unwrap(ConstraintViolation.class));
        }
        return new FieldProblem(Names.snake(error.getField()), "wrong-type", "wrong type", "类型不符");
    }

    private FieldProblem field(String name, ConstraintViolation<?> violation) {
        Bilingual text = texts.of(violation);
        String constraint = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return new FieldProblem(Names.snake(name), Names.kebab(constraint), text.en(), text.zh());
    }

    private static ResponseEntity<Object> answer(ApiProblem problem, HttpHeaders headers, WebRequest request) {
        HttpHeaders all = new HttpHeaders(headers);
        problem.headers().forEach(all::set);
        all.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return ResponseEntity.status(problem.type().status()).headers(all).body(ProblemBody.of(problem, path(request)));
    }

    private static String path(WebRequest request) {
        HttpServletRequest servlet = ((ServletWebRequest) request).getRequest();
        return servlet.getRequestURI();
    }
}
