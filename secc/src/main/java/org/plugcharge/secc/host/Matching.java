package org.plugcharge.secc.host;

import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.host.EvseMatching;
import org.plugcharge.plc.host.Modem;
import org.plugcharge.plc.mme.MacAddress;
import org.plugcharge.plc.port.PortException;
import org.plugcharge.plc.port.RawSocket;
import org.plugcharge.plc.slac.EvseSlac;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.security.SecureRandom;

/**
 * SLAC for the station on a desk: it has no control pilot, so a vehicle is taken to be plugged in
 * whenever no session runs.
 */
interface Matching extends AutoCloseable {

    /** Without SLAC: whoever is on the interface is the vehicle. */
    Matching NONE =
            new Matching() {
                @Override
                public void again() {}

                @Override
                public String with() {
                    return "";
                }

                @Override
                public void close() {}
            };

    /** The vehicle is gone: a new key, and wait for the next one. */
    void again();

    /** What to add to the line that says the station is ready. */
    String with();

    @Override
    void close();

    /**
     * Finds the modem and waits for vehicles; {@link PortException} with advice if there is none.
     */
    static Matching start(String network) {
        RawSocket port = RawSocket.open(network);
        try {
            return new OnModem(port, Modem.find(port));
        } catch (PortException e) {
            port.close();
            throw e;
        }
    }

    /** With a modem. */
    final class OnModem implements Matching, EvseMatching.Listener {

        private static final Logger LOG = LoggerFactory.getLogger(Matching.class);

        private final Modem modem;
        private final EvseMatching matching;

        private OnModem(RawSocket port, Modem modem) {
            this.modem = modem;
            SecureRandom random = new SecureRandom();
            this.matching =
                    EvseMatching.start(
                            port,
                            modem,
                            count -> {
                                byte[] octets = new byte[count];
                                random.nextBytes(octets);
                                return Bytes.owning(octets);
                            },
                            this);
            matching.pluggedIn();
        }

        @Override
        public void again() {
            matching.plugPulled();
            matching.pluggedIn();
        }

        @Override
        public String with() {
            return ", SLAC with modem " + modem.address() + " (" + modem.version() + ")";
        }

        @Override
        public void linked(MacAddress vehicle) {
            System.out.println("SLAC: vehicle " + vehicle + " matched, link is up");
        }

        @Override
        public void gaveUp(EvseSlac.Reason reason) {
            switch (reason) {
                case NO_VEHICLE_ASKED, NO_LINK, LINK_LOST, MODEM_SILENT -> {
                    LOG.info("event=slac-gave-up reason={} next=new-key", reason);
                    again();
                }
                case KEY_REFUSED ->
                        LOG.error(
                                "event=slac-gave-up reason={} advice=\"the modem takes no key; is"
                                        + " it set up for a station (CCo)?\"",
                                reason);
            }
        }

        @Override
        public void noted(String text) {
            LOG.debug("event=slac-noted text=\"{}\"", text);
        }

        @Override
        public void failed(PortException reason) {
            LOG.error("event=slac-failed reason=\"{}\"", reason.getMessage());
        }

        @Override
        public void close() {
            matching.close();
        }
    }
}
