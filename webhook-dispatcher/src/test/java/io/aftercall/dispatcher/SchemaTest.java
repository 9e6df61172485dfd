package io.aftercall.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.chassis.startup.SchemaCheck;
import io.aftercall.embedded.junit.EmbeddedStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class SchemaTest {
    @Inject
    SchemaCheck check;

    @Test
    void theDeclaredSchemaIsWhatTheMigrationsMake() {
        assertThat(check.undeclared()).isEmpty();
        assertThat(check.missing()).isEmpty();
    }
}
