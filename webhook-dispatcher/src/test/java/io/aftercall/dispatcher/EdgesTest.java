package io.aftercall.dispatcher;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.aftercall.dispatcher", importOptions = ImportOption.DoNotIncludeTests.class)
class EdgesTest {
    @ArchTest
    static final ArchRule KNOWS_THE_SHARED_MODULES_ONLY = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.aftercall.gateway..",
                    "io.aftercall.recording..",
                    "io.aftercall.transcription..",
                    "io.aftercall.summary..",
                    "io.aftercall.embedded..",
                    "io.aftercall.local..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.aftercall.dispatcher.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule SENDING_KNOWS_NO_DATABASE_AND_NO_QUEUE = noClasses()
            .that()
            .resideInAnyPackage("..send..", "..address..", "..payload..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "java.sql..", "..queue..", "..delivery..", "..endpoint..");

    @ArchTest
    static final ArchRule ONLY_THE_SENDER_SPEAKS_HTTP = classes()
            .that()
            .resideOutsideOfPackage("..send..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("io.vertx.core.http..");

    /** What moves deliveries knows no event; only the timeline hears of them in events' words. */
    @ArchTest
    static final ArchRule EVENTS_COME_IN_THROUGH_DELIVERIES_ONLY = noClasses()
            .that()
            .resideOutsideOfPackages("..delivery..", "..payload..")
            .and()
            .doNotHaveSimpleName("TellStage")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.aftercall.events..");
}
