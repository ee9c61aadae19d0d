package org.plugcharge.evcc.session.iso2;

/** Which of the car's keys signs. */
public enum SigningKey {
    /** The key of the OEM provisioning certificate. */
    PROVISIONING,
    /** The key of the contract certificate in use. */
    CONTRACT
}
