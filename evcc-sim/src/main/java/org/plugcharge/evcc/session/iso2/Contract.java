package org.plugcharge.evcc.session.iso2;

import org.plugcharge.exi.Bytes;

import java.util.List;

/**
 * A contract as the station sees it: eMAID and certificates (DER, leaf apart, no root). The key is
 * the host's affair.
 */
public record Contract(String emaid, Bytes certificate, List<Bytes> subCertificates) {

    public Contract {
        subCertificates = List.copyOf(subCertificates);
    }
}
