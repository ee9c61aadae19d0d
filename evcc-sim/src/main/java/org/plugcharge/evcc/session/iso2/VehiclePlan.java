package org.plugcharge.evcc.session.iso2;

import org.plugcharge.evcc.battery.Battery;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.PaymentOption;

import java.util.List;
import java.util.Optional;

/**
 * What this car is and wants: everything that is known before the first message.
 *
 * <p>{@code evccId} is the MAC address (up to 6 octets); {@code wishedSession} is zero or the id of
 * a paused session. {@code maxPowerWatts} limits the car's demand. {@code maxLoops} counts current
 * demands before the car stops; it also stops at {@code targetPercent}. {@code stationHasPower} is
 * false for a station that only simulates its electronics and reports a fixed voltage: pre-charge
 * then counts as reached after three answers, and voltages are not held against the station.
 */
public record VehiclePlan(
        Bytes evccId,
        Bytes wishedSession,
        PaymentOption payment,
        boolean installContract,
        Optional<Contract> contract,
        Optional<Provisioning> provisioning,
        List<EnergyTransferMode> modes,
        Battery battery,
        long maxPowerWatts,
        int maxLoops,
        int targetPercent,
        Pace pace,
        boolean stationHasPower) {

    public VehiclePlan {
        modes = List.copyOf(modes);
    }

    /**
     * A car that pays at the station: 20 % charged, 150 kW, up to 80 %, at most {@code maxLoops}
     * demands 100 ms apart.
     */
    public static VehiclePlan externalPayment(Bytes evccId, Battery battery, int maxLoops) {
        return new VehiclePlan(
                evccId,
                Bytes.of((byte) 0),
                PaymentOption.EXTERNAL_PAYMENT,
                false,
                Optional.empty(),
                Optional.empty(),
                List.of(
                        EnergyTransferMode.DC_EXTENDED,
                        EnergyTransferMode.DC_CORE,
                        EnergyTransferMode.DC_COMBO_CORE,
                        EnergyTransferMode.DC_UNIQUE),
                battery,
                150_000,
                maxLoops,
                80,
                Pace.USUAL,
                true);
    }

    /** The same car, paying with this contract. */
    public VehiclePlan payingWith(Contract installed) {
        return new VehiclePlan(
                evccId,
                wishedSession,
                PaymentOption.CONTRACT,
                false,
                Optional.of(installed),
                provisioning,
                modes,
                battery,
                maxPowerWatts,
                maxLoops,
                targetPercent,
                pace,
                stationHasPower);
    }

    /** The same car, having a contract installed first and paying with it. */
    public VehiclePlan installing(Provisioning oem) {
        return new VehiclePlan(
                evccId,
                wishedSession,
                PaymentOption.CONTRACT,
                true,
                contract,
                Optional.of(oem),
                modes,
                battery,
                maxPowerWatts,
                maxLoops,
                targetPercent,
                pace,
                stationHasPower);
    }

    /** The same car at a station without power electronics. */
    public VehiclePlan withoutStationPower() {
        return new VehiclePlan(
                evccId,
                wishedSession,
                payment,
                installContract,
                contract,
                provisioning,
                modes,
                battery,
                maxPowerWatts,
                maxLoops,
                targetPercent,
                pace,
                false);
    }

    /** The same car at another pace. */
    public VehiclePlan paced(Pace newPace) {
        return new VehiclePlan(
                evccId,
                wishedSession,
                payment,
                installContract,
                contract,
                provisioning,
                modes,
                battery,
                maxPowerWatts,
                maxLoops,
                targetPercent,
                newPace,
                stationHasPower);
    }
}
