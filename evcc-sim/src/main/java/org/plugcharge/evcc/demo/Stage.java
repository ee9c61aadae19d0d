package org.plugcharge.evcc.demo;

import java.util.Locale;

/** The parts of a session as a bystander would tell them, in their usual order. */
public enum Stage {
    /** Services start, certificates are issued, a contract is ordered; no car yet. */
    PREPARE("Services, PKI, contract"),
    /** SLAC. */
    MATCH("Power line match (SLAC)"),
    /** SDP. */
    DISCOVER("Discovery (SDP)"),
    /** TCP and, where used, TLS. */
    CONNECT("Connection (TLS)"),
    /** supportedAppProtocol, SessionSetup, services, payment selection. */
    IDENTIFY("Session and services"),
    /** CertificateInstallation, CertificateUpdate. */
    INSTALL("Contract certificate"),
    /** PaymentDetails, Authorization. */
    AUTHORISE("Authorisation"),
    /** ChargeParameterDiscovery, CableCheck, PreCharge, PowerDelivery(Start). */
    POWER_UP("Limits, cable check, pre-charge"),
    /** The charge loop. */
    CHARGE("Charging"),
    /** PowerDelivery(Stop), WeldingDetection, SessionStop, unplugging. */
    STOP("Power off and goodbye"),
    /** From the end of the transaction to the CDR. */
    BILL("Bill");

    private final String title;

    Stage(String title) {
        this.title = title;
    }

    /** For a heading. */
    public String title() {
        return title;
    }

    /** For class names in the page. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
