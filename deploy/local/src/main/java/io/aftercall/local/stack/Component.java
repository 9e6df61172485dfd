package io.aftercall.local.stack;

import java.util.Arrays;
import java.util.List;

/** Everything that runs in a process of its own. */
public enum Component {
    POSTGRES("postgres", 15432),
    KAFKA("kafka", 19092),
    SANDBOX("sandbox", 8090),
    CALL_GATEWAY("call-gateway", 8080, "call_gateway", 256),
    RECORDING_SERVICE("recording-service", 8081, "recording", 256),
    TRANSCRIPTION_SERVICE("transcription-service", 8082, "transcription", 768),
    SUMMARY_SERVICE("summary-service", 8083, "summary", 256),
    WEBHOOK_DISPATCHER("webhook-dispatcher", 8084, "dispatcher", 256);

    private final String title;
    private final int usualPort;
    private final String database;
    private final int heapMegabytes;

    Component(String title, int usualPort) {
        this(title, usualPort, null, 0);
    }

    Component(String title, int usualPort, String database, int heapMegabytes) {
        this.title = title;
        this.usualPort = usualPort;
        this.database = database;
        this.heapMegabytes = heapMegabytes;
    }

    /** The five services of Aftercall, in the order a call meets them. */
    public static List<Component> services() {
        return Arrays.stream(values()).filter(Component::isService).toList();
    }

    /** The component of this name, in whatever case. */
    public static Component named(String title) {
        return Arrays.stream(values())
                .filter(component -> component.title.equalsIgnoreCase(title))
                .findFirst()
                .orElseThrow(() -> new StackFailure(
                        "There is no '%s'.".formatted(title), "Choose one of: " + String.join(", ", titles())));
    }

    /** All names, as people type them. */
    public static List<String> titles() {
        return Arrays.stream(values()).map(Component::title).toList();
    }

    /** The name people see and type; of a service, its module's. */
    public String title() {
        return title;
    }

    /** Whether this is one of the five services of Aftercall. */
    public boolean isService() {
        return database != null;
    }

    /** Whether this is PostgreSQL or Kafka, which speak no HTTP. */
    boolean isServer() {
        return this == POSTGRES || this == KAFKA;
    }

    int usualPort() {
        return usualPort;
    }

    /** How many ports it needs in a row: the sandbox is a Twilio, a receiver of webhooks, and what steers both. */
    int portCount() {
        return this == SANDBOX ? 3 : 1;
    }

    String database() {
        return database;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }
}
