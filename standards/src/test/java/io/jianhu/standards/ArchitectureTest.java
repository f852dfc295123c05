package io.jianhu.standards;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.jianhu.standards", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule dependsOnNothingButJava = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.jianhu.standards..", "java..", "org.jspecify.annotations..")
            .because("the standards are a library anyone can use alone");

    @ArchTest
    static final ArchRule packagesFormNoCircle =
            slices().matching("io.jianhu.standards.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule rulesKnowNoDomain = noClasses()
            .that()
            .resideInAPackage("io.jianhu.standards")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("io.jianhu.standards", "io.jianhu.standards.quantity", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule noDomainKnowsTheTopics = noClasses()
            .that()
            .resideOutsideOfPackage("io.jianhu.standards.topic..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.jianhu.standards.topic..");

    @ArchTest
    static final ArchRule nothingIsJudgedInBinaryFractions = noClasses()
            .that()
            .resideInAnyPackage("io.jianhu.standards", "io.jianhu.standards.quantity..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Double.class);
}
