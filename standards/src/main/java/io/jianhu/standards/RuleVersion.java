package io.jianhu.standards;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what a person writes to name rules without a date: {@code GB 3095-2026 transition}, {@code GB 3838-2002 +
 * 环办[2011]22号}, {@code HJ 633-2026}, {@code HJ 663}, {@code 2024 thresholds}.
 */
final class RuleVersion {

    private static final Pattern STANDARD =
            Pattern.compile("(?<![A-Z0-9])(?:GB|HJ|DB\\d{2}|SL|GHZB)(?:/[TZ]?|[TZ])?\\d+(?:\\.\\d+)?-\\d+");
    private static final Pattern LONE_YEAR = Pattern.compile("(?<![\\d\\-\\[(])((?:19|20)\\d\\d)(?!\\d|号|年第)");

    /** An edition with its names as {@link #asWritten} writes them. */
    private record Named(Edition edition, String id, String family) {}

    private final List<Named> editions;
    private final LocalDate asOf;

    RuleVersion(Collection<Edition> editions, LocalDate asOf) {
        this.editions = editions.stream()
                .map(edition -> new Named(edition, asWritten(edition.id()), asWritten(edition.family())))
                .toList();
        this.asOf = asOf;
    }

    Optional<LocalDate> findDay(String text) {
        String wanted = asWritten(text);
        List<Named> named = named(wanted);
        if (named.isEmpty()) {
            return STANDARD.matcher(wanted).find() ? Optional.empty() : ofFamilyOrYear(wanted);
        }
        return namesOnlyKnown(wanted, named) ? dayInside(validities(wanted, named)) : Optional.empty();
    }

    /** The family of that name, or of the edition of that name. */
    Optional<String> findFamily(String text) {
        String wanted = asWritten(text);
        return editions.stream()
                .filter(named -> wanted.equals(named.family()) || wanted.equals(named.id()))
                .map(named -> named.edition().family())
                .findFirst();
    }

    /** The editions whose names stand in the text; a name inside a longer one does not count. */
    private List<Named> named(String wanted) {
        List<Named> held =
                editions.stream().filter(named -> holds(wanted, named.id())).toList();
        return held.stream()
                .filter(named -> held.stream()
                        .noneMatch(other -> other != named && other.id().contains(named.id())))
                .toList();
    }

    private static boolean holds(String text, String name) {
        int at = text.indexOf(name);
        while (at >= 0) {
            int end = at + name.length();
            boolean begins = at == 0 || !isPartOfName(text.charAt(at - 1)) || !isPartOfName(name.charAt(0));
            boolean ends = end == text.length() || !Character.isDigit(text.charAt(end));
            if (begins && ends) {
                return true;
            }
            at = text.indexOf(name, at + 1);
        }
        return false;
    }

    private static boolean isPartOfName(char letter) {
        return letter < 128 && Character.isLetterOrDigit(letter);
    }

    private static boolean namesOnlyKnown(String wanted, List<Named> named) {
        String rest = wanted;
        for (Named one : named) {
            rest = rest.replace(one.id(), " ");
        }
        return !STANDARD.matcher(rest).find();
    }

    private static List<Validity> validities(String wanted, List<Named> named) {
        List<Validity> validities = new ArrayList<>();
        for (Named one : named) {
            Edition edition = one.edition();
            List<Phase> phases = edition.phases().stream()
                    .filter(phase -> Stream.of(phase.name(), phase.title().zh())
                            .anyMatch(name -> wanted.contains(asWritten(name))))
                    .toList();
            validities.add(
                    phases.isEmpty() ? edition.validity() : phases.getFirst().validity());
        }
        return validities;
    }

    /** The day on which the rules were last read, if they hold on it; else the last day they held, or the first they will. */
    private Optional<LocalDate> dayInside(List<Validity> validities) {
        LocalDate first = validities.stream()
                .map(Validity::from)
                .max(LocalDate::compareTo)
                .orElseThrow();
        Optional<LocalDate> last =
                validities.stream().flatMap(validity -> validity.to().stream()).min(LocalDate::compareTo);
        if (last.isPresent() && last.get().isBefore(first)) {
            return Optional.empty();
        }
        if (asOf.isBefore(first)) {
            return Optional.of(first);
        }
        return Optional.of(last.filter(day -> day.isBefore(asOf)).orElse(asOf));
    }

    private Optional<LocalDate> ofFamilyOrYear(String wanted) {
        List<Edition> family = editions.stream()
                .filter(named -> holds(wanted, named.family()))
                .map(Named::edition)
                .sorted(Comparator.comparing(edition -> edition.validity().from()))
                .toList();
        if (family.isEmpty()) {
            Matcher year = LONE_YEAR.matcher(wanted);
            return year.find()
                    ? Optional.of(LocalDate.of(Integer.parseInt(year.group(1)), Month.DECEMBER, 31))
                    : Optional.empty();
        }
        return family.stream()
                .filter(edition -> edition.validity().covers(asOf))
                .findFirst()
                .or(() -> Optional.of(family.getLast()))
                .flatMap(edition -> dayInside(List.of(edition.validity())));
    }

    /** Capital letters, no spaces, one kind of brackets and dashes. */
    private static String asWritten(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\u00a0]", "")
                .replaceAll("[\\u2010-\\u2015]", "-")
                .replace('〔', '[')
                .replace('〕', ']');
    }
}
