package org.plugcharge.evcc.script;

import org.plugcharge.evcc.host.Manner;
import org.plugcharge.v2g.iso2.Body;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.DcEvPowerDeliveryParameter;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.time.Duration;
import java.util.Optional;

/**
 * How a kind of real car differs from the standard, as data.
 *
 * @param source where that was read
 * @param skipsCableCheck does not check the cable again when it renegotiates DC
 * @param omitsProfile sends no ChargingProfile in PowerDeliveryReq with DC
 * @param needsLimits leaves when CurrentDemandRes lacks the optional limits
 * @param longestWait for any answer
 */
public record Quirk(
        String name,
        String car,
        String source,
        boolean skipsCableCheck,
        boolean omitsProfile,
        boolean needsLimits,
        Optional<Duration> longestWait)
        implements Manner {

    @Override
    public Optional<Object> instead(Object message) {
        return omitsProfile
                        && message instanceof V2gMessage v2g
                        && v2g.body().element() instanceof PowerDeliveryReq request
                        && request.parameter() instanceof DcEvPowerDeliveryParameter
                ? Optional.of(new V2gMessage(v2g.header(), new Body(withoutProfile(request))))
                : Optional.empty();
    }

    private static PowerDeliveryReq withoutProfile(PowerDeliveryReq request) {
        return new PowerDeliveryReq(
                request.progress(), request.scheduleTupleId(), null, request.parameter());
    }

    @Override
    public Optional<String> objection(Object message) {
        return needsLimits
                        && message instanceof V2gMessage v2g
                        && v2g.body().element() instanceof CurrentDemandRes response
                        && !complete(response)
                ? Optional.of("CurrentDemandRes lacks the station's limits")
                : Optional.empty();
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
