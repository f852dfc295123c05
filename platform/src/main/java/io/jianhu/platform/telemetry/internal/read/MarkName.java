package io.jianhu.platform.telemetry.internal.read;

import io.jianhu.hj212.DataMarks;
import io.jianhu.hj212.Edition;
import io.jianhu.platform.api.Bilingual;
import java.util.Optional;

/** What a data mark ({@code xxx-Flag}) means in an edition. */
final class MarkName {

    private MarkName() {}

    static Optional<Bilingual> find(Edition edition, String mark) {
        return DataMarks.find(edition, mark).map(known -> new Bilingual(known.nameZh(), known.nameEn()));
    }
}
