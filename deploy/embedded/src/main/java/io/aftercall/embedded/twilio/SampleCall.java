package io.aftercall.embedded.twilio;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A call that can be played: who called whom and what was said.
 *
 * @param name short and unique, e.g. {@code inbound-plumber-chicago}
 * @param direction seen from the business
 * @param from E.164
 * @param to E.164
 * @param audio channel 0 is the caller's side
 * @param expected what Aftercall is to find out; null if nobody knows
 * @param turns what is said, in order; empty if nobody knows
 */
public record SampleCall(
        String name,
        CallDirection direction,
        String from,
        String to,
        WavAudio audio,
        Expected expected,
        List<Turn> turns) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES = List.of(
            "inbound-plumber-chicago",
            "inbound-electrician-boston",
            "outbound-followup-denver",
            "inbound-mono-voicemail");

    /** The fields to be extracted. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Expected(String city, String service) {}

    /** One speaker's turn; times in seconds from the start of the recording. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Turn(int channel, String speaker, double start, double end, String text) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Sheet(String name, String direction, String from, String to, Expected expect, List<Turn> turns) {}

    /** The four sample calls of this module, speaking to and from +13125550100. */
    public static List<SampleCall> all() {
        return NAMES.stream().map(SampleCall::named).toList();
    }

    /** One of the four. */
    public static SampleCall named(String name) {
        try (InputStream sheet = open(name + ".json");
                InputStream audio = open(name + ".wav")) {
            Sheet read = JSON.readValue(sheet, Sheet.class);
            return new SampleCall(
                    read.name(),
                    CallDirection.parse(read.direction()),
                    read.from(),
                    read.to(),
                    WavAudio.parse(name + ".wav", audio.readAllBytes()),
                    read.expect(),
                    List.copyOf(read.turns()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A call from a WAV file of the user's.
     *
     * @throws NotAWavFile if the file is missing, unreadable or no such audio
     */
    public static SampleCall fromFile(Path wav, CallDirection direction, String from, String to) {
        if (!Files.isRegularFile(wav)) {
            throw new NotAWavFile("There is no file " + wav);
        }
        String name = wav.getFileName().toString();
        try {
            WavAudio audio = WavAudio.parse(name, Files.readAllBytes(wav));
            return new SampleCall(name, direction, from, to, audio, null, List.of());
        } catch (IOException e) {
            throw new NotAWavFile(wav + " cannot be read: " + e.getMessage());
        }
    }

    /** Everything that is said, in order. */
    public String spokenText() {
        return String.join(" ", turns.stream().map(Turn::text).toList());
    }

    private static InputStream open(String file) {
        InputStream in = SampleCall.class.getResourceAsStream("/samples/" + file);
        if (in == null) {
            throw new IllegalArgumentException("There is no sample " + file);
        }
        return in;
    }
}
