package io.jianhu.platform.assessment.web;

import io.jianhu.platform.api.ApiProblem;
import io.jianhu.platform.api.Bilingual;
import io.jianhu.platform.api.Cursor;
import io.jianhu.platform.api.Limits;
import io.jianhu.platform.api.Listing;
import io.jianhu.platform.assessment.AssessmentProblem;
import io.jianhu.platform.assessment.internal.Library;
import io.jianhu.platform.identity.Needs;
import io.jianhu.platform.identity.Permission;
import io.jianhu.standards.Edition;
import io.jianhu.standards.Rule;
import io.jianhu.standards.RuleTable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/standards")
@Tag(name = "standards", description = "Editions of standards, their tables and rules, by the date of the data")
class StandardsController {

    private final Library library;

    StandardsController(Library library) {
        this.library = library;
    }

    /** One part of the field. */
    record DomainView(String name, String titleZh, String titleEn, int editions) {}

    /** A table without its rows. */
    record TableSummary(String name, String domain, String titleZh, String titleEn, int rules, int unverified) {}

    /** An edition with all that it holds. */
    record EditionDetail(EditionView edition, List<TableView> tables) {}

    /** A rule with its edition and the titles of its table. */
    record RuleDetail(RuleView rule, EditionView edition, String tableTitleZh, String tableTitleEn) {}

    @Needs(Permission.STANDARDS_USE)
    @GetMapping("/domains")
    @Operation(summary = "The domains of the library")
    List<DomainView> domains() {
        return library.listDomains().stream()
                .map(domain -> new DomainView(
                        domain.name(),
                        domain.title().zh(),
                        domain.title().en(),
                        domain.editions().size()))
                .toList();
    }

    @Needs(Permission.STANDARDS_USE)
    @GetMapping("/editions")
    @Operation(
            summary = "Editions of standards",
            description = "text: words that occur in number, title or note. day: those that data of the day are judged"
                    + " by. confidence: two-sources, one-source, computed, from-memory, contradicted.")
    List<EditionView> editions(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String domain,
            @RequestParam(required = false) @Nullable String confidence,
            @RequestParam(required = false) @Nullable String day) {
        Library.Wanted wanted = new Library.Wanted(
                Searches.given(text),
                Searches.given(domain),
                Optional.empty(),
                Optional.empty(),
                Searches.confidence(confidence),
                Searches.day(day));
        return library.listEditions(wanted).stream()
                .map(edition -> EditionView.of(edition, library))
                .toList();
    }

    @Needs(Permission.STANDARDS_USE)
    @GetMapping("/edition")
    @Operation(summary = "One edition with its rows, table by table")
    EditionDetail edition(@RequestParam String id) {
        Edition edition = getEdition(library, id);
        List<TableView> tables = library.listTables().stream()
                .map(table -> TableView.of(table, rowsOf(table, edition)))
                .filter(table -> !table.rows().isEmpty())
                .toList();
        return new EditionDetail(EditionView.of(edition, library), tables);
    }

    @Needs(Permission.STANDARDS_USE)
    @GetMapping("/tables")
    @Operation(summary = "Every table of rules, without its rows")
    List<TableSummary> tables() {
        return library.listTables().stream()
                .map(table -> new TableSummary(
                        table.name(),
                        table.domain(),
                        table.title().zh(),
                        table.title().en(),
                        table.rows().size(),
                        (int) table.rows().stream()
                                .filter(rule -> !rule.confidence().isVerified())
                                .count()))
                .toList();
    }

    @Needs(Permission.STANDARDS_USE)
    @GetMapping("/tables/{name}")
    @Operation(summary = "A table with its rows of every edition, or with those that hold on a day")
    TableView table(@PathVariable String name, @RequestParam(required = false) @Nullable String day) {
        RuleTable table = library.findTable(name)
                .orElseThrow(() -> ApiProblem.of(
                        AssessmentProblem.UNKNOWN_TABLE, new Bilingual("没有规则表 " + name, "There is no table " + name)));
        Optional<LocalDate> on = Searches.day(day);
        return TableView.of(table, on.map(table::listOn).orElse(table.rows()));
    }

    @Needs(Permission.STANDARDS_USE)
    @GetMapping("/rules")
    @Operation(
            summary = "Rules of every table",
            description = "text: words that occur in id, titles, clause or cells, such as: PM2.5 year. total counts all"
                    + " that match.")
    Listing<RuleView> rules(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String domain,
            @RequestParam(required = false) @Nullable String edition,
            @RequestParam(required = false) @Nullable String table,
            @RequestParam(required = false) @Nullable String confidence,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Library.Wanted wanted = new Library.Wanted(
                Searches.given(text),
                Searches.given(domain),
                Searches.given(edition),
                Searches.given(table),
                Searches.confidence(confidence),
                Searches.day(day));
        int rows = Limits.ofList(limit);
        String query = "standards/rules " + wanted;
        List<Library.Shelved> found = library.listRules(wanted);
        int start = Searches.given(cursor)
                .map(place -> Math.clamp(Cursor.read(query, place, 1).number(0), 0, found.size()))
                .orElse(0);
        int end = Math.min(start + rows, found.size());
        return new Listing<>(
                        found.subList(start, end).stream().map(RuleView::of).toList(),
                        end < found.size() ? Cursor.after(query, end).text() : null,
                        rows,
                        null)
                .withTotal(OptionalLong.of(found.size()));
    }

    @Needs(Permission.STANDARDS_USE)
    @GetMapping("/rule")
    @Operation(summary = "One rule with its edition")
    RuleDetail rule(@RequestParam String id) {
        Library.Shelved shelved = library.findRule(id)
                .orElseThrow(() -> ApiProblem.of(
                        AssessmentProblem.UNKNOWN_RULE, new Bilingual("没有规则 " + id, "There is no rule " + id)));
        return new RuleDetail(
                RuleView.of(shelved),
                EditionView.of(shelved.rule().edition(), library),
                shelved.table().title().zh(),
                shelved.table().title().en());
    }

    static Edition getEdition(Library library, String id) {
        return library.findEdition(id)
                .orElseThrow(() -> ApiProblem.of(
                        AssessmentProblem.UNKNOWN_EDITION, new Bilingual("没有标准版本 " + id, "There is no edition " + id)));
    }

    private static List<Rule> rowsOf(RuleTable table, Edition edition) {
        return table.rows().stream()
                .filter(rule -> rule.edition().id().equals(edition.id()))
                .toList();
    }
}
