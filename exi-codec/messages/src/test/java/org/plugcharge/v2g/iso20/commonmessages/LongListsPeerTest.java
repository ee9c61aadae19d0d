package org.plugcharge.v2g.iso20.commonmessages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.OtherEngine;
import org.plugcharge.v2g.iso20.MessageHeader;
import org.plugcharge.v2g.iso20.Processing;
import org.plugcharge.v2g.iso20.RationalNumber;
import org.plugcharge.v2g.iso20.ResponseCode;
import org.plugcharge.v2g.text.MessageText;

import java.util.Collections;
import java.util.List;

/** Lists so long that other codecs cut them: full, one short of full, and one too many. */
class LongListsPeerTest {

    private static final MessageHeader HEADER =
            MessageHeader.of(Bytes.fromHex("0102030405060708"), 1_800_000_000);
    private static final RationalNumber KILOWATTS = new RationalNumber(3, 11);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 2_047, 2_048})
    void powerProfile(int size) {
        isTheSameInBothEngines("PowerDeliveryReq", powerDelivery(size));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1_023, 1_024})
    void schedulesAndPrices(int size) {
        isTheSameInBothEngines("ScheduleExchangeRes", scheduled(size));
        isTheSameInBothEngines("ScheduleExchangeRes", dynamic(size));
        isTheSameInBothEngines("ScheduleExchangeReq", offer(size));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_025})
    void tooFewOrTooManyAreRefused(int size) {
        isRefused(scheduled(size), "PowerScheduleEntry", size);
        isRefused(dynamic(size), "PriceRuleStack", size);
        isRefused(offer(size), "EVPowerScheduleEntry", size);
        isRefused(powerDelivery(2 * size), "EVPowerProfileEntry", 2 * size);
    }

    private static void isTheSameInBothEngines(String element, CommonMessage message) {
        Bytes ours = CommonMessagesCodec.MESSAGES.encode(message);
        OtherEngine other =
                OtherEngine.over(OtherEngine.ownSchema(MessageSet.ISO20_COMMON_MESSAGES));
        assertThat(other.encode(MessageText.xmlLine(new NamedValue(element, message)), false))
                .isEqualTo(ours);
        assertThat(CommonMessagesCodec.MESSAGES.decode(ours)).isEqualTo(message);
    }

    private static void isRefused(CommonMessage message, String element, int size) {
        assertThatThrownBy(() -> CommonMessagesCodec.MESSAGES.encode(message))
                .isInstanceOf(ExiException.class)
                .hasMessageContaining("/" + element + ": expected 1 to ")
                .hasMessageContaining("found " + size);
    }

    private static PowerDeliveryReq powerDelivery(int size) {
        return new PowerDeliveryReq(
                HEADER,
                Processing.FINISHED,
                ChargeProgress.START,
                new EvPowerProfile(
                        1_800_000_000,
                        new ScheduledEvpptControlMode(
                                1, PowerToleranceAcceptance.POWER_TOLERANCE_CONFIRMED),
                        new EvPowerProfileEntryList(entries(size))),
                ChannelSelection.CHARGE);
    }

    private static List<PowerScheduleEntry> entries(int size) {
        return Collections.nCopies(
                size, new PowerScheduleEntry(900, KILOWATTS, KILOWATTS, KILOWATTS));
    }

    private static ScheduleExchangeRes scheduled(int size) {
        ChargingSchedule schedule =
                new ChargingSchedule(
                        new PowerSchedule(0, null, null, new PowerScheduleEntryList(entries(size))),
                        new PriceLevelSchedule(
                                "prices",
                                0,
                                1,
                                null,
                                3,
                                new PriceLevelScheduleEntryList(
                                        Collections.nCopies(
                                                size, new PriceLevelScheduleEntry(900, 2)))));
        return new ScheduleExchangeRes(
                HEADER,
                ResponseCode.OK,
                Processing.FINISHED,
                null,
                new ScheduledSeResControlMode(
                        Collections.nCopies(3, new ScheduleTuple(1, schedule, schedule))));
    }

    private static ScheduleExchangeRes dynamic(int size) {
        PriceRule rule = new PriceRule(KILOWATTS, KILOWATTS, 60L, 380, 50, KILOWATTS);
        return new ScheduleExchangeRes(
                HEADER,
                ResponseCode.OK,
                Processing.ONGOING,
                true,
                new DynamicSeResControlMode(
                        3_600L,
                        10,
                        80,
                        new AbsolutePriceSchedule(
                                null,
                                0,
                                1,
                                "night",
                                "EUR",
                                "en",
                                "urn:iso:std:iso:15118:-20:PriceAlgorithm:1-Power",
                                null,
                                null,
                                null,
                                new PriceRuleStackList(
                                        Collections.nCopies(
                                                size,
                                                new PriceRuleStack(
                                                        900, Collections.nCopies(8, rule)))),
                                null,
                                null)));
    }

    private static ScheduleExchangeReq offer(int size) {
        return new ScheduleExchangeReq(
                HEADER,
                1_024,
                new ScheduledSeReqControlMode(
                        null,
                        null,
                        null,
                        null,
                        new EvEnergyOffer(
                                new EvPowerSchedule(
                                        0,
                                        new EvPowerScheduleEntryList(
                                                Collections.nCopies(
                                                        size,
                                                        new EvPowerScheduleEntry(900, KILOWATTS)))),
                                new EvAbsolutePriceSchedule(
                                        0,
                                        "EUR",
                                        "urn",
                                        new EvPriceRuleStackList(
                                                Collections.nCopies(
                                                        size,
                                                        new EvPriceRuleStack(
                                                                900,
                                                                List.of(
                                                                        new EvPriceRule(
                                                                                KILOWATTS,
                                                                                KILOWATTS)))))))));
    }
}
