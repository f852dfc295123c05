package io.jianhu.platform.api.internal;

import java.util.List;
import tools.jackson.core.JacksonException;

/** Where in a body a value was, as its writer would name it: {@code devices[3].longitude}. */
final class JsonPaths {

    private JsonPaths() {}

    static String text(List<JacksonException.Reference> path) {
        StringBuilder text = new StringBuilder();
        for (JacksonException.Reference step : path) {
            if (step.getPropertyName() == null) {
                text.append('[').append(step.getIndex()).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return text.toString();
    }
}
