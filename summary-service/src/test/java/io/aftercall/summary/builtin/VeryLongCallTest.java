package io.aftercall.summary.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.aftercall.events.Speaker;
import io.aftercall.events.Utterance;
import io.aftercall.summary.ScriptedCall;
import io.aftercall.summary.TestEvents;
import io.aftercall.summary.engine.Summary;
import io.aftercall.summary.engine.Transcript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Three hours of talk, as a speech engine writes them. */
class VeryLongCallTest {

    private static final int CHARACTERS = 200_000;
    private static final String[] TALK = {
        "well my cousin came over last summer and we talked about the garden for a while",
        "i see and how long has that been going on would you say",
        "the neighbours said the same about their kitchen but i never looked into it myself",
        "let me look at the calendar one moment the system is slow today",
        "my mother always said that one should never sign anything in a hurry",
        "right right that makes sense and then what did the other company tell you",
        "they told me it would be done by tuesday and then nobody showed up at all",
    };

    @Test
    void isSummarisedInFiveLinesInASecondOrTwo() {
        Transcript transcript = longCall();

        Summary summary = Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () -> new BuiltinSummarizer().summarize(TestEvents.context(ScriptedCall.LAKESIDE), transcript));

        assertThat(summary.text().lines()).hasSize(5);
        assertThat(summary.text()).contains("wet patch", "roofer");
        assertThat(summary.fields().get("city").value()).isEqualTo("Portland");
        assertThat(summary.fields().get("service").value()).isEqualTo("roofing");
        assertThat(summary.actionItems()).containsExactly("I will send a roofer to portland on monday at eight.");
    }

    private static Transcript longCall() {
        Random random = new Random(7);
        List<Utterance> said = new ArrayList<>();
        add(said, Speaker.AGENT, "lakeside home services how can i help");
        add(said, Speaker.CUSTOMER, "hi the roof of my house in portland lets the rain in and there is a wet patch");
        int characters = 0;
        while (characters < CHARACTERS) {
            String text = TALK[random.nextInt(TALK.length)] + " " + random.nextInt(1000);
            add(said, Speaker.CUSTOMER, text);
            add(said, Speaker.AGENT, "our chicago office usually handles the paperwork for these things");
            characters += text.length() + 70;
        }
        add(said, Speaker.CUSTOMER, "my mother lives in dallas and she has a gardener");
        add(said, Speaker.AGENT, "so what city was the house in again");
        add(said, Speaker.CUSTOMER, "it's in portland");
        add(said, Speaker.AGENT, "i will send a roofer to portland on monday at eight");
        return new Transcript(Transcript.Source.FINAL, said);
    }

    private static void add(List<Utterance> said, Speaker speaker, String text) {
        long start = said.size() * 4000L;
        said.add(new Utterance(speaker, 0, start, start + 3500, text, 0.9));
    }
}
