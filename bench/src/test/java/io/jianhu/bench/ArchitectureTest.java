package io.jianhu.bench;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.jianhu.bench", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** Simulator, replay, load generator and benchmarks stand side by side; only the command line knows them all. */
    @ArchTest
    static final ArchRule side_by_side =
            slices().matching("io.jianhu.bench.(*)..").should().notDependOnEachOther();

    /** What talks to the platform from outside must not know it from inside. */
    @ArchTest
    static final ArchRule from_outside = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.jianhu.platform..", "org.springframework..");

    /** The world and the loggers are functions of what they are given: no clock, no random source. */
    @ArchTest
    static final ArchRule the_city_has_no_clock_of_its_own = noClasses()
            .that()
            .resideInAPackage("io.jianhu.bench.city")
            .and()
            .haveNameNotMatching(".*\\.(SimulateCommand|Fleet)(\\$.*)?")
            .should()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random");

    @ArchTest
    static final ArchRule commands_are_the_only_way_in = classes()
            .that()
            .resideInAnyPackage("io.jianhu.bench.city", "io.jianhu.bench.replay", "io.jianhu.bench.load")
            .and()
            .arePublic()
            .should()
            .haveSimpleNameEndingWith("Command");
}
