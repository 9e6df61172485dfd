package io.aftercall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.chassis.startup.SchemaCheck;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AgainstRealParts
class SchemaTest {

    @Inject
    SchemaCheck check;

    @Test
    void theDeclaredSchemaIsWhatTheMigrationsMake() {
        assertThat(check.undeclared()).isEmpty();
        assertThat(check.missing()).isEmpty();
    }
}
