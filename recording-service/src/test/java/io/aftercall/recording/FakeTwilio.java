package io.aftercall.recording;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.net.URI;
import java.util.List;

/** Tells the played Twilio what to answer for a recording, and what it was asked. */
public final class FakeTwilio {

    public static final String ACCOUNT = "AC22222222222222222222222222222222";
    public static final String TOKEN = "the-accounts-token";

    private final WireMock wireMock;

    public FakeTwilio(URI baseUrl) {
        this.wireMock = WireMock.create()
                .host(baseUrl.getHost())
                .port(baseUrl.getPort())
                .build();
    }

    /** Serves it as two channels to whoever has the token. */
    public void serve(String recordingSid, byte[] audio) {
        answer(recordingSid, audio(audio));
    }

    /** Has it as one channel only. */
    public void serveMono(String recordingSid, byte[] audio) {
        wireMock.register(recording(recordingSid).willReturn(audio(audio)));
        wireMock.register(recording(recordingSid)
                .withQueryParam("RequestedChannels", equalTo("2"))
                .willReturn(aResponse().withStatus(400)));
    }

    /** Does not have it so many times, then does. */
    public void serveAfterMisses(String recordingSid, int misses, byte[] audio) {
        for (int miss = 0; miss < misses; miss++) {
            wireMock.register(recording(recordingSid)
                    .inScenario(recordingSid)
                    .whenScenarioStateIs(miss == 0 ? Scenario.STARTED : "missed " + miss)
                    .willReturn(aResponse().withStatus(404))
                    .willSetStateTo("missed " + (miss + 1)));
        }
        wireMock.register(recording(recordingSid)
                .inScenario(recordingSid)
                .whenScenarioStateIs("missed " + misses)
                .willReturn(audio(audio)));
    }

    /** Takes its time. */
    public void serveSlowly(String recordingSid, byte[] audio, int millis) {
        answer(recordingSid, audio(audio).withFixedDelay(millis));
    }

    /** Answers anything else. */
    public void answer(String recordingSid, ResponseDefinitionBuilder response) {
        wireMock.register(recording(recordingSid).willReturn(response));
    }

    /** How often it was asked for. */
    public int requestsFor(String recordingSid) {
        return wireMock.find(getRequestedFor(urlPathEqualTo(pathOf(recordingSid))))
                .size();
    }

    /** The values of a query parameter in the requests for it, in order. */
    public List<String> asked(String recordingSid, String parameter) {
        return wireMock.find(getRequestedFor(urlPathEqualTo(pathOf(recordingSid)))).stream()
                .map(request -> request.queryParameter(parameter).firstValue())
                .toList();
    }

    public static String pathOf(String recordingSid) {
        return "/2010-04-01/Accounts/" + ACCOUNT + "/Recordings/" + recordingSid + ".wav";
    }

    private static MappingBuilder recording(String recordingSid) {
        return get(urlPathEqualTo(pathOf(recordingSid))).withBasicAuth(ACCOUNT, TOKEN);
    }

    private static ResponseDefinitionBuilder audio(byte[] audio) {
        return aResponse().withHeader("Content-Type", "audio/x-wav").withBody(audio);
    }
}
