package io.aftercall.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.aftercall", importOptions = ImportOption.DoNotIncludeTests.class)
class EdgesTest {

    @ArchTest
    static final ArchRule KNOWS_NO_OTHER_SERVICE = classes()
            .that()
            .resideInAPackage("io.aftercall.gateway..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "io.aftercall.recording..",
                    "io.aftercall.transcription..",
                    "io.aftercall.summary..",
                    "io.aftercall.dispatcher..",
                    "io.aftercall.embedded..",
                    "io.aftercall.local..");

    @ArchTest
    static final ArchRule FEATURES_FORM_NO_CYCLES =
            slices().matching("io.aftercall.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_TWILIO_PACKAGE_KNOWS_TWILIOS_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage("io.aftercall.gateway.twilio..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.twilio..");

    @ArchTest
    static final ArchRule THE_CALL_LOG_DOES_NOT_KNOW_WHO_ASKS = noClasses()
            .that()
            .resideInAPackage("io.aftercall.gateway.calllog..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.aftercall.gateway.twilio..",
                    "io.aftercall.gateway.calls..",
                    "io.aftercall.gateway.progress..",
                    "io.aftercall.gateway.token..");
}
