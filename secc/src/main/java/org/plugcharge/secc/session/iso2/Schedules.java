package org.plugcharge.secc.session.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.secc.evse.ChargingSchedule;
import org.plugcharge.secc.evse.ScheduleOffer;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.SalesTariff;
import org.plugcharge.v2g.xmldsig.Signature;
import org.plugcharge.v2g.xmldsig.SignatureValue;
import org.plugcharge.v2g.xmldsig.XmldsigCodec;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The schedules a vehicle may choose from, with the sales tariffs as records.
 *
 * @param tariffs by the id of their schedule
 * @param signature goes into the header of the message that carries the tariffs
 */
public record Schedules(
        List<ChargingSchedule> schedules,
        Map<Integer, SalesTariff> tariffs,
        Optional<Signature> signature) {

    /** Copies. */
    public Schedules {
        schedules = List.copyOf(schedules);
        tariffs = Map.copyOf(tariffs);
    }

    /** Reads the tariffs; {@link ExiException} for one that is none. */
    public static Schedules of(ScheduleOffer offer) {
        Map<Integer, SalesTariff> tariffs = new HashMap<>();
        for (ChargingSchedule schedule : offer.schedules()) {
            schedule.salesTariff().ifPresent(exi -> tariffs.put(schedule.id(), tariff(exi)));
        }
        return new Schedules(offer.schedules(), tariffs, offer.signature().map(Schedules::read));
    }

    private static SalesTariff tariff(Bytes exi) {
        if (Iso2Codec.decodeFragment(exi).value() instanceof SalesTariff tariff) {
            return tariff;
        }
        throw new ExiException("expected a SalesTariff, found another element", 0);
    }

    private static Signature read(ScheduleOffer.Signature signature) {
        return new Signature(
                null,
                XmldsigCodec.decodeSignedInfo(signature.signedInfo()),
                new SignatureValue(null, signature.value()),
                null,
                List.of());
    }

    /** What a station offers by itself. */
    static Schedules constant(int watts) {
        return of(ScheduleOffer.constant(watts));
    }

    /** The same schedules, no step above {@code watts}. */
    Schedules atMost(int watts) {
        return new Schedules(
                schedules.stream().map(schedule -> schedule.atMost(watts)).toList(),
                tariffs,
                signature);
    }
}
