package io.jianhu.platform.telemetry.web;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.api.FieldProblem;
import io.jianhu.platform.identity.Actor;
import io.jianhu.platform.registry.Device;
import io.jianhu.platform.registry.DeviceDirectory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads what a caller wrote into an address. */
final class Parameters {

    /** How the device without an MN is written in an address. */
    private static final String NO_MN = "-";

    private Parameters() {}

    /** The device the caller may see; what is out of their scope is as absent as what does not exist. */
    static Device device(DeviceDirectory directory, Actor actor, String mn) {
        return directory
                .findByMn(actor.scope(), mn.equals(NO_MN) ? "" : mn)
                .orElseThrow(() -> ApiProblem.of(
                        CommonProblem.NOT_FOUND, new Bilingual("没有设备 " + mn, "There is no device " + mn)));
    }

    /** The constant with that label; empty where the parameter is absent or empty. */
    static <E extends Enum<E>> Optional<E> choice(
            String name, @Nullable String text, E[] values, Function<E, String> label) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Optional<E> chosen = Arrays.stream(values)
                .filter(value -> label.apply(value).equals(text))
                .findFirst();
        if (chosen.isEmpty()) {
            String all = String.join(", ", Arrays.stream(values).map(label).toList());
            throw invalid(name, "not-a-choice", "one of " + all, "可选值：" + all);
        }
        return chosen;
    }

    static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(given -> !given.isBlank());
    }

    static int days(@Nullable Integer days, int usual, int max) {
        int asked = days == null ? usual : days;
        if (asked < 1 || asked > max) {
            throw invalid("days", "out-of-range", "days is 1 to " + max, "days 应为 1 至 " + max);
        }
        return asked;
    }

    static ApiProblem invalid(String field, String code, String message, String messageZh) {
        return ApiProblem.of(CommonProblem.INVALID_FIELDS)
                .withErrors(List.of(new FieldProblem(field, code, message, messageZh)));
    }
}
