package org.plugcharge.evcc.session.iso2;

import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.evcc.battery.OnBoardCharger;
import org.plugcharge.evcc.session.Pace;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.PaymentOption;

import java.util.List;
import java.util.Optional;

/**
 * What this car is and wants: everything that is known before the first message.
 *
 * <p>{@code evccId} is the MAC address (up to 6 octets); {@code wishedSession} is zero or the id of
 * a paused session. {@code modes} are those it charges by, the best first; it takes the first that
 * is offered. {@code maxPowerWatts} limits the car's demand. {@code maxLoops} counts the loops
 * before the car stops; it also stops at {@code targetPercent}. {@code stationHasPower} is false
 * for a station that only simulates its electronics and reports a fixed voltage: pre-charge then
 * counts as reached after three answers, and voltages are not held against the station.
 */
public record VehiclePlan(
        Bytes evccId,
        Bytes wishedSession,
        PaymentOption payment,
        CertificateWish certificate,
        Optional<Contract> contract,
        Optional<Provisioning> provisioning,
        List<EnergyTransferMode> modes,
        Battery battery,
        OnBoardCharger charger,
        long maxPowerWatts,
        int maxLoops,
        int targetPercent,
        Pace pace,
        boolean stationHasPower,
        Wishes wishes) {

    private static final List<EnergyTransferMode> DC =
            List.of(
                    EnergyTransferMode.DC_EXTENDED,
                    EnergyTransferMode.DC_CORE,
                    EnergyTransferMode.DC_COMBO_CORE,
                    EnergyTransferMode.DC_UNIQUE);

    public VehiclePlan {
        modes = List.copyOf(modes);
    }

    /**
     * A car that pays at the station: by DC, 150 kW, up to 80 %, at most {@code maxLoops} demands
     * 100 ms apart.
     */
    public static VehiclePlan externalPayment(Bytes evccId, Battery battery, int maxLoops) {
        return new VehiclePlan(
                evccId,
                Bytes.of((byte) 0),
                PaymentOption.EXTERNAL_PAYMENT,
                CertificateWish.NONE,
                Optional.empty(),
                Optional.empty(),
                DC,
                battery,
                OnBoardCharger.ELEVEN_KILOWATTS,
                150_000,
                maxLoops,
                80,
                Pace.USUAL,
                true,
                Wishes.NONE);
    }

    /** The same car, paying with this contract. */
    public VehiclePlan payingWith(Contract installed) {
        return paying(CertificateWish.NONE, Optional.of(installed), provisioning);
    }

    /** The same car, having a contract installed first and paying with it. */
    public VehiclePlan installing(Provisioning oem) {
        return paying(CertificateWish.INSTALL, contract, Optional.of(oem));
    }

    /**
     * The same car, having this contract replaced first; of {@code oem} only the roots it trusts
     * matter.
     */
    public VehiclePlan updating(Contract old, Provisioning oem) {
        return paying(CertificateWish.UPDATE, Optional.of(old), Optional.of(oem));
    }

    private VehiclePlan paying(
            CertificateWish wish, Optional<Contract> with, Optional<Provisioning> oem) {
        return new VehiclePlan(
                evccId,
                wishedSession,
                PaymentOption.CONTRACT,
                wish,
                with,
                oem,
                modes,
                battery,
                charger,
                maxPowerWatts,
                maxLoops,
                targetPercent,
                pace,
                stationHasPower,
                wishes);
    }

    /** The same car, paying at the station; it leaves its contract alone. */
    public VehiclePlan payingAtTheStation() {
        return new VehiclePlan(
                evccId,
                wishedSession,
                PaymentOption.EXTERNAL_PAYMENT,
                CertificateWish.NONE,
                Optional.empty(),
                Optional.empty(),
                modes,
                battery,
                charger,
                maxPowerWatts,
                maxLoops,
                targetPercent,
                pace,
                stationHasPower,
                wishes);
    }

    /** The same car at an AC outlet, with this charger. */
    public VehiclePlan alternating(OnBoardCharger onBoard) {
        return new VehiclePlan(
                evccId,
                wishedSession,
                payment,
                certificate,
                contract,
                provisioning,
                onBoard.phases() == 3
                        ? List.of(
                                EnergyTransferMode.AC_THREE_PHASE_CORE,
                                EnergyTransferMode.AC_SINGLE_PHASE_CORE)
                        : List.of(EnergyTransferMode.AC_SINGLE_PHASE_CORE),
                battery,
                onBoard,
                maxPowerWatts,
                maxLoops,
                targetPercent,
                pace,
                stationHasPower,
                wishes);
    }

    /** The same car at a station without power electronics. */
    public VehiclePlan withoutStationPower() {
        return with(wishedSession, pace, false, wishes);
    }

    /** The same car at another pace. */
    public VehiclePlan paced(Pace newPace) {
        return with(wishedSession, newPace, stationHasPower, wishes);
    }

    /** The same car with other wishes. */
    public VehiclePlan wishing(Wishes other) {
        return with(wishedSession, pace, stationHasPower, other);
    }

    /** The same car, coming back to a session it paused. */
    public VehiclePlan resuming(Bytes sessionId) {
        return with(sessionId, pace, stationHasPower, wishes);
    }

    private VehiclePlan with(Bytes session, Pace newPace, boolean hasPower, Wishes newWishes) {
        return new VehiclePlan(
                evccId,
                session,
                payment,
                certificate,
                contract,
                provisioning,
                modes,
                battery,
                charger,
                maxPowerWatts,
                maxLoops,
                targetPercent,
                newPace,
                hasPower,
                newWishes);
    }
}
