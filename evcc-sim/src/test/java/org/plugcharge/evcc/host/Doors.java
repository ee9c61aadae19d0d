package org.plugcharge.evcc.host;

import org.plugcharge.evcc.hostile.Bench;
import org.plugcharge.secc.host.Secc;
import org.plugcharge.secc.host.SeccSettings;
import org.plugcharge.v2g.v2gtp.SdpSecurity;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** The doors of a station on loopback. */
final class Doors {

    private Doors() {}

    /** Where a station has to be for {@link #of} to find it. */
    static InetAddress loopback() {
        return SeccSettings.addressOf(Bench.loopback().getName());
    }

    /** Where to connect, found as a car finds it, once the connector is free. */
    static InetSocketAddress of(Secc station, SdpSecurity security) throws InterruptedException {
        while (station.inSession()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        SdpClient.Found found =
                SdpClient.find(Bench.loopback(), station.discovery().getPort(), security, _ -> {});
        if (found.response().security() != security) {
            throw new IllegalStateException("expected " + security + ", got " + found.response());
        }
        return found.address();
    }
}
