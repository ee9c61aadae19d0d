package org.plugcharge.tool.rules;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.tool.session.Message;
import org.plugcharge.tool.session.Party;
import org.plugcharge.tool.session.Protocol;

import java.time.Instant;
import java.util.Optional;

/** What has been said in a session before the message that is judged. */
public final class Course {

    private final boolean secured;
    private final @Nullable Instant begun;
    private boolean complete;
    private @Nullable Protocol protocol;
    private @Nullable Said request;
    private @Nullable Said response;
    private @Nullable Said loopBegun;
    private @Nullable Said lastAsked;
    private @Nullable Bytes sessionId;
    private @Nullable Message paymentDetails;
    private @Nullable Bytes challenge;
    private @Nullable String energy;
    private boolean contract;
    private boolean established;
    private boolean refused;
    private boolean stopped;
    private boolean outOfOrder;

    /**
     * A session that nothing has been said in.
     *
     * @param secured whether it runs over TLS
     * @param begun when discovery or the connection began, if known
     * @param complete whether the beginning of the connection was seen
     */
    public Course(boolean secured, @Nullable Instant begun, boolean complete) {
        this.secured = secured;
        this.begun = begun;
        this.complete = complete;
    }

    /** Adds a message. */
    public void add(Said said, @Nullable Protocol negotiated) {
        protocol = negotiated;
        Message message = said.message();
        if (said.by() == Party.VEHICLE) {
            outOfOrder = !AllowedOrder.allows(this, message);
            if (lastAsked == null || !lastAsked.message().exchange().equals(message.exchange())) {
                loopBegun = said;
            }
            lastAsked = said;
            request = said;
            response = null;
            learnFromRequest(message);
        } else {
            response = said;
            learnFromResponse(message);
        }
    }

    private void learnFromRequest(Message message) {
        switch (message.exchange()) {
            case "PaymentServiceSelection", "ServicePaymentSelection" ->
                    contract = message.says("Contract", "SelectedPaymentOption");
            case "PaymentDetails" -> paymentDetails = message;
            case "ChargeParameterDiscovery" ->
                    energy =
                            message.text("RequestedEnergyTransferMode")
                                    .or(() -> message.text("EVRequestedEnergyTransferType"))
                                    .map(Course::current)
                                    .orElse(energy);
            default ->
                    energy = message.name().matches("[AD]C_.*") ? current(message.name()) : energy;
        }
    }

    private static String current(String mode) {
        return mode.startsWith("AC") ? "AC" : "DC";
    }

    /** Messages are missing: what is not known of the session is not held against it. */
    public void lost() {
        complete = false;
        request = null;
        response = null;
    }

    private void learnFromResponse(Message message) {
        refused |= message.failed();
        message.text("GenChallenge")
                .or(() -> message.text("PnC_ASResAuthorizationMode", "GenChallenge"))
                .ifPresent(
                        text -> challenge = Bytes.of(java.util.Base64.getDecoder().decode(text)));
        if (message.exchange().equals("SessionSetup") && !message.failed()) {
            sessionId = message.sessionId().orElse(null);
            established = true;
        }
        if (message.exchange().equals("SessionStop")
                && request != null
                && !request.message().says("ServiceRenegotiation", "ChargingSession")) {
            stopped = true;
        }
    }

    /** Whether it runs over TLS. */
    public boolean secured() {
        return secured;
    }

    /** When discovery or the connection began. */
    public Optional<Instant> begun() {
        return Optional.ofNullable(begun);
    }

    /** What was negotiated. */
    public Optional<Protocol> protocol() {
        return Optional.ofNullable(protocol);
    }

    /** The last request, answered or not. */
    public @Nullable Said request() {
        return request;
    }

    /** The answer to {@link #request}, if it has come. */
    public @Nullable Said response() {
        return response;
    }

    /** The first of the same requests that have come one after the other. */
    public @Nullable Said loopBegun() {
        return loopBegun;
    }

    /** The id that SessionSetupRes has given. */
    public Optional<Bytes> sessionId() {
        return Optional.ofNullable(sessionId);
    }

    /** What the vehicle has shown as its contract (ISO 15118-2). */
    public @Nullable Message paymentDetails() {
        return paymentDetails;
    }

    /** What the station wants to see signed. */
    public Optional<Bytes> challenge() {
        return Optional.ofNullable(challenge);
    }

    /** AC or DC, where a message has said so. */
    public Optional<String> energy() {
        return Optional.ofNullable(energy);
    }

    /** Whether the vehicle has chosen to pay by contract (ISO 15118-2). */
    public boolean contract() {
        return contract;
    }

    /** Whether SessionSetup has succeeded. */
    public boolean established() {
        return established;
    }

    /** Whether a response code has refused something. */
    public boolean refused() {
        return refused;
    }

    /** Whether all messages from the first one on were seen. */
    public boolean complete() {
        return complete;
    }

    /** Whether the last request was none that could come then. */
    public boolean outOfOrder() {
        return outOfOrder;
    }

    /** Whether SessionStop was answered. */
    public boolean stopped() {
        return stopped;
    }
}
