package org.plugcharge.v2g.iso20.wpt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
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
import java.util.stream.LongStream;

/** What other codecs have got wrong in this set: octet for octet as EXIficient writes it. */
class WptCodecTest {

    private static final OtherEngine OTHER =
            OtherEngine.over(OtherEngine.ownSchema(MessageSet.ISO20_WPT));
    private static final MessageHeader HEADER =
            new MessageHeader(Bytes.fromHex("0102030405060708"), 1_700_000_000L, null);
    private static final RationalNumber NUMBER = new RationalNumber(-1, 1250);
    private static final LfDataPackages PACKAGES =
            new LfDataPackages(1, new LfDataPackage(1, new LfTxDataList(new LfTxData(7, NUMBER))));

    /** An optional element behind an optional list was dropped, and lists ended after two. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 15, 16})
    void anOptionalElementBehindAListIsKept(int size) {
        List<Bytes> data = Collections.nCopies(size, Bytes.fromHex("cafe"));
        for (@Nullable LfDataPackages packages : new @Nullable LfDataPackages[] {null, PACKAGES}) {
            isTheSameInBothEngines(
                    new WptFinePositioningReq(
                            HEADER, Processing.ONGOING, EvResult.UNKNOWN, data, packages));
            isTheSameInBothEngines(
                    new WptFinePositioningRes(
                            HEADER, ResponseCode.OK, Processing.ONGOING, data, packages));
        }
    }

    @Test
    void aListOfSeventeenIsRefused() {
        List<Bytes> data = Collections.nCopies(17, Bytes.fromHex("cafe"));
        assertThatThrownBy(() ->
                        WptCodec.MESSAGES.encode(
                                new WptFinePositioningRes(
                                        HEADER,
                                        ResponseCode.OK,
                                        Processing.ONGOING,
                                        data,
                                        PACKAGES)))
                .isInstanceOf(ExiException.class)
                .hasMessageContaining(
                        "WPT_FinePositioningRes/VendorSpecificDataContainer: expected 0 to 16");
    }

    /** A loop over what has to come twice at least had no way out. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 254, 255})
    void whatHasToComeTwiceMayComeUpTo255Times(int size) {
        isTheSameInBothEngines(setup(transmitters(size, 2, true)));
        isTheSameInBothEngines(setup(transmitters(size, 2, false)));
        isTheSameInBothEngines(setup(transmitters(2, size, true)));
        isTheSameInBothEngines(setup(new LfReceiverData(size & 0xFF, antennas(size))));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 256})
    void fewerOrMoreAreNotWritten(int size) {
        for (LfSystem system :
                List.of(
                        transmitters(size, 2, true),
                        transmitters(2, size, true),
                        new LfReceiverData(2, antennas(size)))) {
            assertThatThrownBy(() -> WptCodec.MESSAGES.encode(setup(system)))
                    .isInstanceOf(ExiException.class)
                    .hasMessageMatching(
                            ".*/(TxSpecData|RxSpecData|PulseSequenceOrder): expected 2 to 255 .*");
        }
    }

    /** EXIficient writes the end behind the first as an undeclared event, which we refuse. */
    @Test
    void oneAloneIsNotRead() {
        String two = xml(setup(new LfReceiverData(2, antennas(2))));
        String one = two.replaceFirst("<(\\w+:)RxSpecData>.*?</\\1RxSpecData>", "");
        assertThat(one).hasSizeLessThan(two.length());
        Bytes octets = OTHER.encode(one, false);
        assertThatThrownBy(() -> WptCodec.MESSAGES.decode(octets))
                .isInstanceOf(ExiException.class)
                .hasMessageContaining("LF_SystemSetupData/LF_ReceiverSetupData");
    }

    private static WptFinePositioningSetupReq setup(LfSystem system) {
        return new WptFinePositioningSetupReq(
                HEADER,
                Processing.FINISHED,
                new FinePositioningMethods(List.of(FinePositioningMethod.LPE)),
                new PairingMethods(List.of(PairingMethod.EXTERNAL_CONFIRMATION)),
                new AlignmentCheckMethods(Collections.nCopies(8, AlignmentCheckMethod.POWER_CHECK)),
                40,
                List.of(),
                new LfSystemSetupData(system));
    }

    private static LfTransmitterData transmitters(int antennas, int pulses, boolean withRhythm) {
        List<TxRxPulseOrder> order =
                LongStream.rangeClosed(1, pulses)
                        .mapToObj(id -> new TxRxPulseOrder((int) id, id))
                        .toList();
        return new LfTransmitterData(
                antennas & 0xFF,
                NUMBER,
                antennas(antennas),
                withRhythm ? new TxRxPackageSpecData(order, 1, 2, 3) : null);
    }

    private static List<TxRxSpecData> antennas(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(id ->
                        new TxRxSpecData(
                                id,
                                new CoordinateXyz(-32768, 0, 32767),
                                new CoordinateXyz(0, (int) -id, (int) id)))
                .toList();
    }

    private static void isTheSameInBothEngines(WptMessage message) {
        Bytes octets = WptCodec.MESSAGES.encode(message);
        assertThat(octets).isEqualTo(OTHER.encode(xml(message), false));
        assertThat(WptCodec.MESSAGES.decode(octets)).isEqualTo(message);
    }

    private static String xml(WptMessage message) {
        String name = MessageText.of(message).keySet().iterator().next();
        return MessageText.xmlLine(new NamedValue(name, message));
    }
}
