package io.aftercall.chassis.sql;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.CMTTransactionHandler;
import org.jdbi.v3.jackson2.Jackson2Config;
import org.jdbi.v3.jackson2.Jackson2Plugin;
import org.jdbi.v3.postgres.PostgresPlugin;

/**
 * The one {@link Jdbi} of a service. A handle used inside a JTA transaction joins it; outside of one each statement is
 * its own transaction. Transactions are begun with {@code QuarkusTransaction} or {@code @Transactional}, never by JDBI.
 */
@Singleton
class JdbiProducer {

    @Produces
    @Singleton
    Jdbi jdbi(DataSource dataSource, ObjectMapper json) {
        Jdbi jdbi = Jdbi.create(dataSource)
                .installPlugin(new PostgresPlugin())
                .installPlugin(new Jackson2Plugin())
                .registerRowMapper(JdbiProducer::mapRecord);
        // An exception's message ends up in a log: it must not quote what a caller said.
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        jdbi.setTransactionHandler(new CMTTransactionHandler());
        jdbi.getConfig(Jackson2Config.class).setMapper(json);
        return jdbi;
    }

    private static Optional<RowMapper<?>> mapRecord(Type type, ConfigRegistry config) {
        return type instanceof Class<?> candidate && candidate.isRecord()
                ? Optional.of(ConstructorMapper.of(canonicalConstructor(candidate)))
                : Optional.empty();
    }

    /** Made accessible, because a row is a package-private record beside its repository. */
    private static Constructor<?> canonicalConstructor(Class<?> row) {
        Class<?>[] components = Arrays.stream(row.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = row.getDeclaredConstructor(components);
            constructor.setAccessible(true);
            return constructor;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("A record without its canonical constructor: " + row, impossible);
        }
    }
}
