package io.jianhu.platform.identity.internal;

import io.jianhu.platform.identity.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A scope as it is sent and shown.
 *
 * @param everything all there is, with and without a region; the lists are then empty
 * @param regions codes of regions, each with all that lies in it
 * @param enterprises numbers of organisations of kind enterprise
 */
public record ScopeForm(
        @Nullable Boolean everything,

        @Schema(description = "Codes by GB/T 2260 (6 digits), GB/T 10114 (9) or of a grid (12)") @Nullable
        List<String> regions,

        @Nullable List<Long> enterprises) {

    /** The scope as it is shown. */
    public static ScopeForm of(Scope scope) {
        return scope.isEverything()
                ? new ScopeForm(true, List.of(), List.of())
                : new ScopeForm(
                        false, scope.regions().stream().map(Scope::codeOf).toList(), scope.enterprises());
    }

    Scope scope() {
        return Boolean.TRUE.equals(everything)
                ? Scope.EVERYTHING
                : new Scope(
                        Optional.ofNullable(regions).orElse(List.of()).stream()
                                .map(Scope::prefixOf)
                                .distinct()
                                .sorted()
                                .toList(),
                        Optional.ofNullable(enterprises).orElse(List.of()).stream()
                                .distinct()
                                .sorted()
                                .toList());
    }
}
