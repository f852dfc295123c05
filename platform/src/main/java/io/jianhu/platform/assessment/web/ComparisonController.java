package io.jianhu.platform.assessment.web;

import io.jianhu.platform.assessment.internal.Library;
import io.jianhu.platform.identity.Needs;
import io.jianhu.platform.identity.Permission;
import io.jianhu.standards.Edition;
import io.jianhu.standards.EditionComparison;
import io.jianhu.standards.RuleBook;
import io.jianhu.standards.Validity;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/standards/comparison")
@Tag(name = "standards")
class ComparisonController {

    private final RuleBook rules;
    private final Library library;
    private final Clock clock;

    ComparisonController(RuleBook rules, Library library, Clock clock) {
        this.rules = rules;
        this.library = library;
        this.clock = clock;
    }

    @Needs(Permission.STANDARDS_USE)
    @GetMapping
    @Operation(
            summary = "Two editions side by side, row by row",
            description = "left_day and right_day tell the phase of an edition that has phases, such as GB 3095-2026."
                    + " Without them an edition is taken today, or on the day of its life that is nearest.")
    ComparisonView compare(
            @RequestParam String left,
            @RequestParam(name = "left_day", required = false) @Nullable String leftDay,
            @RequestParam String right,
            @RequestParam(name = "right_day", required = false) @Nullable String rightDay) {
        EditionComparison comparison = EditionComparison.of(
                rules, side("left_day", left, Searches.day(leftDay)), side("right_day", right, Searches.day(rightDay)));
        return ComparisonView.of(comparison, library);
    }

    private EditionComparison.Side side(String field, String id, Optional<LocalDate> day) {
        Edition edition = StandardsController.getEdition(library, id);
        day.filter(asked -> !edition.validity().covers(asked)).ifPresent(asked -> {
            throw Searches.invalid(
                    field, "outside-edition", id + " does not hold on " + asked, id + " 在 " + asked + " 不适用");
        });
        return new EditionComparison.Side(edition, day.orElseGet(() -> nearest(edition.validity())));
    }

    private LocalDate nearest(Validity validity) {
        LocalDate today = LocalDate.now(clock);
        if (today.isBefore(validity.from())) {
            return validity.from();
        }
        return validity.to().filter(today::isAfter).orElse(today);
    }
}
