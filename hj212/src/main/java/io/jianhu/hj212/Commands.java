package io.jianhu.hj212;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The commands of each edition. Look up by edition and code, never by code alone: 1001, 1014, 2062, 3014 and 3015 mean
 * different things in different editions.
 */
public final class Commands {

    private static final Map<Edition, Map<String, Command>> ALL = read();

    private Commands() {}

    /** The command the code means in the edition. */
    public static Optional<Command> find(Edition edition, String cn) {
        return Optional.ofNullable(ofEdition(edition).get(cn));
    }

    /** As {@link #find}; throws {@link NoSuchElementException} where the edition has no such command. */
    public static Command get(Edition edition, String cn) {
        return find(edition, cn)
                .orElseThrow(() -> new NoSuchElementException(
                        "edition " + edition.label() + " has no command " + cn + ", see docs/HJ212.md"));
    }

    /** Every command of the edition, by code. */
    public static List<Command> list(Edition edition) {
        return List.copyOf(ofEdition(edition).values());
    }

    /** The commands of the edition a person may send to a device, by code; replies are not among them. */
    public static List<Command> listDownward(Edition edition) {
        return ofEdition(edition).values().stream().filter(Command::isWorkOrder).toList();
    }

    private static Map<String, Command> ofEdition(Edition edition) {
        return ALL.getOrDefault(edition, Map.of());
    }

    private static Map<Edition, Map<String, Command>> read() {
        Map<String, List<CommandParameter>> parameters = new LinkedHashMap<>();
        for (CatalogueFile.Row row : CatalogueFile.read("command-parameters")) {
            String key = key(row, row.required("way"));
            parameters.computeIfAbsent(key, any -> new ArrayList<>()).add(CommandParameter.of(row));
        }
        Map<Edition, Map<String, Command>> all = new EnumMap<>(Edition.class);
        for (CatalogueFile.Row row : CatalogueFile.read("commands")) {
            Command command = command(
                    row,
                    Optional.ofNullable(parameters.remove(key(row, "down"))).orElse(List.of()),
                    Optional.ofNullable(parameters.remove(key(row, "up"))).orElse(List.of()));
            all.computeIfAbsent(command.edition(), any -> new LinkedHashMap<>()).put(command.cn(), command);
        }
        if (!parameters.isEmpty()) {
            throw new IllegalStateException("parameters of no command: " + parameters.keySet());
        }
        all.replaceAll((edition, commands) -> Collections.unmodifiableMap(commands));
        return Collections.unmodifiableMap(all);
    }

    private static Command command(
            CatalogueFile.Row row, List<CommandParameter> request, List<CommandParameter> upload) {
        return new Command(
                Edition.ofLabel(row.required("edition")),
                row.required("cn"),
                row.findText("down").map(any -> row.constant(Command.Downward.class, "down")),
                row.findText("up").map(any -> row.constant(Command.Upward.class, "up")),
                row.constant(Command.Group.class, "group"),
                row.constant(Command.Effect.class, "effect"),
                row.required("zh"),
                row.required("en"),
                request,
                upload,
                row.required("source"),
                row.confidence(),
                row.findText("note_zh"),
                row.findText("note_en"));
    }

    private static String key(CatalogueFile.Row row, String way) {
        return row.required("edition") + " " + row.required("cn") + " " + way;
    }
}
