package io.aftercall.transcription.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.chassis.startup.SchemaCheck;
import io.aftercall.transcription.AgainstRealParts;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AgainstRealParts
class SchemaTest {

    @Inject
    SchemaCheck schemaCheck;

    @Test
    void schemaFileSaysWhatTheMigrationsMake() {
        assertThat(schemaCheck.missing()).isEmpty();
        assertThat(schemaCheck.undeclared()).isEmpty();
    }
}
