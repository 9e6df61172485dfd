package io.aftercall.dispatcher.endpoint;

import io.aftercall.chassis.problem.Problem;
import io.aftercall.dispatcher.address.AddressPolicy;
import io.aftercall.dispatcher.address.HostResolver;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Refuses a URL that could never get a webhook, while its owner is there to mend it. What a host resolves to can change
 * the next minute: the check that protects us is made again on each connection.
 */
@ApplicationScoped
class CheckEndpointUrl {
    private static final Duration LONGEST_LOOK_UP = Duration.ofSeconds(3);
    private static final int HIGHEST_PORT = 65_535;

    private final HostResolver resolver;
    private final AddressPolicy policy;

    CheckEndpointUrl(HostResolver resolver, AddressPolicy policy) {
        this.resolver = resolver;
        this.policy = policy;
    }

    /**
     * Blocks for as long as the name server takes, within limits.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem naming what is wrong with it
     */
    void check(String url) {
        URI uri = parse(url);
        List<InetAddress> addresses = resolve(uri.getHost());
        boolean secure = "https".equalsIgnoreCase(uri.getScheme());
        boolean own = !addresses.isEmpty() && addresses.stream().allMatch(policy::permitsByConfiguration);
        if (!secure && !own) {
            throw Problem.invalid("\"url\" must begin with https://.");
        }
        // A host nobody knows yet is taken: its owner may be about to publish it, or our name server is away.
        if (!addresses.isEmpty() && addresses.stream().noneMatch(policy::permits)) {
            throw Problem.invalid("\"url\" must name a host with a public address.");
        }
    }

    private static URI parse(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException notAUrl) {
            throw Problem.invalid("\"url\" is not a URL.");
        }
        boolean http = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > HIGHEST_PORT) {
            throw Problem.invalid("\"url\" must be an absolute https URL with a valid host and port.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw Problem.invalid("\"url\" must hold neither a user nor a fragment.");
        }
        return uri;
    }

    private List<InetAddress> resolve(String host) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        try {
            return resolver.resolve(bare)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(LONGEST_LOOK_UP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException unknown) {
            return List.of();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Problem.unavailable("The service is stopping.");
        }
    }
}
