package io.aftercall.transcription.transcript;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.aftercall.embedded.junit.Tokens;
import io.aftercall.events.RecordingOutcome;
import io.aftercall.transcription.AgainstRealParts;
import io.aftercall.transcription.Calls;
import io.aftercall.transcription.Service;
import io.aftercall.transcription.Sounds;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@AgainstRealParts
class TranscriptResourceTest {

    @Inject
    Service service;

    private final Calls call = Calls.next();

    @Test
    void transcriptShowsWhoSaidWhatWhen() {
        service.send(call.leftAsVoicemail()
                .recorded(1, List.of(service.recordings().serve(0, Sounds.hello(), List.of()))));
        service.awaitAnnounced(call.callSid(), 1);

        get(Tokens.business(Calls.BUSINESS))
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .body("callSid", equalTo(call.callSid()))
                .body("revision", equalTo(1))
                .body("status", equalTo("completed"))
                .body("reason", nullValue())
                .body("language", equalTo("en"))
                .body("engine", equalTo("vosk"))
                .body("text", equalTo("Hello"))
                .body("utterances", hasSize(1))
                .body("utterances[0].speaker", equalTo("customer"))
                .body("utterances[0].channel", equalTo(0))
                .body("utterances[0].text", equalTo("Hello"));
    }

    @Test
    void newestRevisionIsShown() {
        skip(call, 1, "unanswered");
        skip(call, 2, "recording_off");

        get(Tokens.admin())
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("status", equalTo("skipped"))
                .body("reason", equalTo("no_audio"))
                .body("message", containsString("recording_off"))
                .body("utterances", hasSize(0));
    }

    @Test
    void anothersCallIsNotThere() {
        skip(call, 1, "unanswered");

        get(Tokens.business("somebody-else")).statusCode(404).body("type", equalTo("urn:aftercall:problem:not-found"));
        get(Tokens.business(Calls.BUSINESS)).statusCode(200);
    }

    @Test
    void callOfNobodyIsSeenByAdminsOnly() {
        skip(call.ofNobody(), 1, "unanswered");

        get(Tokens.business(Calls.BUSINESS)).statusCode(404);
        get(Tokens.admin()).statusCode(200);
    }

    @Test
    void unknownCallIsNotThere() {
        get(Tokens.admin()).statusCode(404);
    }

    @Test
    void nobodySeesAnythingWithoutAToken() {
        given().get(path()).then().statusCode(401);
        get(Tokens.expired()).statusCode(401);
    }

    private void skip(Calls whose, int revision, String reason) {
        service.send(whose.event(revision, RecordingOutcome.skipped(reason, "There is none.")));
        service.awaitAnnounced(whose.callSid(), revision);
    }

    private ValidatableResponse get(String token) {
        return given().auth().oauth2(token).get(path()).then();
    }

    private String path() {
        return "/api/transcripts/" + call.callSid();
    }
}
