package io.aftercall.recording;

import io.quarkus.test.common.QuarkusTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The service against a real PostgreSQL, a real Kafka and a real ffmpeg; only Twilio is played, at the wire. */
@QuarkusTestResource(TestSurroundings.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AgainstRealParts {}
