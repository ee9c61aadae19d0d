package org.plugcharge.certs.tls;

import org.plugcharge.certs.CertificateChain;

/**
 * What a handshake agreed on.
 *
 * @param version for example "TLS 1.2"
 * @param cipherSuite its name in RFC form
 * @param serverChain what the station showed
 * @param staples how many OCSP responses came with it
 */
public record TlsSummary(
        String version, String cipherSuite, CertificateChain serverChain, int staples) {}
