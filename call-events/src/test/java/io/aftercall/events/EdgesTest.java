package io.aftercall.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.aftercall.events", importOptions = ImportOption.DoNotIncludeTests.class)
class EdgesTest {

    @ArchTest
    static final ArchRule KNOWS_ONLY_THE_JDK_AND_JACKSON_ANNOTATIONS = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.aftercall.events..", "java..", "com.fasterxml.jackson.annotation..");
}
