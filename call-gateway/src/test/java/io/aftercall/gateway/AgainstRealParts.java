package io.aftercall.gateway;

import io.aftercall.embedded.junit.EmbeddedStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The gateway against a real PostgreSQL and a real Kafka; Twilio and the other services are played at the wire. */
@QuarkusTestResource(
        value = EmbeddedStack.class,
        initArgs = @ResourceArg(name = "signing-key", value = "aftercall.token.private-key"))
@QuarkusTestResource(Backends.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AgainstRealParts {}
