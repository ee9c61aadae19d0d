package org.plugcharge.plc.port;

import org.plugcharge.exi.Bytes;
import org.plugcharge.plc.mme.MacAddress;

import java.time.Duration;
import java.util.Optional;

/**
 * Where Ethernet frames go out and come in: 14 to 1514 octets, without FCS.
 *
 * <p>One thread receives; any thread may send. {@link PortException} for whatever the system
 * refuses. Close it when nobody uses it any more.
 */
public interface EthernetPort extends AutoCloseable {

    /** The host's address on this port. */
    MacAddress address();

    /** Sends one frame. */
    void send(Bytes frame);

    /** The next frame, or nothing within {@code wait}. */
    Optional<Bytes> receive(Duration wait);

    @Override
    void close();
}
