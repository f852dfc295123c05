package io.jianhu.hj212;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes {@code docs/HJ212.md} from the catalogues. */
final class ReferencePage {

    private final StringBuilder page = new StringBuilder(64_000);

    private ReferencePage() {}

    static String write() {
        ReferencePage reference = new ReferencePage();
        reference.introduction();
        for (Edition edition : Edition.values()) {
            reference.commands(edition);
        }
        reference.returnCodes();
        reference.systemCodes();
        for (Edition edition : Edition.values()) {
            reference.dataMarks(edition);
        }
        reference.facilityStates();
        reference.infoCodes();
        reference.factors();
        reference.processFamilies();
        return reference.page.toString();
    }

    private void introduction() {
        line("""
                # HJ 212: commands and codes

                Written from the catalogues of module `hj212` by `ReferencePageTest`. Do not edit: change
                `hj212/src/main/resources/io/jianhu/hj212/catalogue/*.tsv` and run
                `./mvnw -pl hj212 test -Dtest=ReferencePageTest -Djianhu.docs=write`.

                How well a row is founded:

                - `official-2017`: read in the official text of HJ 212-2017.
                - `two-sources`: two independent sources agree.
                - `one-source`: one source only.
                - `unverified`: to be checked against the official text. That of HJ 212-2025 in particular was not at hand.

                A request of 2005 goes out with Flag=1. Public examples of 2005 print Flag=3, which by the text itself promises
                PNUM and PNO that are not there; devices look at the lowest bit.

                Look a command up by edition and code: 1001, 1014, 2062, 3014 and 3015 mean different things in different
                editions.
                """);
        line("| Edition | Label | Version in Flag | Flag of a request | Flag of a reply |");
        line("|---|---|---|---|---|");
        for (Edition edition : Edition.values()) {
            row(
                    title(edition),
                    "`" + edition.label() + "`",
                    edition.flagVersion(),
                    Flag.of(edition, Flag.Numbering.UNSPLIT, Flag.Answer.WANTED).value(),
                    Flag.of(edition, Flag.Numbering.UNSPLIT, Flag.Answer.NONE).value());
        }
    }

    private void commands(Edition edition) {
        heading("Commands of " + title(edition));
        line("Fields are separated as on the wire. `?` marks an optional field, `*` one that may be repeated.");
        line("");
        line("| CN | Platform sends | Device sends | 名称 | Name | Fields down | Fields up | Founded on |");
        line("|---|---|---|---|---|---|---|---|");
        for (Command command : Commands.list(edition)) {
            row(
                    command.cn(),
                    name(command.downward()),
                    name(command.upward()),
                    command.nameZh() + command.noteZh().map(note -> "。" + note).orElse(""),
                    command.nameEn() + command.noteEn().map(note -> ". " + note).orElse(""),
                    fields(command.request()),
                    fields(command.upload()),
                    command.confidence().label());
        }
    }

    private static String fields(List<CommandParameter> parameters) {
        StringBuilder text = new StringBuilder();
        for (CommandParameter parameter : parameters) {
            if (!parameter.isWritten()) {
                continue;
            }
            if (!text.isEmpty()) {
                text.append(parameter.place() == CommandParameter.Place.SAME_OBJECT ? ", " : "; ");
            }
            text.append('`').append(parameter.wire()).append('`');
            text.append(parameter.isRequired() ? "" : "?").append(parameter.isRepeated() ? "*" : "");
            text.append(range(parameter));
        }
        return text.toString();
    }

    private static String range(CommandParameter parameter) {
        if (parameter.min().isPresent() && parameter.max().isPresent()) {
            return " " + parameter.min().get() + "–" + parameter.max().get()
                    + (parameter.unit().isEmpty() ? "" : " " + parameter.unit());
        }
        if (!parameter.choices().isEmpty()) {
            return " " + String.join("/", parameter.choices())
                    + (parameter.unit().isEmpty() ? "" : " " + parameter.unit());
        }
        return "";
    }

    private void returnCodes() {
        heading("Results of a request: QnRtn in 9011");
        table(List.of(QnRtn.values()), QnRtn::code, QnRtn::nameZh, QnRtn::nameEn);
        heading("Results of an execution: ExeRtn in 9012");
        table(List.of(ExeRtn.values()), ExeRtn::code, ExeRtn::nameZh, ExeRtn::nameEn);
    }

    @SafeVarargs
    private <T> void table(List<T> rows, Function<T, Object>... columns) {
        line("| Code | 名称 | Name |");
        line("|---|---|---|");
        for (T one : rows) {
            row(Arrays.stream(columns).map(column -> column.apply(one)).toArray());
        }
    }

    private void systemCodes() {
        heading("System codes: ST");
        line("| ST | Class | 名称 | Name | Founded on |");
        line("|---|---|---|---|---|");
        for (SystemCode system : SystemCodes.list()) {
            row(
                    system.code(),
                    lower(system.kind()),
                    system.nameZh(),
                    system.nameEn(),
                    system.confidence().label());
        }
    }

    private void dataMarks(Edition edition) {
        heading("Data marks of " + title(edition));
        line("| Mark | 名称 | Name | Founded on |");
        line("|---|---|---|---|");
        for (DataMark mark : DataMarks.list(edition)) {
            row(mark.code(), mark.nameZh(), mark.nameEn(), mark.confidence().label());
        }
    }

    private void facilityStates() {
        heading("States of a treatment facility: SBn-RS");
        table(FacilityStates.list(), FacilityState::code, FacilityState::nameZh, FacilityState::nameEn);
    }

    private void infoCodes() {
        heading("Information codes");
        line("| Code | Kind | 名称 | Name | Unit | Values | Founded on |");
        line("|---|---|---|---|---|---|---|");
        for (InfoCode info : InfoCodes.list()) {
            String values = info.values().stream()
                    .map(state -> state.value() + " " + state.nameZh() + " " + state.nameEn())
                    .collect(Collectors.joining("; "));
            row(
                    info.code(),
                    lower(info.kind()),
                    info.nameZh(),
                    info.nameEn(),
                    info.unit(),
                    values,
                    info.confidence().label());
        }
    }

    private void factors() {
        heading("Factor codes");
        line("""
                Units are those of the standard; the note tells where devices are known to send others.

                Within the table no code of 2005 means two things: codes of gas have two digits, those of water three. Air
                stations number their factors with three digits too, by tables of their makers. So three digits are read as
                water only where the system code allows water.""");
        line("");
        line("| Code | 2005 | 名称 | Name | Unit | Unit of an amount | Type | Note | Founded on |");
        line("|---|---|---|---|---|---|---|---|---|");
        for (FactorCode factor : FactorCodes.list()) {
            String meaning =
                    factor.meaning().map(code -> "Means " + code + ". ").orElse("");
            row(
                    factor.code(),
                    factor.legacyCode().orElse(""),
                    factor.nameZh(),
                    factor.nameEn(),
                    factor.unit().symbol(),
                    factor.emissionUnit().map(FactorCode.Unit::symbol).orElse(""),
                    factor.numberType().orElse(""),
                    meaning + factor.noteEn().orElse(""),
                    factor.confidence().label());
        }
    }

    private void processFamilies() {
        heading("Process codes");
        line("Four characters, then two digits that number the equipment: `e30102` is the second lift pump.");
        line("");
        line("| Family | 名称 | Name | Unit | Type | Founded on |");
        line("|---|---|---|---|---|---|");
        for (ProcessFamily family : ProcessFamilies.list()) {
            row(
                    family.family(),
                    family.nameZh(),
                    family.nameEn(),
                    family.unit().symbol(),
                    family.numberType(),
                    family.confidence().label());
        }
    }

    private void heading(String text) {
        line("");
        line("## " + text);
        line("");
    }

    private void row(Object... cells) {
        line(Arrays.stream(cells)
                .map(cell -> cell.toString().replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }

    private static String name(Optional<? extends Enum<?>> kind) {
        return kind.map(ReferencePage::lower).orElse("");
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String title(Edition edition) {
        return switch (edition) {
            case HJT_212_2005 -> "HJ/T 212-2005";
            case HJ_212_2017 -> "HJ 212-2017";
            case HJ_212_2025 -> "HJ 212-2025";
            case SURFACE_WATER -> "the surface-water stations";
        };
    }
}
