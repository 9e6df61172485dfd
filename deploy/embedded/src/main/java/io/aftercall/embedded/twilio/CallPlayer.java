package io.aftercall.embedded.twilio;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Plays a call to a gateway as Twilio would: keeps its recording at the sandbox and posts the signed callbacks, each
 * after the one before was answered. Time is not played: the call is over when playing begins. Safe for use by several
 * threads, one call each.
 */
public final class CallPlayer {

    private static final Duration RINGING = Duration.ofSeconds(4);

    private final TwilioSandbox sandbox;
    private final CallbackSender sender;

    private CallPlayer(TwilioSandbox sandbox, CallbackSender sender) {
        this.sandbox = sandbox;
        this.sender = sender;
    }

    /** Plays to the gateway at this origin, which is also the one that Twilio would know. */
    public static CallPlayer to(TwilioSandbox sandbox, String gatewayUrl) {
        return to(sandbox, gatewayUrl, gatewayUrl);
    }

    /**
     * Plays to a gateway behind a proxy.
     *
     * @param gatewayUrl the origin to connect to
     * @param publicUrl the origin Twilio would know, which is what it signs
     */
    public static CallPlayer to(TwilioSandbox sandbox, String gatewayUrl, String publicUrl) {
        return new CallPlayer(
                sandbox,
                new CallbackSender(
                        URI.create(gatewayUrl),
                        URI.create(publicUrl),
                        sandbox.account().authToken(),
                        "rc=5&rp=all",
                        Duration.ofMillis(500)));
    }

    /** With another token than the account's: every signature is wrong for it, or right after its rotation. */
    public CallPlayer signingWith(String authToken) {
        return new CallPlayer(sandbox, sender.signingWith(authToken));
    }

    /**
     * With other connection overrides than {@code rc=5&rp=all}.
     *
     * @param fragment as in the callback URL behind the {@code #}; empty for Twilio's defaults
     * @param firstPause before the first retry; each further one is twice as long
     */
    public CallPlayer retrying(String fragment, Duration firstPause) {
        return new CallPlayer(sandbox, sender.retrying(fragment, firstPause));
    }

    /** Plays it as it normally goes. */
    public PlayedCall play(SampleCall sample) {
        return play(sample, Play.normally());
    }

    /**
     * Plays it this way and returns when the last callback was answered or given up; {@link PlayedCall#accepted()} says
     * which.
     */
    public PlayedCall play(SampleCall sample, Play play) {
        SandboxCall call = place(sample, play);
        sandbox.keep(call);
        List<SentCallback> sent = new ArrayList<>();
        for (Letter letter : letters(call, play)) {
            sent.add(sender.send(letter.callback(), letter.token()));
        }
        PlayedCall played = new PlayedCall(
                sample,
                call.sid(),
                call.recording() == null ? null : call.recording().sid(),
                call.startedAt(),
                call.endedAt(),
                call.durationSec(),
                List.copyOf(sent));
        sandbox.note(played);
        return played;
    }

    /** A callback with the token that is the same for all its copies. */
    private record Letter(Callback callback, String token) {}

    private List<Letter> letters(SandboxCall call, Play play) {
        List<Letter> letters = new ArrayList<>();
        for (Callback callback : new CallbackScript(call, sandbox.accountUrl()).callbacks()) {
            if (!play.dropped().test(callback)) {
                letters.addAll(Collections.nCopies(
                        play.copies(), new Letter(callback, UUID.randomUUID().toString())));
            }
        }
        if (play.shuffleSeed() != null) {
            Collections.shuffle(letters, new Random(play.shuffleSeed()));
        }
        return letters;
    }

    private SandboxCall place(SampleCall sample, Play play) {
        String seed = play.seed() == null ? UUID.randomUUID().toString() : play.seed();
        boolean answered = play.finalStatus().equals("completed");
        Instant endedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        int duration = answered
                ? (int) Math.max(1, Math.round(sample.audio().duration().toMillis() / 1000.0))
                : 0;
        Instant startedAt = endedAt.minusSeconds(duration);
        String sid = Sids.call(seed);
        return new SandboxCall(
                sandbox.account().sid(),
                sid,
                sample.from(),
                sample.to(),
                sample.direction().twilio(),
                play.finalStatus(),
                startedAt.minus(RINGING),
                startedAt,
                endedAt,
                duration,
                answered ? record(sample, play, Sids.recording(seed), sid, startedAt) : null);
    }

    private static SandboxRecording record(
            SampleCall sample, Play play, String sid, String callSid, Instant startedAt) {
        if (play.recording() == RecordingFate.OFF) {
            return null;
        }
        return new SandboxRecording(
                sid,
                callSid,
                play.recording(),
                sample.audio(),
                startedAt,
                source(sample),
                Instant.now().plus(play.readyAfter()),
                new AtomicInteger(play.misses()));
    }

    private static String source(SampleCall sample) {
        if (sample.audio().channels() == 1) {
            return "RecordVerb";
        }
        return sample.direction() == CallDirection.INBOUND ? "StartCallRecordingTwiML" : "OutboundAPI";
    }
}
