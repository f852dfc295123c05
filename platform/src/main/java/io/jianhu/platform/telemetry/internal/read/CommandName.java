package io.jianhu.platform.telemetry.internal.read;

import io.jianhu.hj212.Commands;
import io.jianhu.hj212.Edition;
import io.jianhu.platform.api.Bilingual;
import java.util.Arrays;
import java.util.Optional;

/** How a command code is called in an edition: 1001, 1014 and 3014 mean different things in different ones. */
public final class CommandName {

    private CommandName() {}

    /** The name; a code no edition has is its own name. */
    public static Bilingual of(String edition, String cn) {
        return findEdition(edition)
                .flatMap(known -> Commands.find(known, cn))
                .or(() -> Commands.find(Edition.HJ_212_2017, cn))
                .map(command -> new Bilingual(command.nameZh(), command.nameEn()))
                .orElseGet(() -> new Bilingual(cn, cn));
    }

    /** The edition with the label used in JSON and in the database. */
    public static Optional<Edition> findEdition(String label) {
        return Arrays.stream(Edition.values())
                .filter(edition -> edition.label().equals(label))
                .findFirst();
    }
}
