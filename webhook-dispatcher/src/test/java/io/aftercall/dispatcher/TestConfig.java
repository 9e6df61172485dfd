package io.aftercall.dispatcher;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Settings as the service would read them from its own {@code application.properties}, for tests without Quarkus. */
public final class TestConfig {
    private TestConfig() {}

    /** The mapping {@code type} with the shipped values, but for {@code overrides}. */
    public static <C> C of(Class<C> type, Map<String, String> overrides) {
        try {
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    .addDiscoveredConverters()
                    .withSources(
                            new PropertiesConfigSource(overrides, "test", 500),
                            new PropertiesConfigSource(TestConfig.class.getResource("/application.properties"), 100))
                    .withDefaultValue("aftercall.public-url", "https://calls.example.com")
                    .withMapping(type)
                    .withValidateUnknown(false)
                    .build()
                    .getConfigMapping(type);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
