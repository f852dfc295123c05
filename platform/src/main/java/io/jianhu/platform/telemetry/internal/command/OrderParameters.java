package io.jianhu.platform.telemetry.internal.command;

import io.jianhu.hj212.Command;
import io.jianhu.hj212.CommandParameter;
import io.jianhu.hj212.CommandParameter.Type;
import io.jianhu.platform.api.Beijing;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parameters of work orders, from what callers write to what the catalogue wants. */
final class OrderParameters {

    /** A time that is put in when the order is sent: a clock set to the time of asking would be late. */
    static final String NOW = "now";

    private static final String HIDDEN = "••••••";
    private static final String SYSTEM_TIME = "SystemTime";
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(Beijing.ZONE);

    private OrderParameters() {}

    /**
     * Texts by name. A value may be a text, a number or a list of them; a time may be ISO 8601 or the digits of the
     * protocol. The time to set a clock to, where it is not given, is {@link #NOW}.
     */
    static Map<String, List<String>> given(Command command, Map<String, @Nullable Object> parameters) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            List<String> texts = texts(value).stream()
                    .map(text -> isTime(command, name) ? digits(text) : text)
                    .toList();
            if (!texts.isEmpty()) {
                given.put(name, texts);
            }
        });
        if (command.request().stream().anyMatch(parameter -> parameter.name().equals(SYSTEM_TIME))) {
            given.putIfAbsent(SYSTEM_TIME, List.of(NOW));
        }
        return given;
    }

    /** With every {@link #NOW} replaced. */
    static String atSending(String value, Instant now) {
        return value.equals(NOW) ? SECONDS.format(now) : value;
    }

    /** As they may be shown: one value as it is, several as a list, secrets hidden. */
    static Map<String, Object> shown(Optional<Command> command, Map<String, List<String>> parameters) {
        Map<String, Object> shown = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (command.isEmpty()
                    || type(command.get(), name)
                            .filter(OrderParameters::isSecret)
                            .isPresent()) {
                shown.put(name, HIDDEN);
            } else {
                shown.put(name, values.size() == 1 ? values.getFirst() : values);
            }
        });
        return shown;
    }

    static boolean isSecret(Type type) {
        return type == Type.PASSWORD || type == Type.KEY;
    }

    private static boolean isTime(Command command, String name) {
        return type(command, name).filter(type -> type == Type.TIME).isPresent();
    }

    private static Optional<Type> type(Command command, String name) {
        return command.request().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(CommandParameter::type)
                .findFirst();
    }

    private static String digits(String text) {
        boolean written = text.length() >= 10 && text.charAt(4) == '-';
        return written ? Beijing.findTime(text).map(SECONDS::format).orElse(text) : text;
    }

    private static List<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case Collection<?> many ->
                many.stream().map(String::valueOf).map(String::strip).toList();
            default ->
                String.valueOf(value).isBlank()
                        ? List.of()
                        : List.of(String.valueOf(value).strip());
        };
    }
}
