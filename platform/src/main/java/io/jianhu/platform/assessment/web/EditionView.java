package io.jianhu.platform.assessment.web;

import io.jianhu.platform.assessment.internal.Library;
import io.jianhu.standards.Edition;
import io.jianhu.standards.Phase;
import io.jianhu.standards.Rule;
import io.jianhu.standards.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One edition of a standard.
 *
 * @param from first day of the data judged by it
 * @param to last such day; null while none is known
 * @param confidence of the edition's own dates: two-sources, one-source, computed, from-memory, contradicted
 * @param rules how many rows of it the library holds
 * @param unverified how many of these nobody has verified
 */
record EditionView(
        String id,
        String family,
        String titleZh,
        String titleEn,
        String domain,
        @Nullable LocalDate published,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable String predecessor,
        @Nullable String successor,
        List<PhaseView> phases,
        String region,
        @Nullable String industryZh,
        @Nullable String industryEn,
        String status,
        String statusZh,
        String statusEn,
        String source,
        String confidence,
        String noteZh,
        String noteEn,
        int rules,
        int unverified) {

    /** A part of its life with limits of its own. */
    record PhaseView(
            String name,
            String titleZh,
            String titleEn,
            LocalDate from,
            @Nullable LocalDate to) {

        static PhaseView of(Phase phase) {
            return new PhaseView(
                    phase.name(),
                    phase.title().zh(),
                    phase.title().en(),
                    phase.validity().from(),
                    phase.validity().to().orElse(null));
        }
    }

    static EditionView of(Edition edition, Library library) {
        List<Rule> rules = library.listRules(edition);
        return new EditionView(
                edition.id(),
                edition.family(),
                edition.title().zh(),
                edition.title().en(),
                library.getDomain(edition).name(),
                edition.published().orElse(null),
                edition.validity().from(),
                edition.validity().to().orElse(null),
                edition.predecessor().orElse(null),
                library.findSuccessor(edition).orElse(null),
                edition.phases().stream().map(PhaseView::of).toList(),
                edition.region(),
                edition.industry().map(Text::zh).orElse(null),
                edition.industry().map(Text::en).orElse(null),
                edition.status().name().toLowerCase(Locale.ROOT),
                edition.status().title().zh(),
                edition.status().title().en(),
                edition.source(),
                edition.confidence().label(),
                edition.note().zh(),
                edition.note().en(),
                rules.size(),
                (int) rules.stream()
                        .filter(rule -> !rule.confidence().isVerified())
                        .count());
    }
}
