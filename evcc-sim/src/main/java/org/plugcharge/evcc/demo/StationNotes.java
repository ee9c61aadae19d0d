package org.plugcharge.evcc.demo;

import org.plugcharge.certs.tls.TlsSummary;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.EvseCommand;
import org.plugcharge.secc.host.Journal;
import org.plugcharge.v2g.iso2.CurrentDemandRes;
import org.plugcharge.v2g.iso2.MeterInfo;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The station's journal as part of the timeline: TLS, and what it has its hardware do. Messages are
 * noted by the car.
 */
final class StationNotes implements Journal {

    private final Timeline timeline;
    private final AtomicLong wattHours = new AtomicLong();

    StationNotes(Timeline timeline) {
        this.timeline = timeline;
    }

    /** What the meter said last. */
    long wattHours() {
        return wattHours.get();
    }

    @Override
    public void note(Entry entry) {
        switch (entry.what()) {
            case V2gMessage message -> meter(message);
            case TlsSummary agreed -> add(entry, Layer.TLS, title(agreed), false);
            case EvseCommand.Deliver deliver -> add(entry, Layer.EVSE, deliver.toString(), true);
            case EvseCommand command -> add(entry, Layer.EVSE, command.toString(), false);
            case ChargingEvent.Metered metered -> add(entry, Layer.EVSE, metered.toString(), true);
            case ChargingEvent event ->
                    add(entry, Layer.EVSE, event.getClass().getSimpleName(), false);
            default -> {}
        }
    }

    private static String title(TlsSummary agreed) {
        return "%s, %d OCSP answers stapled, %s"
                .formatted(agreed.version(), agreed.staples(), agreed.cipherSuite());
    }

    private void meter(V2gMessage message) {
        if (message.body().element() instanceof CurrentDemandRes answer) {
            MeterInfo meter = answer.meterInfo();
            if (meter != null && meter.reading() != null) {
                wattHours.set(meter.reading());
            }
        }
    }

    private void add(Entry entry, Layer layer, String title, boolean loop) {
        timeline.add(
                new Timeline.Entry(
                        entry.at(), Lane.STATION, Lane.STATION, layer, title, "", null, loop));
    }
}
