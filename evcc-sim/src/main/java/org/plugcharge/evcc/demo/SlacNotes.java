package org.plugcharge.evcc.demo;

import org.plugcharge.plc.mme.Mme.SetKeyReq;
import org.plugcharge.plc.segment.Sighting;
import org.plugcharge.plc.segment.Station;

/**
 * Frames of the power line as part of the timeline; each is shown once, where its sender gave it to
 * the modem.
 */
final class SlacNotes {

    private SlacNotes() {}

    static void add(Timeline timeline, Station car, Sighting sighting) {
        if (sighting.direction() != Sighting.Direction.SENT) {
            return;
        }
        boolean fromCar = sighting.station().equals(car);
        Lane host = fromCar ? Lane.CAR : Lane.STATION;
        boolean toOwnModem = sighting.frame().message() instanceof SetKeyReq;
        timeline.add(
                new Timeline.Entry(
                        sighting.at(),
                        host,
                        toOwnModem ? host : fromCar ? Lane.STATION : Lane.CAR,
                        Layer.SLAC,
                        sighting.frame().message().getClass().getSimpleName(),
                        sighting.frame().describe(),
                        sighting.octets(),
                        false));
    }
}
