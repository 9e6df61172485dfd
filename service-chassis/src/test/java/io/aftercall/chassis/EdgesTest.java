package io.aftercall.chassis;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.aftercall.chassis", importOptions = ImportOption.DoNotIncludeTests.class)
class EdgesTest {

    @ArchTest
    static final ArchRule KNOWS_NO_EVENT_BY_NAME_BUT_ITS_OWN_TWO = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.aftercall.events..")
                    .and(nameMatching(".*\\.(Event|EventType|EventTypes|Stage|CallErased|StageChanged(\\$Step)?)")
                            .negate()
                            .as("are not the general ones, or the chassis' own")));

    @ArchTest
    static final ArchRule HAS_NO_PACKAGE_CYCLES =
            slices().matching("io.aftercall.chassis.(*)..").should().beFreeOfCycles();
}
