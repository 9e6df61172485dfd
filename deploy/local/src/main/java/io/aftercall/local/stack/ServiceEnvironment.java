package io.aftercall.local.stack;

import io.aftercall.embedded.ffmpeg.FfmpegBinary;
import io.aftercall.local.stack.StackSettings.Twilio;
import java.util.HashMap;
import java.util.Map;

/** The configuration of each service, in the form production gives it too: environment variables. */
final class ServiceEnvironment {

    private static final String LOOPBACK = "127.0.0.0/8,::1/128";

    private final StackSettings settings;
    private final Secrets secrets;
    private final PortPlan ports;

    ServiceEnvironment(StackSettings settings, Secrets secrets, PortPlan ports) {
        this.settings = settings;
        this.secrets = secrets;
        this.ports = ports;
    }

    /** The account callbacks come from: the given one, else the sandbox's. */
    Twilio twilio() {
        return settings.twilio() != null
                ? settings.twilio()
                : new Twilio(url(Component.SANDBOX), secrets.twilioAccountSid(), secrets.twilioAuthToken());
    }

    /** The gateway's address as Twilio and people know it. */
    String publicUrl() {
        return settings.publicUrl() != null
                ? settings.publicUrl()
                : "http://localhost:" + ports.of(Component.CALL_GATEWAY);
    }

    Credentials credentials() {
        return new Credentials(
                "http://localhost:" + ports.of(Component.CALL_GATEWAY),
                publicUrl(),
                secrets.clientId(),
                secrets.clientSecret(),
                twilio().accountSid(),
                twilio().authToken());
    }

    int port(Component component) {
        return ports.of(component);
    }

    Map<String, String> of(Component component) {
        return component.isService() ? ofService(component) : sandbox();
    }

    private Map<String, String> ofService(Component service) {
        Map<String, String> environment = new HashMap<>(everyService(service));
        environment.putAll(
                switch (service) {
                    case CALL_GATEWAY -> gateway();
                    case RECORDING_SERVICE -> recording();
                    case TRANSCRIPTION_SERVICE ->
                        Map.of("AFTERCALL_RECORDING_SERVICE_URL", url(Component.RECORDING_SERVICE));
                    case WEBHOOK_DISPATCHER ->
                        Map.of(
                                "AFTERCALL_WEBHOOK_ALLOWED_NETWORKS",
                                LOOPBACK,
                                "AFTERCALL_WEBHOOK_SECRET_KEY",
                                secrets.webhookKey());
                    default -> Map.of();
                });
        environment.putAll(settings.environment());
        return environment;
    }

    private Map<String, String> everyService(Component service) {
        return Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                Integer.toString(ports.of(service)),
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.of(Component.POSTGRES), service.database()),
                "QUARKUS_DATASOURCE_USERNAME",
                "postgres",
                "QUARKUS_DATASOURCE_PASSWORD",
                "postgres",
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + ports.of(Component.KAFKA),
                "AFTERCALL_PUBLIC_URL",
                publicUrl(),
                "MP_JWT_VERIFY_PUBLICKEY_ALGORITHM",
                "ES256",
                "MP_JWT_VERIFY_PUBLICKEY_LOCATION",
                url(Component.CALL_GATEWAY) + "/.well-known/jwks.json");
    }

    private Map<String, String> sandbox() {
        return Map.of(
                "AFTERCALL_SANDBOX_PORT", Integer.toString(ports.of(Component.SANDBOX)),
                "TWILIO_ACCOUNT_SID", twilio().accountSid(),
                "TWILIO_AUTH_TOKEN", twilio().authToken());
    }

    private Map<String, String> gateway() {
        Map<String, String> environment = new HashMap<>(twilioAccount());
        environment.put(
                "AFTERCALL_TOKEN_PRIVATE_KEY",
                Secrets.tokenKey(settings.folder().secrets()).toString());
        environment.put("AFTERCALL_BOOTSTRAP_CLIENT_ID", secrets.clientId());
        environment.put("AFTERCALL_BOOTSTRAP_CLIENT_SECRET", secrets.clientSecret());
        environment.put("AFTERCALL_RECORDING_SERVICE_URL", url(Component.RECORDING_SERVICE));
        environment.put("AFTERCALL_TRANSCRIPTION_SERVICE_URL", url(Component.TRANSCRIPTION_SERVICE));
        environment.put("AFTERCALL_WEBHOOK_DISPATCHER_URL", url(Component.WEBHOOK_DISPATCHER));
        return environment;
    }

    private Map<String, String> recording() {
        Map<String, String> environment = new HashMap<>(twilioAccount());
        environment.put(
                "AFTERCALL_RECORDING_STORAGE_FOLDER",
                settings.folder().recordings().toString());
        environment.put("AFTERCALL_RECORDING_FFMPEG", FfmpegBinary.locate().toString());
        environment.put("AFTERCALL_RECORDING_SIGNING_KEY", secrets.recordingKey());
        environment.put("AFTERCALL_RECORDING_ALLOWED_HOSTS", "127.0.0.1,localhost,api.twilio.com");
        return environment;
    }

    private Map<String, String> twilioAccount() {
        return Map.of(
                "AFTERCALL_TWILIO_BASE_URL", twilio().baseUrl(),
                "AFTERCALL_TWILIO_ACCOUNTS_MAIN_SID", twilio().accountSid(),
                "AFTERCALL_TWILIO_ACCOUNTS_MAIN_AUTH_TOKEN", twilio().authToken());
    }

    private String url(Component component) {
        return "http://127.0.0.1:" + ports.of(component);
    }
}
