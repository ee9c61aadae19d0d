package org.plugcharge.pool.provisioning;

import org.plugcharge.exi.Bytes;

import java.math.BigInteger;

/**
 * A signed CertificateInstallationRes that waits for its car: a complete EXI V2G message with
 * session id 0.
 *
 * @param v2gRoot SHA-256 of the V2G root its provisioning chain ends at
 * @param rootSerial serial number of that root
 */
public record PooledBundle(Bytes v2gRoot, BigInteger rootSerial, Bytes message) {}
