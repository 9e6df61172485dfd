package io.aftercall.chassis.startup;

import io.aftercall.chassis.ServiceConfig;
import io.aftercall.chassis.consume.DeadLetters;
import io.aftercall.chassis.sql.Passing;
import io.aftercall.chassis.time.Backoff;
import io.aftercall.chassis.time.Backoff.ServiceStopping;
import io.aftercall.events.EventType;
import io.aftercall.events.EventTypes;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/**
 * Creates the topics of the design, with their settings, where they are missing; brokers never create one by accident.
 * Topics that exist are left as they are.
 */
@ApplicationScoped
class CreateTopics {

    private static final Logger LOG = Logger.getLogger(CreateTopics.class);
    private static final int AFTER_THE_SCHEMA_CHECK = 2;
    private static final int PARTITIONS = 12;
    private static final int MAX_RECORD_BYTES = 8 * 1024 * 1024;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration FOR_EVER = Duration.ofMillis(-1);

    private final Map<String, Object> broker;
    private final ServiceConfig config;
    private final Backoff backoff;

    CreateTopics(
            @Identifier("default-kafka-broker") Map<String, Object> broker, ServiceConfig config, Backoff backoff) {
        this.broker = broker;
        this.config = config;
        this.backoff = backoff;
    }

    void onStart(@Observes @Priority(AFTER_THE_SCHEMA_CHECK) StartupEvent event) {
        if (config.createTopics() && !created()) {
            // The gateway must take Twilio's callbacks without a broker too; consumers wait for their topics.
            Thread retry = new Thread(this::createUntilDone, "create-topics");
            retry.setDaemon(true);
            retry.start();
        }
    }

    private void createUntilDone() {
        int failures = 1;
        try {
            do {
                backoff.pause(failures++);
            } while (!created());
            LOG.info("The topics are there now.");
        } catch (ServiceStopping stopping) {
            LOG.warn("Stopping before the topics could be checked or created.");
        }
    }

    /** Whether every topic is there now. */
    private boolean created() {
        Map<String, Object> settings = new HashMap<>(broker);
        int wait = (int) config.topicWait().toMillis();
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, wait);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, wait);
        try (Admin admin = Admin.create(settings)) {
            for (KafkaFuture<Void> topic : admin.createTopics(topics()).values().values()) {
                awaitCreated(topic);
            }
            return true;
        } catch (ExecutionException | TimeoutException | KafkaException failure) {
            LOG.errorf("Topics could not be checked or created (%s). Will try again.", Passing.kindOf(failure));
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating topics.", interrupted);
        }
    }

    private void awaitCreated(KafkaFuture<Void> topic)
            throws InterruptedException, ExecutionException, TimeoutException {
        try {
            topic.get(config.topicWait().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw failure;
            }
        }
    }

    private List<NewTopic> topics() {
        List<NewTopic> topics = new ArrayList<>();
        for (EventType<?> type : EventTypes.all()) {
            topics.add(type.keptForEver() ? compacted(type.topic()) : kept(type.topic(), WEEK));
            // A dead letter waits for a person, however long that takes.
            topics.add(kept(DeadLetters.topicOf(type.topic(), config.name()), FOR_EVER));
        }
        return topics;
    }

    private NewTopic kept(String name, Duration retention) {
        return topic(name, TopicConfig.RETENTION_MS_CONFIG, String.valueOf(retention.toMillis()));
    }

    private NewTopic compacted(String name) {
        return topic(name, TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
    }

    private NewTopic topic(String name, String keeping, String howLong) {
        return new NewTopic(name, Optional.of(PARTITIONS), config.topicReplication())
                .configs(Map.of(
                        TopicConfig.COMPRESSION_TYPE_CONFIG,
                        "zstd",
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        String.valueOf(MAX_RECORD_BYTES),
                        keeping,
                        howLong));
    }
}
