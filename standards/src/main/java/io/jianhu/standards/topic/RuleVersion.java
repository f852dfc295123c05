package io.jianhu.standards.topic;

import io.jianhu.standards.Edition;
import io.jianhu.standards.RuleBook;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person writes to name the rules: an edition, or a year such as {@code 2024 thresholds}. */
final class RuleVersion {

    private static final Pattern YEAR = Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)");

    private RuleVersion() {}

    /** A day on which the named rules hold; for a year its last day. */
    static Optional<LocalDate> findDay(RuleBook rules, String text) {
        return rules.catalogue().listEditions().stream()
                .filter(edition -> text.contains(edition.id()))
                .max(Comparator.comparingInt(edition -> edition.id().length()))
                .map(edition -> dayOf(edition))
                .or(() -> findYear(text));
    }

    private static LocalDate dayOf(Edition edition) {
        return edition.validity().to().orElse(edition.validity().from());
    }

    private static Optional<LocalDate> findYear(String text) {
        Matcher year = YEAR.matcher(text);
        return year.find()
                ? Optional.of(LocalDate.of(Integer.parseInt(year.group(1)), Month.DECEMBER, 31))
                : Optional.empty();
    }
}
