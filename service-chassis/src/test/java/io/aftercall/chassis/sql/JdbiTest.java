package io.aftercall.chassis.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.aftercall.embedded.junit.EmbeddedStack;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(EmbeddedStack.class)
class JdbiTest {

    private static final String SAID = "my card number is";

    @Inject
    Jdbi jdbi;

    @Test
    void aFailedStatementQuotesNeitherItsArgumentsNorTheRow() {
        Throwable failure = catchThrowable(() -> jdbi.useHandle(
                handle -> handle.createUpdate("INSERT INTO tombstone (call_sid, erased_at) VALUES (:said, NULL)")
                        .bind("said", SAID)
                        .execute()));

        StringWriter logged = new StringWriter();
        failure.printStackTrace(new PrintWriter(logged));
        assertThat(logged.toString()).contains("erased_at").doesNotContain(SAID);
    }

    @Test
    void aHandleInsideATransactionJoinsIt() {
        catchThrowable(() -> QuarkusTransaction.requiringNew().run(() -> {
            insert("CA-rolled-back");
            throw new IllegalStateException("rolled back by the test");
        }));

        assertThat(jdbi.<Boolean, RuntimeException>withHandle(handle -> handle.createQuery(
                                "SELECT EXISTS (SELECT FROM tombstone WHERE call_sid = 'CA-rolled-back')")
                        .mapTo(boolean.class)
                        .one()))
                .isFalse();
    }

    private void insert(String callSid) {
        jdbi.useHandle(
                handle -> handle.createUpdate("INSERT INTO tombstone (call_sid, erased_at) VALUES (:callSid, :at)")
                        .bind("callSid", callSid)
                        .bind("at", Instant.now())
                        .execute());
    }
}
