package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Occurs;
import org.plugcharge.exi.schema.Wire;

import java.util.List;

/**
 * Contracts by their identifiers, at most eight, the most wanted first; in
 * CertificateInstallationReq.
 */
@ComplexType("EMAIDListType")
public record EmaidList(@Wire("EMAID") @Length(max = 255) @Occurs(max = 8) List<String> emaids) {

    public EmaidList {
        emaids = List.copyOf(emaids);
    }
}
