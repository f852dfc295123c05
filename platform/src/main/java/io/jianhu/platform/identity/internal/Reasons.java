package io.jianhu.platform.identity.internal;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.FieldProblem;
import io.jianhu.platform.identity.IdentityProblem;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why somebody changes what others may. */
final class Reasons {

    private static final int LONGEST = 500;

    private Reasons() {}

    /** The reason given; refuses where there is none. */
    static Optional<String> required(@Nullable String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST) {
            throw ApiProblem.of(IdentityProblem.REASON_MISSING)
                    .withErrors(List.of(new FieldProblem(
                            "reason", "required", "1 to " + LONGEST + " characters", "1 至 " + LONGEST + " 个字符")));
        }
        return Optional.of(reason.strip());
    }
}
