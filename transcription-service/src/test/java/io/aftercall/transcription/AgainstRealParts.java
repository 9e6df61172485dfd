package io.aftercall.transcription;

import io.aftercall.embedded.junit.EmbeddedStack;
import io.quarkus.test.common.QuarkusTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The service against a real PostgreSQL, a real Kafka and the real Vosk; only recording-service is played, at the wire. */
@QuarkusTestResource(EmbeddedStack.class)
@QuarkusTestResource(TestSurroundings.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AgainstRealParts {}
