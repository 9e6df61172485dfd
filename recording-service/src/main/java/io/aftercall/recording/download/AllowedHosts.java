package io.aftercall.recording.download;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which places may serve a recording: Twilio's configured origin, and the hosts that were named. */
@ApplicationScoped
class AllowedHosts {

    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final URI twilio;
    private final Set<String> hosts;

    AllowedHosts(TwilioConfig twilio, DownloadConfig config) {
        this.twilio = twilio.baseUrl();
        this.hosts = config.allowedHosts().orElse(Set.of()).stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether audio may be fetched from here. Where Twilio is reached by https, nothing less will do. */
    boolean permits(URI place) {
        if (place.getHost() == null || !isHttp(place)) {
            return false;
        }
        return sameOrigin(place, twilio) || asSecureAsTwilio(place) && hosts.contains(hostOf(place));
    }

    /** Whether two places are the same scheme, host and port, so that credentials for one are meant for the other. */
    static boolean sameOrigin(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && hostOf(one).equals(hostOf(other))
                && portOf(one) == portOf(other);
    }

    private boolean asSecureAsTwilio(URI place) {
        return isHttps(place) || !isHttps(twilio);
    }

    private static boolean isHttp(URI place) {
        return isHttps(place) || "http".equalsIgnoreCase(place.getScheme());
    }

    private static boolean isHttps(URI place) {
        return "https".equalsIgnoreCase(place.getScheme());
    }

    private static String hostOf(URI place) {
        return place.getHost().toLowerCase(Locale.ROOT);
    }

    private static int portOf(URI place) {
        if (place.getPort() >= 0) {
            return place.getPort();
        }
        return isHttps(place) ? HTTPS_PORT : HTTP_PORT;
    }
}
