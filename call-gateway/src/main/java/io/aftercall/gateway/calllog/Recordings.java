package io.aftercall.gateway.calllog;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every recording Twilio told of one call, each once, sorted by SID.
 *
 * @param all what is known of each
 */
record Recordings(List<Recording> all) {

    static final Recordings NONE = new Recordings(List.of());

    /** The longest; of equally long ones the first by SID, so that everybody picks the same. */
    private static final Comparator<Recording> LONGEST = Comparator.comparing(Recording::lengthSec)
            .thenComparing(Comparator.comparing(Recording::sid).reversed());

    Recordings {
        all = List.copyOf(all);
    }

    Recordings with(Recording told) {
        Map<String, Recording> bySid = all.stream()
                .collect(Collectors.toMap(Recording::sid, Function.identity(), (one, other) -> other, TreeMap::new));
        bySid.merge(told.sid(), told, Recording::with);
        return new Recordings(List.copyOf(bySid.values()));
    }

    /** The recording that stands for the call. */
    Optional<Recording> longest() {
        return in(Recording.State.COMPLETED).stream().max(LONGEST);
    }

    boolean any(Recording.State state) {
        return !in(state).isEmpty();
    }

    /** How many there are to listen to. */
    int count() {
        return in(Recording.State.COMPLETED).size();
    }

    private List<Recording> in(Recording.State state) {
        return all.stream().filter(recording -> recording.state() == state).toList();
    }
}
