-- How far each partition of a dead-letter topic was put back. Here and not as a Kafka group's offsets, which the broker
-- forgets after a week without use.
CREATE TABLE dead_letter_replay (
    topic           text        NOT NULL,
    topic_partition integer     NOT NULL,
    next_offset     bigint      NOT NULL,
    replayed_at     timestamptz NOT NULL,
    PRIMARY KEY (topic, topic_partition)
);
