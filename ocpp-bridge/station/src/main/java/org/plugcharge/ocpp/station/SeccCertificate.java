package org.plugcharge.ocpp.station;

import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.SoftwareKey;

/** The SECC's TLS certificate with its sub-CAs, and the key that belongs to it. */
public record SeccCertificate(CertificateChain chain, SoftwareKey key) {}
