package io.aftercall.summary;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.aftercall.summary", importOptions = ImportOption.DoNotIncludeTests.class)
class EdgesTest {

    private static final DescribedPredicate<JavaClass> OTHER_SERVICES = JavaClass.Predicates.resideInAPackage(
                    "io.aftercall..")
            .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                    "io.aftercall.summary..", "io.aftercall.events..", "io.aftercall.chassis..")));

    @ArchTest
    static final ArchRule KNOWS_ONLY_EVENTS_AND_CHASSIS = noClasses().should().dependOnClassesThat(OTHER_SERVICES);

    @ArchTest
    static final ArchRule ENGINES_KNOW_NEITHER_KAFKA_NOR_THE_DATABASE_NOR_THE_CALL_S_LIFE = classes()
            .that()
            .resideInAnyPackage(
                    "io.aftercall.summary.builtin..", "io.aftercall.summary.engine..", "io.aftercall.summary.wording..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.aftercall.summary.builtin..",
                    "io.aftercall.summary.engine..",
                    "io.aftercall.summary.wording..",
                    "io.aftercall.events..",
                    "org.apache.lucene..",
                    "jakarta.enterprise..",
                    "java..");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_WHICH_ENGINE_IT_IS = noClasses()
            .that()
            .resideOutsideOfPackage("io.aftercall.summary.builtin..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.aftercall.summary.builtin..");

    @ArchTest
    static final ArchRule LUCENE_STAYS_WITH_THE_WORDS = noClasses()
            .that()
            .resideInAnyPackage("io.aftercall.summary", "io.aftercall.summary.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.lucene..");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.aftercall.summary.(*)..").should().beFreeOfCycles();
}
