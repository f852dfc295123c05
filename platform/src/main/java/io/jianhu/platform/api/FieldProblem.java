package io.jianhu.platform.api;

/**
 * One wrong field of a request.
 *
 * @param field its path as the caller wrote it: {@code name}, {@code devices[3].mn}, or the name of a query parameter
 * @param code stable, lower case with hyphens
 * @param message what is wrong, English
 * @param messageZh what is wrong, Chinese
 */
public record FieldProblem(String field, String code, String message, String messageZh) {}
