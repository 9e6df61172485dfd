package io.aftercall.recording;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.aftercall.recording", importOptions = ImportOption.DoNotIncludeTests.class)
class EdgesTest {

    private static final DescribedPredicate<JavaClass> OTHER_AFTERCALL_CODE = JavaClass.Predicates.resideInAPackage(
                    "io.aftercall..")
            .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(
                    "io.aftercall.recording..", "io.aftercall.events..", "io.aftercall.chassis..")))
            .as("Aftercall's other modules");

    @ArchTest
    static final ArchRule KNOWS_ONLY_THE_EVENTS_AND_THE_CHASSIS =
            noClasses().should().dependOnClassesThat(OTHER_AFTERCALL_CODE);

    @ArchTest
    static final ArchRule FEATURES_DO_NOT_GO_IN_CIRCLES =
            slices().matching("io.aftercall.recording.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_CONVERSION_KNOWS_FFMPEG = classes()
            .that()
            .resideOutsideOfPackage("io.aftercall.recording.conversion..")
            .should()
            .onlyDependOnClassesThat(
                    DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("net.bramp.ffmpeg..")));
}
