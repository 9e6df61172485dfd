package io.aftercall.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercall.embedded.twilio.SampleCall;
import io.aftercall.embedded.twilio.SampleCall.Turn;
import java.util.ArrayList;
import java.util.List;

/**
 * How good what arrived of a call is, against what was really said.
 *
 * @param recall how many of the spoken words the transcript holds
 * @param problems what is wrong, for people; empty if nothing is
 */
public record Verdict(WordRecall recall, List<String> problems) {

    /** The least a transcript may hold of what was said. */
    public static final int LEAST_PERCENT = 90;

    public Verdict {
        problems = List.copyOf(problems);
    }

    /**
     * Judges the body of a {@code call.completed} webhook.
     *
     * @param sample what was played
     * @param webhook the whole body
     */
    public static Verdict of(SampleCall sample, JsonNode webhook) {
        JsonNode data = webhook.path("data");
        List<String> problems = new ArrayList<>();
        String status = data.path("status").asText("missing");
        if (!status.equals("processed")) {
            problems.add("status is " + status + causes(data.path("errors")));
        }
        WordRecall recall = recall(sample, data.at("/transcript/utterances"));
        if (recall.percent() < LEAST_PERCENT) {
            problems.add("the transcript holds %d of %d spoken words (%d %%)"
                    .formatted(recall.found(), recall.spoken(), recall.percent()));
        }
        compare("city", sample.expected().city(), data, problems);
        compare("service", sample.expected().service(), data, problems);
        return new Verdict(recall, problems);
    }

    /** Speaker by speaker: words credited to the wrong one do not count. */
    static WordRecall recall(SampleCall sample, JsonNode utterances) {
        return sample.turns().stream()
                .map(Turn::channel)
                .distinct()
                .map(channel -> WordRecall.of(said(sample, channel), heard(utterances, channel)))
                .reduce(new WordRecall(0, 0), WordRecall::plus);
    }

    private static String said(SampleCall sample, int channel) {
        List<String> texts = sample.turns().stream()
                .filter(turn -> turn.channel() == channel)
                .map(Turn::text)
                .toList();
        return String.join(" ", texts);
    }

    private static String heard(JsonNode utterances, int channel) {
        StringBuilder heard = new StringBuilder();
        for (JsonNode utterance : utterances) {
            if (utterance.path("channel").asInt() == channel) {
                heard.append(utterance.path("text").asText()).append(' ');
            }
        }
        return heard.toString();
    }

    private static String causes(JsonNode errors) {
        StringBuilder causes = new StringBuilder();
        errors.forEach(error -> causes.append(", %s: %s"
                .formatted(error.path("stage").asText(), error.path("reason").asText())));
        return causes.toString();
    }

    private static void compare(String field, String expected, JsonNode data, List<String> problems) {
        String found = data.at("/fields/%s/value".formatted(field)).asText("");
        if (!found.equalsIgnoreCase(expected)) {
            problems.add("%s is %s, not %s".formatted(field, found.isEmpty() ? "missing" : found, expected));
        }
    }
}
