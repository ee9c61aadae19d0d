package org.plugcharge.evcc.session;

/** Where a session is, for people; several states make a phase. */
public enum Phase {
    /** Before anything. */
    IDLE("idle"),
    /** supportedAppProtocol. */
    NEGOTIATION("protocol negotiation"),
    /** SessionSetup. */
    SESSION_SETUP("session setup"),
    /** ServiceDiscovery, ServiceDetail. */
    SERVICES("services"),
    /** PaymentServiceSelection. */
    PAYMENT_SELECTION("payment selection"),
    /** CertificateInstallation and what the car does with it. */
    CONTRACT_INSTALLATION("contract installation"),
    /** PaymentDetails. */
    CONTRACT("contract"),
    /** Authorization. */
    AUTHORIZATION("authorisation"),
    /** ChargeParameterDiscovery. */
    CHARGE_PARAMETERS("charge parameters"),
    /** CableCheck. */
    CABLE_CHECK("cable check"),
    /** PreCharge and closing the contactors. */
    PRE_CHARGE("pre-charge"),
    /** PowerDelivery(Start). */
    POWER_ON("power on"),
    /** CurrentDemand. */
    CHARGING("charging"),
    /** PowerDelivery(Stop) and opening the contactors. */
    POWER_OFF("power off"),
    /** WeldingDetection. */
    WELDING_DETECTION("welding detection"),
    /** SessionStop. */
    SESSION_STOP("session stop"),
    /** Ended. */
    DONE("done");

    private final String text;

    Phase(String text) {
        this.text = text;
    }

    /** In words. */
    public String text() {
        return text;
    }
}
