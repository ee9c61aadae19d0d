package org.plugcharge.evcc.session.iso2;

import org.plugcharge.evcc.session.Ending;
import org.plugcharge.evcc.session.Phase;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.ChargeParameterDiscoveryRes;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.Iso2Request;
import org.plugcharge.v2g.iso2.MeteringReceiptReq;
import org.plugcharge.v2g.iso2.SelectedService;

import java.time.Instant;
import java.util.List;

/**
 * What an active session waits for: the station ({@link Awaiting}), the car itself ({@link
 * Working}), or a moment ({@link Paused}).
 */
public sealed interface Stage {

    /** The phase, for people. */
    Phase phase();

    /** A request is out; the answer must come before its timeout. */
    sealed interface Awaiting extends Stage {

        /** The one response that fits, as messages name it. */
        String expected();
    }

    /** The car's own work between a response and the next request. */
    sealed interface Working extends Stage {}

    /** The charge loop, of either current. */
    sealed interface Loop permits AwaitCurrentDemand, AwaitChargingStatus {

        /** What energy flows under. */
        Agreement agreement();

        /** When it last went round. */
        Instant since();
    }

    /** The next request of a loop waits for its moment. */
    record Paused(Awaiting next, Iso2Request request) implements Stage {
        @Override
        public Phase phase() {
            return next.phase();
        }
    }

    /** The handshake. */
    record AwaitAppProtocol() implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.NEGOTIATION;
        }

        @Override
        public String expected() {
            return "supportedAppProtocolRes";
        }
    }

    /** The session id. */
    record AwaitSessionSetup() implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.SESSION_SETUP;
        }

        @Override
        public String expected() {
            return "SessionSetupRes";
        }
    }

    /** The offer. */
    record AwaitServiceDiscovery() implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.SERVICES;
        }

        @Override
        public String expected() {
            return "ServiceDiscoveryRes";
        }
    }

    /** The contract. */
    record AwaitCertificateInstallation(EnergyTransferMode mode) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.CONTRACT_INSTALLATION;
        }

        @Override
        public String expected() {
            return "CertificateInstallationRes";
        }
    }

    /** The challenge. */
    record AwaitPaymentDetails(EnergyTransferMode mode) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.CONTRACT;
        }

        @Override
        public String expected() {
            return "PaymentDetailsRes";
        }
    }

    /** The signature of the contract key. */
    record SigningAuthorization(EnergyTransferMode mode, AuthorizationReq request)
            implements Working {
        @Override
        public Phase phase() {
            return Phase.AUTHORIZATION;
        }
    }

    /** Authorisation. */
    record AwaitAuthorization(EnergyTransferMode mode) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.AUTHORIZATION;
        }

        @Override
        public String expected() {
            return "AuthorizationRes";
        }
    }

    /** Limits and schedules. */
    record AwaitChargeParameters(EnergyTransferMode mode) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.CHARGE_PARAMETERS;
        }

        @Override
        public String expected() {
            return "ChargeParameterDiscoveryRes";
        }
    }

    /** The isolation test. */
    record AwaitCableCheck(Agreement.Dc agreement) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.CABLE_CHECK;
        }

        @Override
        public String expected() {
            return "CableCheckRes";
        }
    }

    /** The voltage before the contactors close. */
    record AwaitPreCharge(Agreement.Dc agreement, int rounds) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.PRE_CHARGE;
        }

        @Override
        public String expected() {
            return "PreChargeRes";
        }
    }

    /** The car's contactors. */
    record ClosingContactors(Agreement.Dc agreement) implements Working {
        @Override
        public Phase phase() {
            return Phase.PRE_CHARGE;
        }
    }

    /** The station's power. */
    record AwaitPowerOn(Agreement agreement) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.POWER_ON;
        }

        @Override
        public String expected() {
            return "PowerDeliveryRes";
        }
    }

    /** The end of the station's power. */
    record AwaitPowerOff(Ending ending) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.POWER_OFF;
        }

        @Override
        public String expected() {
            return "PowerDeliveryRes";
        }
    }

    /** The car's contactors. */
    record OpeningContactors(Ending ending) implements Working {
        @Override
        public Phase phase() {
            return Phase.POWER_OFF;
        }
    }

    /** The voltage behind the open contactors. */
    record AwaitWeldingDetection(Ending ending, int rounds) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.WELDING_DETECTION;
        }

        @Override
        public String expected() {
            return "WeldingDetectionRes";
        }
    }

    /** The last word. */
    record AwaitSessionStop(Ending ending) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.SESSION_STOP;
        }

        @Override
        public String expected() {
            return "SessionStopRes";
        }
    }

    /**
     * The parameter sets of a service; {@code selected} are chosen already, {@code further} are to
     * be asked about.
     */
    record AwaitServiceDetail(
            EnergyTransferMode mode,
            CertificateWish wish,
            List<SelectedService> selected,
            int serviceId,
            List<Integer> further)
            implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.SERVICES;
        }

        @Override
        public String expected() {
            return "ServiceDetailRes";
        }
    }

    /** Consent to the choice. */
    record AwaitPaymentSelection(EnergyTransferMode mode, CertificateWish wish)
            implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.PAYMENT_SELECTION;
        }

        @Override
        public String expected() {
            return "PaymentServiceSelectionRes";
        }
    }

    /** The signature under a request for a contract. */
    record SigningInstallation(EnergyTransferMode mode, Iso2Request request, SigningKey key)
            implements Working {
        @Override
        public Phase phase() {
            return Phase.CONTRACT_INSTALLATION;
        }
    }

    /** The newer contract. */
    record AwaitCertificateUpdate(EnergyTransferMode mode) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.CONTRACT_INSTALLATION;
        }

        @Override
        public String expected() {
            return "CertificateUpdateRes";
        }
    }

    /** The verdict on the contract delivered. */
    record OpeningContract(EnergyTransferMode mode) implements Working {
        @Override
        public Phase phase() {
            return Phase.CONTRACT_INSTALLATION;
        }
    }

    /** The verdict on the tariffs offered. */
    record JudgingTariffs(EnergyTransferMode mode, ChargeParameterDiscoveryRes offer)
            implements Working {
        @Override
        public Phase phase() {
            return Phase.CHARGE_PARAMETERS;
        }
    }

    /** The next reading of the DC charge loop, the last was at {@code since}. */
    record AwaitCurrentDemand(Agreement.Dc agreement, Instant since) implements Awaiting, Loop {
        @Override
        public Phase phase() {
            return Phase.CHARGING;
        }

        @Override
        public String expected() {
            return "CurrentDemandRes";
        }
    }

    /** The next word of the AC charge loop, the last was at {@code since}. */
    record AwaitChargingStatus(Agreement.Ac agreement, Instant since) implements Awaiting, Loop {
        @Override
        public Phase phase() {
            return Phase.CHARGING;
        }

        @Override
        public String expected() {
            return "ChargingStatusRes";
        }
    }

    /** The signature under a meter reading. */
    record SigningReceipt(Loop loop, MeteringReceiptReq request) implements Working {
        @Override
        public Phase phase() {
            return Phase.CHARGING;
        }
    }

    /** Consent to the receipt. */
    record AwaitMeteringReceipt(Loop loop) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.CHARGING;
        }

        @Override
        public String expected() {
            return "MeteringReceiptRes";
        }
    }

    /** Leave to ask for other schedules. */
    record AwaitRenegotiation(Agreement agreement) implements Awaiting {
        @Override
        public Phase phase() {
            return Phase.CHARGING;
        }

        @Override
        public String expected() {
            return "PowerDeliveryRes";
        }
    }

    /** The car's contactors, before the cable is checked again. */
    record OpeningForCableCheck(Agreement.Dc agreement) implements Working {
        @Override
        public Phase phase() {
            return Phase.CHARGE_PARAMETERS;
        }
    }
}
