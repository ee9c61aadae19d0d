package org.plugcharge.evcc.session.iso2;

import org.plugcharge.evcc.session.Phase;
import org.plugcharge.v2g.iso2.ResponseCode;

/**
 * Puts failures into words for a driver: what happened, and where there is something to do, what.
 */
final class DriverText {

    private DriverText() {}

    static String of(Failure failure) {
        return switch (failure) {
            case Failure.Refused refused -> refused(refused.code());
            case Failure.NoProtocol _ ->
                    "This station does not speak your car's charging protocol.";
            case Failure.NoAnswer _ ->
                    "The station stopped answering. Please try again or use another station.";
            case Failure.TooSlow slow -> tooSlow(slow.phase());
            case Failure.Unexpected _, Failure.WrongSession _, Failure.Garbled _ ->
                    "The station answered in a way your car does not understand. Please use another"
                            + " station.";
            case Failure.NotOffered offer -> "This station does not offer " + offer.what() + ".";
            case Failure.Incompatible fit ->
                    "This station does not fit your car's battery: " + fit.why() + ".";
            case Failure.StationFault fault ->
                    "The station reports that it cannot charge (" + fault.status() + ").";
            case Failure.BadIsolation _ ->
                    "The safety check of the cable failed. Do not use this station.";
            case Failure.BadContract _ ->
                    "The charging contract that was delivered could not be trusted and was not"
                            + " installed.";
            case Failure.NeedsTls _ ->
                    "Plug and Charge needs an encrypted connection, which this session does not"
                            + " have. Please pay another way.";
            case Failure.LinkLost _ -> "The connection to the station broke.";
            case Failure.Unplugged _ -> "The cable was pulled.";
            case Failure.PilotFault _ ->
                    "The station reports a fault on the line that tells it a car is there.";
            case Failure.OwnFault fault ->
                    "Your car has a fault and cannot charge: " + fault.reason() + ".";
        };
    }

    private static String tooSlow(Phase phase) {
        return switch (phase) {
            case AUTHORIZATION ->
                    "The station did not get an answer about your payment in time. Please try"
                            + " again.";
            case CABLE_CHECK -> "The safety check of the cable took too long.";
            case PRE_CHARGE -> "The station could not match your battery's voltage in time.";
            default -> "The station took too long. Please try again or use another station.";
        };
    }

    private static String refused(ResponseCode code) {
        return switch (code) {
            case FAILED_CERTIFICATE_EXPIRED ->
                    "Your charging contract's certificate has expired. Please ask your provider for"
                            + " a new one.";
            case FAILED_CERTIFICATE_REVOKED ->
                    "Your charging contract's certificate was revoked. Please contact your"
                            + " provider.";
            case FAILED_CONTRACT_CANCELED ->
                    "Your charging contract was cancelled. Please contact your provider.";
            case FAILED_CERTIFICATE_NOT_ALLOWED_AT_THIS_EVSE ->
                    "Your charging contract is not valid at this station. Please pay another way.";
            case FAILED_CERT_CHAIN_ERROR ->
                    "The station does not trust your charging contract. Please pay another way.";
            case FAILED_NO_CERTIFICATE_AVAILABLE -> "There is no charging contract for this car.";
            case FAILED_SIGNATURE_ERROR, FAILED_CHALLENGE_INVALID ->
                    "The station could not verify your car's signature. Please pay another way.";
            case FAILED_PAYMENT_SELECTION_INVALID ->
                    "The station does not accept this way of paying.";
            case FAILED_SERVICE_SELECTION_INVALID,
                    FAILED_SERVICE_ID_INVALID,
                    FAILED_NO_CHARGE_SERVICE_SELECTED ->
                    "The station refused the services your car chose.";
            case FAILED_WRONG_CHARGE_PARAMETER, FAILED_WRONG_ENERGY_TRANSFER_MODE ->
                    "The station and your car do not fit together.";
            case FAILED_TARIFF_SELECTION_INVALID, FAILED_CHARGING_PROFILE_INVALID ->
                    "The station refused your car's charging plan.";
            case FAILED_POWER_DELIVERY_NOT_APPLIED, FAILED_CONTACTOR_ERROR ->
                    "The station could not switch the power. Please use another station.";
            case FAILED_METERING_SIGNATURE_NOT_VALID ->
                    "The station refused your car's confirmation of the meter.";
            case FAILED_UNKNOWN_SESSION, FAILED_SEQUENCE_ERROR ->
                    "The station lost track of this charge. Please plug in again.";
            case FAILED -> "The station refused the charge.";
            case OK,
                    OK_NEW_SESSION_ESTABLISHED,
                    OK_OLD_SESSION_JOINED,
                    OK_CERTIFICATE_EXPIRES_SOON ->
                    throw new IllegalStateException("no refusal: " + code);
        };
    }
}
