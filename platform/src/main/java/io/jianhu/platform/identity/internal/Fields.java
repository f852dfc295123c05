package io.jianhu.platform.identity.internal;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.CommonProblem;
import io.jianhu.platform.api.FieldProblem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with the fields of a form, so that all of it is said at once. */
final class Fields {

    private static final int LONGEST_NAME = 64;

    private final List<FieldProblem> errors = new ArrayList<>();

    void wrong(String field, String code, String zh, String en) {
        errors.add(new FieldProblem(field, code, en, zh));
    }

    void wrong(String field, String code, Bilingual text) {
        wrong(field, code, text.zh(), text.en());
    }

    /** A name for people: present, of sane length, without control characters. */
    String name(String field, @Nullable String text) {
        String given = text == null ? "" : text.strip();
        if (given.isEmpty()) {
            wrong(field, "required", "必须提供", "must be given");
        } else if (given.codePointCount(0, given.length()) > LONGEST_NAME) {
            wrong(
                    field,
                    "too-long",
                    "最多 " + LONGEST_NAME + " 个字符",
                    "must have at most " + LONGEST_NAME + " characters");
        } else if (given.codePoints().anyMatch(Character::isISOControl)) {
            wrong(field, "control-character", "不得含控制字符", "must not contain control characters");
        }
        return given;
    }

    /** Refuses the form where anything is wrong. */
    void check() {
        if (!errors.isEmpty()) {
            throw problem();
        }
    }

    ApiProblem problem() {
        return ApiProblem.of(CommonProblem.INVALID_FIELDS).withErrors(errors);
    }
}
