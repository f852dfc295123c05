package io.jianhu.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

class ModularityTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(JianhuPlatform.class);
    private static final List<String> FROM_THE_GROUND_UP =
            List.of("database", "api", "identity", "registry", "telemetry", "assessment");
    private static final Path DIAGRAM = Path.of("../docs/modules.md");

    /** No cycles, no reach into another module's internals, no dependency that package-info.java does not allow. */
    @Test
    void every_module_keeps_to_its_walls() {
        MODULES.verify();
    }

    @Test
    void every_module_has_its_floor_and_uses_only_floors_below() {
        assertThat(MODULES.stream().map(ModularityTest::name)).containsExactlyInAnyOrderElementsOf(FROM_THE_GROUND_UP);
        MODULES.forEach(module -> assertThat(dependencies(module))
                .as("what %s uses", name(module))
                .isSubsetOf(FROM_THE_GROUND_UP.subList(0, FROM_THE_GROUND_UP.indexOf(name(module)))));
    }

    @Test
    void the_picture_in_the_documentation_is_the_picture_of_the_code() throws IOException {
        String drawn = diagram();
        String kept = Files.exists(DIAGRAM) ? Files.readString(DIAGRAM) : "";
        if (!kept.equals(drawn)) {
            Files.createDirectories(DIAGRAM.getParent());
            Files.writeString(DIAGRAM, drawn);
        }
        assertThat(kept)
                .as("docs/modules.md was stale; it has been drawn again, commit it")
                .isEqualTo(drawn);
    }

    private static String diagram() {
        StringBuilder text = new StringBuilder("""
                # Modules of the platform

                Drawn from the code by `ModularityTest`; an arrow means "uses". Do not edit.

                ```mermaid
                flowchart BT
                """);
        for (String name : FROM_THE_GROUND_UP) {
            ApplicationModule module = MODULES.getModuleByName(name).orElseThrow();
            text.append("  ")
                    .append(name)
                    .append("[\"")
                    .append(module.getDisplayName())
                    .append("\"]\n");
            dependencies(module)
                    .forEach(used -> text.append("  ")
                            .append(name)
                            .append(" --> ")
                            .append(used)
                            .append('\n'));
        }
        return text.append("```\n").toString();
    }

    private static TreeSet<String> dependencies(ApplicationModule module) {
        return module.getDependencies(MODULES, DependencyDepth.IMMEDIATE).stream()
                .map(dependency -> name(dependency.getTargetModule()))
                .filter(used -> !used.equals(name(module)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
