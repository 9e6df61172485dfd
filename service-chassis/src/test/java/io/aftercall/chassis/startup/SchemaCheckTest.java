package io.aftercall.chassis.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aftercall.embedded.junit.EmbeddedStack;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class SchemaCheckTest {

    @Inject
    SchemaCheck check;

    @Inject
    Jdbi jdbi;

    @Test
    void theDeclaredSchemaIsWhatTheMigrationsMake() {
        assertThat(check.undeclared()).isEmpty();
        assertThat(check.missing()).isEmpty();
    }

    @Test
    void everyMissingTableAndColumnIsNamedAndTheStartRefused() {
        jdbi.useHandle(handle -> {
            handle.execute("ALTER TABLE stage_work RENAME COLUMN last_error TO mislaid");
            handle.execute("ALTER TABLE tombstone RENAME TO gravestone");
        });
        try {
            assertThatThrownBy(() -> check.onStart(new StartupEvent()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("table tombstone")
                    .hasMessageContaining("column stage_work.last_error")
                    .hasMessageContaining("./aftercall migrate chassis-test");
        } finally {
            jdbi.useHandle(handle -> {
                handle.execute("ALTER TABLE stage_work RENAME COLUMN mislaid TO last_error");
                handle.execute("ALTER TABLE gravestone RENAME TO tombstone");
            });
        }
    }
}
