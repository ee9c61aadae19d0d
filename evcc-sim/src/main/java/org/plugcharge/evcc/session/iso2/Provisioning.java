package org.plugcharge.evcc.session.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.xmldsig.X509IssuerSerial;

import java.util.List;

/**
 * What a car asks for a contract with: its OEM provisioning certificate (DER) and the V2G roots it
 * trusts, 1 to 20.
 */
public record Provisioning(Bytes certificate, List<X509IssuerSerial> trustedRoots) {

    public Provisioning {
        trustedRoots = List.copyOf(trustedRoots);
    }
}
