package io.aftercall.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import io.aftercall.local.api.AftercallApi;
import io.aftercall.local.stack.Credentials;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay-dlq",
        description = {
            "Sends the dead letters of a topic through again, once what was wrong with them is mended.",
            "Dead letters lie in topics named <topic>.<service>.dlq."
        })
final class ReplayDlqCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Mixin
    private HelpOption help;

    @Parameters(paramLabel = "TOPIC", description = "For example call-ended.recording-service.dlq")
    private String topic;

    ReplayDlqCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() {
        Credentials credentials = workplace.stack().credentials();
        AftercallApi api = new AftercallApi(credentials.gateway(), credentials.clientId(), credentials.clientSecret());
        JsonNode answer = api.post("/api/dead-letters/replay", Map.of("topic", topic));
        workplace
                .terminal()
                .line("%d dead letters of %s were put back."
                        .formatted(answer.path("replayed").asInt(), topic));
        return 0;
    }
}
