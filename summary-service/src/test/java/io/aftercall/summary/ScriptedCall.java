package io.aftercall.summary;

import io.aftercall.events.BusinessProfile;
import io.aftercall.events.BusinessProfile.Term;
import io.aftercall.events.Speaker;
import io.aftercall.events.Utterance;
import io.aftercall.summary.engine.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A call as a text file under {@code /calls}: what is expected of it ({@code city:}, {@code service:}, {@code action:};
 * one that is missing means that there is none), an empty line, and a line for each utterance
 * ({@code speaker [confidence]: text}).
 */
public record ScriptedCall(
        String name,
        BusinessProfile business,
        String city,
        String service,
        List<String> actions,
        List<Utterance> utterances) {

    public static final BusinessProfile LAKESIDE = new BusinessProfile(
            "lakeside",
            "Lakeside Home Services",
            "America/Chicago",
            "en",
            List.of(
                    term("Chicago", "chicagoland", "windy city"),
                    term("Boston", "beantown"),
                    term("Denver", "mile high city"),
                    term("Seattle", "emerald city"),
                    term("Dallas"),
                    term("Phoenix"),
                    term("Austin", "אוסטין"),
                    term("Portland")),
            List.of(
                    term("plumbing", "plumber", "leak", "leaking", "sink", "faucet", "toilet", "drain", "clogged"),
                    term("electrical", "electrician", "electricity", "lights", "outlet", "breaker", "wiring", "fuse"),
                    term("heating", "heater", "furnace", "boiler", "radiator", "no heat"),
                    term("air conditioning", "air conditioner", "ac", "a c", "cooling", "air con", "מזגן"),
                    term("cleaning", "cleaner", "cleaners", "cleaning service", "maid", "housekeeping", "deep clean"),
                    term("roofing", "roofer", "roof", "shingles", "gutter", "gutters"),
                    term("locksmith", "locked out", "lost my keys", "lock", "locks", "new keys", "rekey"),
                    term("painting", "painter", "painters", "paint", "repaint", "wallpaper")));

    private static final BusinessProfile GALIL = new BusinessProfile(
            "galil",
            "שירותי הגליל",
            "Asia/Jerusalem",
            "he",
            List.of(term("חיפה"), term("תל אביב", "ת״א"), term("ירושלים")),
            List.of(term("אינסטלציה", "אינסטלטור", "נזילה", "סתימה"), term("חשמל", "חשמלאי"), term("ניקיון", "מנקה")));

    private static Term term(String name, String... synonyms) {
        return new Term(name, List.of(synonyms));
    }

    /** All of them, by name. */
    public static Stream<ScriptedCall> all() {
        try (Stream<Path> files =
                Files.list(Path.of(ScriptedCall.class.getResource("/calls").toURI()))) {
            return files.sorted().map(ScriptedCall::read).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static ScriptedCall named(String name) {
        return all().filter(call -> call.name().equals(name)).findFirst().orElseThrow();
    }

    public Transcript transcript() {
        return new Transcript(Transcript.Source.FINAL, utterances);
    }

    private static ScriptedCall read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            int gap = lines.indexOf("");
            List<String> expected = lines.subList(0, gap);
            boolean galil = expected.contains("business: galil");
            String name = file.getFileName().toString().replace(".txt", "");
            return new ScriptedCall(
                    name,
                    galil ? GALIL : LAKESIDE,
                    first(expected, "city: "),
                    first(expected, "service: "),
                    every(expected, "action: "),
                    utterances(lines.subList(gap + 1, lines.size())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> every(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .toList();
    }

    private static String first(List<String> lines, String key) {
        return every(lines, key).stream().findFirst().orElse(null);
    }

    private static List<Utterance> utterances(List<String> lines) {
        List<Utterance> utterances = new ArrayList<>();
        for (String line : lines) {
            int colon = line.indexOf(": ");
            String[] who = line.substring(0, colon).split(" ");
            Speaker speaker = Speaker.valueOf(who[0].toUpperCase(Locale.ROOT));
            Double confidence = who.length > 1 ? Double.valueOf(who[1]) : null;
            long start = utterances.size() * 4000L;
            utterances.add(new Utterance(speaker, null, start, start + 3500, line.substring(colon + 2), confidence));
        }
        return utterances;
    }

    @Override
    public String toString() {
        return name;
    }
}
