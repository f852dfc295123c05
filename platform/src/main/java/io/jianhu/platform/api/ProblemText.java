package io.jianhu.platform.api;

import org.springframework.http.HttpStatus;

/**
 * What a kind of refusal says.
 *
 * @param title what is wrong, without the particulars of the request
 * @param remedy what the caller can do about it
 */
public record ProblemText(HttpStatus status, Bilingual title, Bilingual remedy) {}
