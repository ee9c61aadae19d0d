package org.plugcharge.csms.host;

import org.plugcharge.csms.CsmsOptions;
import org.plugcharge.csms.store.Stations;
import org.plugcharge.ocpp.v201.Request;
import org.plugcharge.ocpp.v201.Response;
import org.springframework.stereotype.Component;

/**
 * What is done with stations: the database knows their passwords, {@link CallsFromStation} their
 * answers.
 */
@Component
final class Sessions implements SessionHandler {

    private final Stations stations;
    private final CallsFromStation calls;
    private final CsmsOptions options;

    Sessions(Stations stations, CallsFromStation calls, CsmsOptions options) {
        this.stations = stations;
        this.calls = calls;
        this.options = options;
    }

    @Override
    public boolean authenticate(String tenant, String station, String password) {
        return stations.authenticate(tenant, station, password);
    }

    @Override
    public Response handle(StationSession session, Request<?> request) {
        return calls.answer(session, request);
    }

    @Override
    public void frame(String station, boolean sent, String frame) {
        options.tap().frame(options.clock().instant(), station, sent, frame);
    }
}
