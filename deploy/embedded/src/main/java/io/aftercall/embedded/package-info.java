/**
 * Everything outside Aftercall, embedded: PostgreSQL, Kafka, ffmpeg, Twilio and a CRM, for tests, the local stack and
 * benchmarks. Plain Java; services see it in tests only.
 */
package io.aftercall.embedded;
