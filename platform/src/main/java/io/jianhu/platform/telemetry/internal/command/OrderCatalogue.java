package io.jianhu.platform.telemetry.internal.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.jianhu.hj212.Command;
import io.jianhu.hj212.CommandParameter;
import io.jianhu.hj212.CommandParameter.Type;
import io.jianhu.hj212.Commands;
import io.jianhu.hj212.Edition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may be asked of a device, by edition. */
public final class OrderCatalogue {

    /** Time the platform puts in itself when the order is sent. */
    private static final String SYSTEM_TIME = "SystemTime";

    /**
     * A command that means the same in some editions. Where a code means another thing in another edition, it is listed
     * again.
     *
     * @param editions in which it is this
     * @param legalEffect read, or write where the device is changed
     */
    public record Entry(
            String cn,
            String nameZh,
            String nameEn,
            List<String> editions,
            List<Parameter> parameters,
            String legalEffect) {}

    /**
     * A parameter.
     *
     * @param type time, integer, decimal, factor, text, choice or password
     * @param repeated whether a list may be given
     * @param initial proposed; {@code now} is the time of sending
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Parameter(
            String name,
            String labelZh,
            String labelEn,
            String type,
            boolean required,
            boolean repeated,
            String unit,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable List<String> choices,
            @JsonProperty("default") @Nullable String initial) {}

    private record Meaning(String cn, String nameZh, String nameEn, List<Parameter> parameters, String effect) {}

    private OrderCatalogue() {}

    /** Whether the platform offers it: a new SM4 key is not, because it must never be stored as text. */
    static boolean isOrderable(Command command) {
        return command.isWorkOrder() && command.request().stream().noneMatch(parameter -> parameter.type() == Type.KEY);
    }

    /** Every command of every edition, by code. */
    public static List<Entry> list() {
        Map<Meaning, List<String>> editions = new LinkedHashMap<>();
        for (Edition edition : Edition.values()) {
            Commands.list(edition).stream()
                    .filter(OrderCatalogue::isOrderable)
                    .forEach(command -> editions.computeIfAbsent(meaning(command), any -> new ArrayList<>())
                            .add(edition.label()));
        }
        return editions.entrySet().stream()
                .map(entry -> new Entry(
                        entry.getKey().cn(),
                        entry.getKey().nameZh(),
                        entry.getKey().nameEn(),
                        List.copyOf(entry.getValue()),
                        entry.getKey().parameters(),
                        entry.getKey().effect()))
                .sorted(Comparator.comparing(Entry::cn))
                .toList();
    }

    private static Meaning meaning(Command command) {
        return new Meaning(
                command.cn(),
                command.nameZh(),
                command.nameEn(),
                command.request().stream().map(OrderCatalogue::parameter).toList(),
                command.effect().name().toLowerCase(Locale.ROOT));
    }

    private static Parameter parameter(CommandParameter parameter) {
        boolean filledIn = parameter.name().equals(SYSTEM_TIME);
        return new Parameter(
                parameter.name(),
                parameter.nameZh(),
                parameter.nameEn(),
                type(parameter.type()),
                parameter.isRequired() && !filledIn,
                parameter.isRepeated(),
                parameter.unit(),
                parameter.min().orElse(null),
                parameter.max().orElse(null),
                parameter.choices().isEmpty() ? null : parameter.choices(),
                filledIn ? OrderParameters.NOW : parameter.initial().orElse(null));
    }

    private static String type(Type type) {
        return switch (type) {
            case TIME -> "time";
            case INTEGER -> "integer";
            case DECIMAL -> "decimal";
            case FACTOR -> "factor";
            case CHOICE -> "choice";
            case PASSWORD, KEY -> "password";
            case TIME17, HHMM, HHMMSS, INFO, MARK, TEXT -> "text";
        };
    }
}
