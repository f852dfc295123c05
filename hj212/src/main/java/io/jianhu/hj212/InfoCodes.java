package io.jianhu.hj212;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The information codes of 3020 and 3021 (HJ 212-2017 appendix B). */
public final class InfoCodes {

    private static final List<InfoCode> ALL =
            CatalogueFile.read("info-codes").stream().map(InfoCodes::read).toList();
    private static final Map<String, InfoCode> BY_CODE =
            ALL.stream().collect(Collectors.toUnmodifiableMap(InfoCode::code, Function.identity()));

    private InfoCodes() {}

    /** What the code names. Upper case is taken too: the standard itself prints {@code I33400}. */
    public static Optional<InfoCode> find(String code) {
        String lower = code.toLowerCase(Locale.ROOT);
        InfoCode exact = BY_CODE.get(lower);
        if (exact != null || lower.length() != 6 || !Character.isDigit(lower.charAt(5))) {
            return Optional.ofNullable(exact);
        }
        return Optional.ofNullable(BY_CODE.get(lower.substring(0, 5) + "x"));
    }

    /** Every code in ascending order. */
    public static List<InfoCode> list() {
        return ALL;
    }

    private static InfoCode read(CatalogueFile.Row row) {
        return new InfoCode(
                row.required("code"),
                row.constant(InfoCode.Kind.class, "kind"),
                row.required("zh"),
                row.required("en"),
                row.text("unit"),
                row.findText("values").map(InfoCodes::states).orElse(List.of()),
                row.required("source"),
                row.confidence());
    }

    private static List<InfoCode.State> states(String text) {
        return Arrays.stream(text.split("\\|")).map(InfoCodes::state).toList();
    }

    /** One state from {@code code=Chinese/English}. */
    private static InfoCode.State state(String text) {
        int equals = text.indexOf('=');
        int slash = text.indexOf('/', equals);
        return new InfoCode.State(
                text.substring(0, equals), text.substring(equals + 1, slash), text.substring(slash + 1));
    }
}
