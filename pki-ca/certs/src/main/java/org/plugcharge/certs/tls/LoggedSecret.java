package org.plugcharge.certs.tls;

import org.bouncycastle.tls.SecurityParameters;
import org.bouncycastle.tls.crypto.impl.AbstractTlsSecret;

import java.util.HexFormat;

/** Writes the master secret of TLS 1.2 as a key log line; only a subclass may look at a secret. */
abstract class LoggedSecret extends AbstractTlsSecret {

    private LoggedSecret() {
        super(new byte[0]);
    }

    static String line(SecurityParameters agreed) {
        HexFormat hex = HexFormat.of();
        byte[] secret = copyData((AbstractTlsSecret) agreed.getMasterSecret());
        return "CLIENT_RANDOM "
                + hex.formatHex(agreed.getClientRandom())
                + " "
                + hex.formatHex(secret);
    }
}
