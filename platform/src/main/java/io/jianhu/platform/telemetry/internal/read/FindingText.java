package io.jianhu.platform.telemetry.internal.read;

import io.jianhu.hj212.FindingCode;
import io.jianhu.platform.telemetry.GatewayFinding;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What a finding means and what to do about it.
 *
 * @param gravity {@code rejects}, {@code warning} or {@code note}
 */
public record FindingText(
        String code, String gravity, String titleZh, String titleEn, String remedyZh, String remedyEn) {

    private static final Map<String, FindingText> ALL = all();

    /** The text of a code; a code of another version of the platform is its own title. */
    public static FindingText of(String code) {
        FindingText text = ALL.get(code);
        return text == null ? new FindingText(code, "note", code, code, "", "") : text;
    }

    /** The code in a stored {@code CODE@offset}. */
    public static String codeOf(String stored) {
        int at = stored.indexOf('@');
        return at < 0 ? stored : stored.substring(0, at);
    }

    /** The offset in a stored {@code CODE@offset}; 0 where there is none. */
    public static int offsetOf(String stored) {
        int at = stored.indexOf('@');
        return at < 0 ? 0 : Integer.parseInt(stored.substring(at + 1));
    }

    private static Map<String, FindingText> all() {
        Map<String, FindingText> texts = new HashMap<>();
        for (FindingCode code : FindingCode.values()) {
            texts.put(
                    code.name(),
                    new FindingText(
                            code.name(),
                            code.gravity().name().toLowerCase(Locale.ROOT),
                            code.titleZh(),
                            code.titleEn(),
                            code.remedyZh(),
                            code.remedyEn()));
        }
        for (GatewayFinding code : GatewayFinding.values()) {
            texts.put(
                    code.name(),
                    new FindingText(
                            code.name(),
                            code.gravity().name().toLowerCase(Locale.ROOT),
                            code.titleZh(),
                            code.titleEn(),
                            code.remedyZh(),
                            code.remedyEn()));
        }
        return Map.copyOf(texts);
    }
}
