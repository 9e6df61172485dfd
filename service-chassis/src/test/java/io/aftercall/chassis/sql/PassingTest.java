package io.aftercall.chassis.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassingTest {

    @ParameterizedTest
    @CsvSource({
        "08006, true", // connection failure
        "57P01, true", // admin shutdown
        "57P03, true", // cannot connect now
        "53300, true", // too many connections
        "40001, true", // serialization failure
        "40P01, true", // deadlock
        "53100, true", // disk full
        "42P01, true", // undefined table: an operator mends it, the record is not to blame
        ", true", // the pool had no connection in time
        "22021, false", // a character that text cannot hold
        "23505, false", // unique violation
    })
    void theSqlStateTellsWhoIsToBlame(String sqlState, boolean passing) {
        RuntimeException wrapped = new IllegalStateException(new SQLException("x", sqlState));

        assertThat(Passing.isPassing(wrapped)).isEqualTo(passing);
    }

    @Test
    void aProgrammingErrorDoesNotPass() {
        assertThat(Passing.isPassing(new NullPointerException())).isFalse();
    }
}
