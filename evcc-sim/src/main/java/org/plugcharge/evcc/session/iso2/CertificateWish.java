package org.plugcharge.evcc.session.iso2;

/** Whether a car asks for a contract certificate before it pays by contract. */
public enum CertificateWish {
    /** It uses the one it has. */
    NONE,
    /** It has one installed, by its provisioning certificate. */
    INSTALL,
    /** It has its own replaced by a newer one. */
    UPDATE
}
