package io.jianhu.standards;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One edition of a standard, notice or method: {@code GB 3095-2026} is an edition of the family {@code GB 3095}.
 *
 * @param id as printed, such as {@code GB 3095-2026}
 * @param family what its predecessors and successors share
 * @param published the day of issue where known
 * @param validity the days on which data are judged by it
 * @param predecessor the id of the edition it replaces
 * @param phases the parts of its life that have limits of their own, empty for most editions
 * @param region GB/T 2260 code of where it holds: {@code 100000} is the nation, {@code 330000} Zhejiang
 * @param industry what it is for, empty when for all
 * @param extent whether the library holds its rules
 * @param source where its dates were read
 * @param note what its reader must know
 */
public record Edition(
        String id,
        String family,
        Text title,
        Optional<LocalDate> published,
        Validity validity,
        Optional<String> predecessor,
        List<Phase> phases,
        String region,
        Optional<Text> industry,
        LegalStatus status,
        Extent extent,
        String source,
        Confidence confidence,
        Text note) {

    /** How much of an edition the library holds. */
    public enum Extent {
        /** It is judged by. */
        RULES,
        /** Title and dates only, so that a date finds its edition; nothing is judged by it. */
        LISTED
    }

    /** The phase in which the day lies, where the edition has phases. */
    public Optional<Phase> findPhase(LocalDate day) {
        return phases.stream().filter(phase -> phase.validity().covers(day)).findFirst();
    }
}
