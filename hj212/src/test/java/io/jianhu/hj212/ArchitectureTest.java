package io.jianhu.hj212;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.jianhu.hj212", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule dependsOnNothingButJava = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.jianhu.hj212..", "java..", "org.jspecify.annotations..")
            .because("the codec is a library anyone can use alone");

    @ArchTest
    static final ArchRule codecKnowsNoCommandLine = noClasses()
            .that()
            .resideInAPackage("io.jianhu.hj212")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.jianhu.hj212.cli..");

    @ArchTest
    static final ArchRule onlyTheCommandLineTalksToTheConsole = noClasses()
            .that()
            .resideInAPackage("io.jianhu.hj212")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");
}
