package org.plugcharge.secc.session.iso2;

import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.TestPki;
import org.plugcharge.secc.evse.ChargingSchedule;
import org.plugcharge.secc.evse.ScheduleOffer;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.RelativeTimeInterval;
import org.plugcharge.v2g.iso2.SalesTariff;
import org.plugcharge.v2g.iso2.SalesTariffEntry;
import org.plugcharge.v2g.signature.MessageSignature;
import org.plugcharge.v2g.signature.SignatureSuite;
import org.plugcharge.v2g.signature.SignedElement;
import org.plugcharge.v2g.xmldsig.Signature;
import org.plugcharge.v2g.xmldsig.XmldsigCodec;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Two schedules of several steps, priced and signed by the operator of the contract. */
final class Tariffs {

    private Tariffs() {}

    static ScheduleOffer offer(TestPki pki) {
        SalesTariff dear = tariff("id1", 1, 9);
        SalesTariff cheap = tariff("id2", 2, 2);
        Signature signature =
                MessageSignature.sign(
                        SignatureSuite.ECDSA_SHA256,
                        pki.key(Iso2Profile.MO_SUB_CA_2)::sign,
                        SignedElement.of(dear),
                        SignedElement.of(cheap));
        return new ScheduleOffer(
                List.of(schedule(10, 120_000, dear), schedule(20, 110_000, cheap)),
                Optional.of(
                        new ScheduleOffer.Signature(
                                XmldsigCodec.fragment(signature.signedInfo()),
                                signature.signatureValue().value())));
    }

    private static SalesTariff tariff(String id, int number, int level) {
        return new SalesTariff(
                id,
                number,
                null,
                9,
                List.of(
                        new SalesTariffEntry(
                                new RelativeTimeInterval(0, 86_400L), level, List.of())));
    }

    private static ChargingSchedule schedule(int id, int watts, SalesTariff tariff) {
        return new ChargingSchedule(
                id,
                List.of(
                        new ChargingSchedule.Step(Duration.ZERO, watts),
                        new ChargingSchedule.Step(Duration.ofSeconds(2), watts / 2),
                        new ChargingSchedule.Step(Duration.ofSeconds(3), watts)),
                Duration.ofHours(24),
                Optional.of(Iso2Codec.fragment(tariff)));
    }
}
