package org.plugcharge.evcc.script;

import org.plugcharge.evcc.host.Manner;
import org.plugcharge.v2g.iso2.Body;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.DcEvPowerDeliveryParameter;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How a kind of real car differs from the standard, as data.
 *
 * @param source where that was read
 * @param skipsCableCheck does not check the cable again when it renegotiates DC
 * @param omitsProfile sends no ChargingProfile in PowerDeliveryReq with DC
 * @param needsLimits leaves when CurrentDemandRes lacks the optional limits
 * @param padded the messages that octets of zero are put behind, and how many
 * @param longestWait for any answer
 */
public record Quirk(
        String name,
        String car,
        String source,
        boolean skipsCableCheck,
        boolean omitsProfile,
        boolean needsLimits,
        Map<String, Integer> padded,
        Optional<Duration> longestWait)
        implements Manner {

    /** Copies. */
    public Quirk {
        padded = Map.copyOf(padded);
    }

    /** The same car with the patience that the standard asks for. */
    public Quirk patient() {
        return new Quirk(
                name,
                car,
                source,
                skipsCableCheck,
                omitsProfile,
                needsLimits,
                padded,
                Optional.empty());
    }

    @Override
    public Optional<Object> instead(Object message) {
        return omitsProfile ? withoutProfile(message) : Optional.empty();
    }

    private static Optional<Object> withoutProfile(Object message) {
        return switch (message) {
            case V2gMessage v2g
                    when v2g.body().element() instanceof PowerDeliveryReq request
                            && request.parameter() instanceof DcEvPowerDeliveryParameter ->
                    Optional.of(new V2gMessage(v2g.header(), new Body(withoutProfile(request))));
            case org.plugcharge.v2g.din70121.V2gMessage din
                    when din.body().element()
                            instanceof org.plugcharge.v2g.din70121.PowerDeliveryReq request ->
                    Optional.of(
                            new org.plugcharge.v2g.din70121.V2gMessage(
                                    din.header(),
                                    new org.plugcharge.v2g.din70121.Body(
                                            new org.plugcharge.v2g.din70121.PowerDeliveryReq(
                                                    request.ready(), null, request.parameter()))));
            default -> Optional.empty();
        };
    }

    @Override
    public int padding(Object message) {
        return padded.getOrDefault(name(message), 0);
    }

    private static String name(Object message) {
        Object body =
                switch (message) {
                    case V2gMessage v2g -> v2g.body().element();
                    case org.plugcharge.v2g.din70121.V2gMessage din -> din.body().element();
                    default -> message;
                };
        return body == null ? "" : body.getClass().getSimpleName();
    }

    private static PowerDeliveryReq withoutProfile(PowerDeliveryReq request) {
        return new PowerDeliveryReq(
                request.progress(), request.scheduleTupleId(), null, request.parameter());
    }

    @Override
    public Optional<String> objection(Object message) {
        return needsLimits && lacksLimits(message)
                ? Optional.of("CurrentDemandRes lacks the station's limits")
                : Optional.empty();
    }

    private static boolean lacksLimits(Object message) {
        return switch (message) {
            case V2gMessage v2g when v2g.body().element() instanceof CurrentDemandRes response ->
                    !complete(response);
            case org.plugcharge.v2g.din70121.V2gMessage din
                    when din.body().element()
                            instanceof org.plugcharge.v2g.din70121.CurrentDemandRes response ->
                    !response.responseCode().failed()
                            && (response.maximumVoltageLimit() == null
                                    || response.maximumCurrentLimit() == null
                                    || response.maximumPowerLimit() == null);
            default -> false;
        };
    }

    private static boolean complete(CurrentDemandRes response) {
        return response.responseCode().failed()
                || (response.maximumVoltageLimit() != null
                        && response.maximumCurrentLimit() != null
                        && response.maximumPowerLimit() != null);
    }

    @Override
    public Optional<Duration> patience() {
        return longestWait;
    }
}
