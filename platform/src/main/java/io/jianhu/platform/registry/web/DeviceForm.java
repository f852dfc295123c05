package io.jianhu.platform.registry.web;

import io.jianhu.hj212.Edition;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.FieldProblem;
import io.jianhu.platform.registry.DeviceDirectory;
import io.jianhu.platform.registry.DevicePassword;
import io.jianhu.platform.registry.Districts;
import io.jianhu.platform.registry.Medium;
import io.jianhu.platform.registry.Place;
import io.jianhu.platform.registry.Registration;
import io.jianhu.platform.registry.Registration.Secret;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A device as somebody wrote it, before it is believed.
 *
 * @param password absent: as it was; empty: none; else the PW it must send
 * @param sm4Key absent: as it was; empty: none; else 32 hexadecimal digits
 */
record DeviceForm(
        @Nullable String name,
        @Nullable String medium,
        @Nullable String districtCode,

        @Schema(description = "the enterprise it belongs to; absent: unchanged; 0: none") @Nullable
        Long organisationId,

        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,
        @Nullable String edition,

        @Schema(description = "absent: unchanged; empty: any PW is taken") @Nullable
        String password,

        @Schema(description = "absent: unchanged; empty: not encrypted; else 32 hexadecimal digits") @Nullable
        String sm4Key,

        @Schema(description = "goes to the audit trail") @Nullable
        String reason) {

    private static final int MAX_NAME = 120;
    private static final int SM4_KEY_DIGITS = 32;

    /** What the form comes to. */
    sealed interface Checked {
        /** Every field is good. */
        record Valid(Registration registration) implements Checked {}

        /** Some are not. */
        record Invalid(List<FieldProblem> errors) implements Checked {
            public Invalid {
                errors = List.copyOf(errors);
            }
        }
    }

    Checked check(String mn) {
        List<FieldProblem> errors = new ArrayList<>();
        checkMn(mn, errors);
        String goodName = checkName(errors);
        Optional<Medium> goodMedium = checkMedium(errors);
        Optional<String> goodDistrict = checkDistrict(errors);
        Optional<Place> goodPlace = checkPlace(errors);
        Optional<Edition> goodEdition = checkEdition(errors);
        Secret<DevicePassword> goodPassword = checkPassword(errors);
        Secret<byte[]> goodKey = checkSm4Key(errors);
        return errors.isEmpty()
                ? new Checked.Valid(new Registration(
                        goodName,
                        goodMedium.orElseThrow(),
                        goodDistrict,
                        Optional.ofNullable(organisationId),
                        goodPlace,
                        goodEdition,
                        goodPassword,
                        goodKey))
                : new Checked.Invalid(errors);
    }

    private static void checkMn(String mn, List<FieldProblem> errors) {
        if (mn.isEmpty()) {
            errors.add(required("mn"));
        } else if (!DeviceDirectory.isPossibleMn(mn)) {
            errors.add(problem(
                    "mn",
                    "not-an-mn",
                    "应为 1 至 64 个字符，不含空白和控制字符，且不是 -",
                    "must be 1 to 64 characters without blanks or control characters, and not -"));
        }
    }

    private String checkName(List<FieldProblem> errors) {
        String text = given(name).orElse("");
        if (text.isEmpty()) {
            errors.add(required("name"));
        } else if (text.codePointCount(0, text.length()) > MAX_NAME) {
            errors.add(problem(
                    "name", "too-long", "最多 " + MAX_NAME + " 个字符", "must have at most " + MAX_NAME + " characters"));
        } else if (text.codePoints().anyMatch(Character::isISOControl)) {
            errors.add(problem("name", "control-character", "不得含控制字符", "must not contain control characters"));
        }
        return text;
    }

    private Optional<Medium> checkMedium(List<FieldProblem> errors) {
        Optional<String> text = given(medium);
        if (text.isEmpty()) {
            errors.add(required("medium"));
        }
        return known("medium", text, Medium::findByLabel, labels(Medium.values(), Medium::label), errors);
    }

    private Optional<String> checkDistrict(List<FieldProblem> errors) {
        return known(
                        "district_code",
                        given(districtCode),
                        Districts::find,
                        labels(Districts.values(), Districts::code),
                        errors)
                .map(Districts::code);
    }

    private Optional<Edition> checkEdition(List<FieldProblem> errors) {
        return known(
                "edition",
                given(edition),
                label -> Arrays.stream(Edition.values())
                        .filter(one -> one.label().equals(label))
                        .findFirst(),
                labels(Edition.values(), Edition::label),
                errors);
    }

    private Optional<Place> checkPlace(List<FieldProblem> errors) {
        BigDecimal east = longitude;
        BigDecimal north = latitude;
        if (east == null && north == null) {
            return Optional.empty();
        }
        if (east == null || north == null) {
            errors.add(problem(
                    east == null ? "longitude" : "latitude",
                    "one-without-the-other",
                    "经度和纬度须同时给出",
                    "longitude and latitude must be given together"));
            return Optional.empty();
        }
        boolean inRange = inRange("longitude", east, 180, errors) & inRange("latitude", north, 90, errors);
        return inRange ? Optional.of(new Place(east, north)) : Optional.empty();
    }

    private static boolean inRange(String field, BigDecimal degrees, int limit, List<FieldProblem> errors) {
        boolean within = degrees.abs().compareTo(BigDecimal.valueOf(limit)) <= 0;
        if (!within) {
            errors.add(problem(
                    field,
                    "out-of-range",
                    "应在 -" + limit + " 至 " + limit + " 度之间",
                    "must be between -" + limit + " and " + limit + " degrees"));
        }
        return within;
    }

    private Secret<DevicePassword> checkPassword(List<FieldProblem> errors) {
        String text = password;
        if (text == null) {
            return new Secret.Keep<>();
        }
        if (text.isEmpty()) {
            return new Secret.Clear<>();
        }
        if (!DevicePassword.isValid(text)) {
            errors.add(problem(
                    "password",
                    "bad-password",
                    "应为 1 至 64 个可打印的 ASCII 字符，不含 ; = &",
                    "must be 1 to 64 printable ASCII characters without ; = &"));
            return new Secret.Keep<>();
        }
        return new Secret.Set<>(DevicePassword.of(text));
    }

    private Secret<byte[]> checkSm4Key(List<FieldProblem> errors) {
        String text = sm4Key;
        if (text == null) {
            return new Secret.Keep<>();
        }
        if (text.isEmpty()) {
            return new Secret.Clear<>();
        }
        if (text.length() != SM4_KEY_DIGITS || !text.chars().allMatch(HexFormat::isHexDigit)) {
            errors.add(problem("sm4_key", "bad-key", "应为 32 位十六进制数字", "must be 32 hexadecimal digits"));
            return new Secret.Keep<>();
        }
        return new Secret.Set<>(HexFormat.of().parseHex(text));
    }

    private static <T> Optional<T> known(
            String field,
            Optional<String> text,
            Function<String, Optional<T>> find,
            String choices,
            List<FieldProblem> errors) {
        Optional<T> found = text.flatMap(find);
        if (text.isPresent() && found.isEmpty()) {
            errors.add(problem(field, "unknown-value", "只能是 " + choices, "must be one of " + choices));
        }
        return found;
    }

    private static <E> String labels(E[] values, Function<E, String> label) {
        return Stream.of(values).map(label).collect(Collectors.joining(", "));
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(stripped -> !stripped.isEmpty());
    }

    private static FieldProblem required(String field) {
        return problem(field, "required", "必须提供", "must be given");
    }

    private static FieldProblem problem(String field, String code, String zh, String en) {
        Bilingual text = new Bilingual(zh, en);
        return new FieldProblem(field, code, text.en(), text.zh());
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "DeviceForm[%s, %s]", name, medium);
    }
}
