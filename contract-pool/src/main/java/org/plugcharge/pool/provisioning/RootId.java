package org.plugcharge.pool.provisioning;

import java.math.BigInteger;

/**
 * How a car names a root it trusts: issuer name as text, in whatever form the car's maker writes
 * names, and serial number.
 */
public record RootId(String issuerName, BigInteger serial) {}
