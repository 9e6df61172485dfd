package io.aftercall.embedded.twilio;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Twilio's lists: filtered by query parameters, in pages that name the next one. */
final class Listing {

    private static final int LARGEST_PAGE = 1000;

    private Listing() {}

    static Map<String, Object> calls(String root, List<SandboxCall> all, Map<String, String> query) {
        List<SandboxCall> wanted = all.stream()
                .filter(call -> matches(query, "To", call.to()))
                .filter(call -> matches(query, "From", call.from()))
                .filter(call -> matches(query, "Status", call.status()))
                .filter(call -> within(query, "StartTime", call.startedAt()))
                .filter(call -> within(query, "EndTime", call.endedAt()))
                .toList();
        return page("calls", root + "/Calls.json", wanted, query, call -> Resources.call(root, call));
    }

    static Map<String, Object> recordings(
            String root, String path, List<SandboxRecording> all, Map<String, String> query) {
        List<SandboxRecording> wanted = all.stream()
                .filter(recording -> matches(query, "CallSid", recording.callSid()))
                .filter(recording -> within(query, "DateCreated", recording.startedAt()))
                .toList();
        return page("recordings", path, wanted, query, recording -> Resources.recording(root, recording));
    }

    private static <T> Map<String, Object> page(
            String name, String path, List<T> all, Map<String, String> query, Function<T, Object> json) {
        int size = Math.min(LARGEST_PAGE, Integer.parseInt(query.getOrDefault("PageSize", "50")));
        int number = Integer.parseInt(query.getOrDefault("Page", "0"));
        int start = Math.min(all.size(), size * number);
        int end = Math.min(all.size(), start + size);
        Map<String, Object> page = new LinkedHashMap<>();
        page.put(name, all.subList(start, end).stream().map(json).toList());
        page.put("page", number);
        page.put("page_size", size);
        page.put("start", start);
        page.put("end", Math.max(start, end - 1));
        page.put("uri", uri(path, query, number));
        page.put("first_page_uri", uri(path, query, 0));
        page.put("next_page_uri", end < all.size() ? uri(path, query, number + 1) : null);
        page.put("previous_page_uri", number > 0 ? uri(path, query, number - 1) : null);
        return page;
    }

    private static String uri(String path, Map<String, String> query, int page) {
        Map<String, String> parameters = new LinkedHashMap<>(query);
        parameters.put("Page", Integer.toString(page));
        return path + "?"
                + parameters.entrySet().stream()
                        .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean matches(Map<String, String> query, String name, String value) {
        return !query.containsKey(name) || query.get(name).equals(value);
    }

    /** {@code Name<=…} and {@code Name>=…} include their bound, which is a day (UTC) or a time; {@code Name=…} is a day. */
    private static boolean within(Map<String, String> query, String name, Instant time) {
        String from = query.getOrDefault(name + ">", query.get(name));
        String until = query.getOrDefault(name + "<", query.get(name));
        return (from == null || !time.isBefore(start(from))) && (until == null || !time.isAfter(end(until)));
    }

    private static Instant start(String bound) {
        return isDay(bound)
                ? LocalDate.parse(bound).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.parse(bound);
    }

    private static Instant end(String bound) {
        return isDay(bound)
                ? LocalDate.parse(bound)
                        .plusDays(1)
                        .atStartOfDay(ZoneOffset.UTC)
                        .toInstant()
                        .minusNanos(1)
                : Instant.parse(bound);
    }

    private static boolean isDay(String bound) {
        return bound.indexOf('T') < 0;
    }
}
