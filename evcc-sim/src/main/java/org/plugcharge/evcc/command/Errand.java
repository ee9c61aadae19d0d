package org.plugcharge.evcc.command;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.tls.KeyLog;
import org.plugcharge.evcc.capture.PcapngFile;
import org.plugcharge.evcc.capture.Recording;
import org.plugcharge.evcc.host.Approach;
import org.plugcharge.evcc.host.PkiCarKeys;
import org.plugcharge.evcc.host.Wiretap;
import org.plugcharge.evcc.hostile.Papers;
import org.plugcharge.evcc.hostile.Target;
import org.plugcharge.v2g.v2gtp.SdpSecurity;

import java.io.PrintWriter;
import java.net.NetworkInterface;
import java.time.InstantSource;
import java.util.Optional;

/** What every kind of run needs: how to come to the station, and what is written down of it. */
record Errand(
        StationOptions at,
        PaymentOptions payment,
        RecordOptions records,
        @Nullable PkiCarKeys keys,
        Optional<PcapngFile> capture,
        int patience,
        PrintWriter out) {

    /** To the station of the command line, as a car that pays as the command line says. */
    Approach approach() {
        return approach(
                payment.security(at.insistsOnTls()),
                at.networkInterface(),
                at.discoveryPort(),
                keys);
    }

    /** To another station. */
    Approach approach(
            SdpSecurity wanted, NetworkInterface network, int port, @Nullable PkiCarKeys own) {
        Optional<Recording> recording = recording();
        return new Approach(
                network,
                port,
                wanted,
                Optional.ofNullable(own),
                at.staples(),
                recording.map(Wiretap.class::cast).orElse(Wiretap.NONE),
                records.keyLog(recording));
    }

    /** What misbehaving cars aim at. */
    Target target(NetworkInterface network, int port) {
        return new Target(
                network,
                port,
                payment.folder().map(Papers::read),
                () -> {
                    Optional<Recording> recording = recording();
                    return new Target.Heard(
                            recording.map(Wiretap.class::cast).orElse(Wiretap.NONE),
                            recording.isPresent() ? records.keyLog(recording) : KeyLog.NONE);
                },
                patience);
    }

    private Optional<Recording> recording() {
        return capture.map(file -> new Recording(file, InstantSource.system()));
    }
}
