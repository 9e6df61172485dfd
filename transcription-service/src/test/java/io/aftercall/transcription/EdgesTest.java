package io.aftercall.transcription;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.aftercall.transcription", importOptions = ImportOption.DoNotIncludeTests.class)
class EdgesTest {

    private static final DescribedPredicate<JavaClass> OTHER_AFTERCALL_CODE = resideInAPackage("io.aftercall..")
            .and(DescribedPredicate.not(resideInAnyPackage(
                    "io.aftercall.transcription..", "io.aftercall.events..", "io.aftercall.chassis..")))
            .as("Aftercall's other modules");

    @ArchTest
    static final ArchRule KNOWS_ONLY_THE_EVENTS_AND_THE_CHASSIS =
            noClasses().should().dependOnClassesThat(OTHER_AFTERCALL_CODE);

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_GO_IN_CIRCLES =
            slices().matching("io.aftercall.transcription.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_ONE_PACKAGE_KNOWS_VOSK = noClasses()
            .that()
            .resideOutsideOfPackage("io.aftercall.transcription.vosk..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.vosk..", "io.aftercall.transcription.vosk.."));

    @ArchTest
    static final ArchRule ENGINES_KNOW_NOTHING_OF_CALLS = noClasses()
            .that()
            .resideInAnyPackage("io.aftercall.transcription.engine..", "io.aftercall.transcription.vosk..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "io.aftercall.events..",
                    "io.aftercall.transcription.stage..",
                    "io.aftercall.transcription.transcript.."));
}
