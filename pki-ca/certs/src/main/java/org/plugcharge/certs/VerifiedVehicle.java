package org.plugcharge.certs;

import java.util.List;

/** A vehicle's TLS client certificate of ISO 15118-20 whose chain was validated. */
public final class VerifiedVehicle extends Verified {

    private final String name;

    VerifiedVehicle(List<Certificate> path, String name) {
        super(path);
        this.name = name;
    }

    /**
     * Which vehicle it is: its {@link VehicleEvccid} in canonical form; in the lab edition whatever
     * the certificate says.
     */
    public String name() {
        return name;
    }
}
