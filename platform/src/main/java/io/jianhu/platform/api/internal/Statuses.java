package io.jianhu.platform.api.internal;

import io.jianhu.platform.api.CommonProblem;

/** From a status that a library chose to the problem that explains it. */
final class Statuses {

    private Statuses() {}

    static CommonProblem problem(int status) {
        return switch (status) {
            case 401 -> CommonProblem.UNAUTHENTICATED;
            case 403 -> CommonProblem.FORBIDDEN;
            case 404 -> CommonProblem.NOT_FOUND;
            case 405 -> CommonProblem.METHOD_NOT_ALLOWED;
            case 406 -> CommonProblem.NOT_ACCEPTABLE;
            case 413 -> CommonProblem.CONTENT_TOO_LARGE;
            case 415 -> CommonProblem.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> CommonProblem.DATABASE_UNAVAILABLE;
            default -> status < 500 ? CommonProblem.BAD_REQUEST : CommonProblem.INTERNAL_ERROR;
        };
    }
}
