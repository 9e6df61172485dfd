package io.aftercall.embedded.twilio;

/** Who called, seen from the business. */
public enum CallDirection {
    INBOUND("inbound"),
    OUTBOUND("outbound-api");

    private final String twilio;

    CallDirection(String twilio) {
        this.twilio = twilio;
    }

    /** {@code inbound} or {@code outbound}. */
    public static CallDirection parse(String text) {
        return switch (text) {
            case "inbound" -> INBOUND;
            case "outbound" -> OUTBOUND;
            default -> throw new IllegalArgumentException("The direction is inbound or outbound, not " + text);
        };
    }

    /** Twilio's word for it. */
    String twilio() {
        return twilio;
    }
}
