package org.plugcharge.v2g.iso20;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.DocumentCodec;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.OtherEngine;
import org.plugcharge.v2g.iso20.ac.AcChargeLoopRes;
import org.plugcharge.v2g.iso20.ac.AcChargeParameterDiscoveryRes;
import org.plugcharge.v2g.iso20.ac.AcCodec;
import org.plugcharge.v2g.iso20.ac.AcMessage;
import org.plugcharge.v2g.iso20.ac.IecDerAcCpdResEnergyTransferMode;
import org.plugcharge.v2g.iso20.ac.SaeDerScheduledAcClResControlMode;
import org.plugcharge.v2g.iso20.acderiec.AcDerIecCodec;
import org.plugcharge.v2g.iso20.acderiec.DerControl;
import org.plugcharge.v2g.iso20.acderiec.EvOperatingMode;
import org.plugcharge.v2g.iso20.acderiec.GridConnectionMode;
import org.plugcharge.v2g.iso20.acderiec.PowerFactorExcitation;
import org.plugcharge.v2g.iso20.acderiec.ReactivePowerSupport;
import org.plugcharge.v2g.iso20.acderiec.SetpointExcitation;
import org.plugcharge.v2g.iso20.acdersae.AcDerSaeCodec;
import org.plugcharge.v2g.iso20.acdersae.DerControlClRes;
import org.plugcharge.v2g.iso20.acdersae.DerUnit;
import org.plugcharge.v2g.iso20.acdersae.EnterServiceClRes;
import org.plugcharge.v2g.iso20.acdersae.ReactivePowerSupportClRes;
import org.plugcharge.v2g.iso20.acdersae.WattVar;
import org.plugcharge.v2g.text.MessageText;
import org.plugcharge.v2g.text.MessageTextException;

import java.util.List;
import java.util.stream.IntStream;

/** The sets of Amendment 1, whose control modes stand for those of AC in the messages of AC. */
class AcDerCodecTest {

    private static final MessageHeader HEADER =
            MessageHeader.of(Bytes.fromHex("0102030405060708"), 1_700_000_000L);
    private static final RationalNumber NUMBER = new RationalNumber(1, -1250);

    /** Loops over what has to come twice at least have gone wrong in other codecs. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 9, 10})
    void curvesHaveTwoToTenPoints(int points) {
        isTheSameInBothEngines(MessageSet.ISO20_AC_DER_IEC, AcDerIecCodec.MESSAGES, iec(points));
        isTheSameInBothEngines(MessageSet.ISO20_AC_DER_SAE, AcDerSaeCodec.MESSAGES, sae(points));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11})
    void curvesWithFewerOrMorePointsAreNotWritten(int points) {
        assertThatThrownBy(() -> AcDerIecCodec.MESSAGES.encode(iec(points)))
                .isInstanceOf(ExiException.class)
                .hasMessageContaining("/VoltVar/CurveDataPoints/CurveDataPoint: expected 2 to 10");
        assertThatThrownBy(() -> AcDerSaeCodec.MESSAGES.encode(sae(points)))
                .isInstanceOf(ExiException.class)
                .hasMessageContaining(
                        "/WattVar/CurveDataPoints_L2/CurveDataPoint: expected 2 to 10");
    }

    /** EXIficient writes the end behind the first as an undeclared event, which we refuse. */
    @Test
    void aCurveOfOnePointIsNotRead() {
        String two = xml(MessageSet.ISO20_AC_DER_IEC, iec(2));
        String one = two.replaceFirst("<(\\w+:)CurveDataPoint>.*?</\\1CurveDataPoint>", "");
        assertThat(one).hasSizeLessThan(two.length());
        Bytes octets = other(MessageSet.ISO20_AC_DER_IEC).encode(one, false);
        assertThatThrownBy(() -> AcDerIecCodec.MESSAGES.decode(octets))
                .isInstanceOf(ExiException.class)
                .hasMessageContaining("/VoltVar/CurveDataPoints");
    }

    @Test
    void aControlModeOfAnotherSetIsNotWritten() {
        for (DocumentCodec<AcMessage> codec : List.of(AcCodec.MESSAGES, AcDerSaeCodec.MESSAGES)) {
            assertThatThrownBy(() -> codec.encode(iec(2)))
                    .isInstanceOf(ExiException.class)
                    .hasMessageContaining(
                            "expected one of the group AC_CPDResEnergyTransferMode, found IecDer");
        }
        assertThatThrownBy(() -> AcDerIecCodec.MESSAGES.encode(sae(2)))
                .hasMessageContaining("expected one of the group CLResControlMode, found SaeDer");
    }

    /** Both sets have an element of this name, so that text alone does not say which is meant. */
    @Test
    void textIsReadAsTheSetSays() {
        Object tree = MessageText.of(iec(2)).get("AC_ChargeParameterDiscoveryRes");
        assertThat(read(MessageSet.ISO20_AC_DER_IEC, tree)).isEqualTo(iec(2));
        assertThatThrownBy(() -> read(MessageSet.ISO20_AC_DER_SAE, tree))
                .isInstanceOf(MessageTextException.class)
                .hasMessageContaining("/DER_AC_CPDResEnergyTransferMode: expected EVSEProcessing");
        assertThatThrownBy(() -> read(MessageSet.ISO20_AC, tree))
                .isInstanceOf(MessageTextException.class)
                .hasMessageContaining("expected one of the group AC_CPDResEnergyTransferMode");
    }

    @ParameterizedTest
    @EnumSource(
            value = MessageSet.class,
            names = {"ISO20_AC", "ISO20_AC_DER_IEC", "ISO20_AC_DER_SAE"})
    void theSetsShareTheRecordsOfAc(MessageSet set) {
        assertThat(set.documents())
                .containsEntry("AC_ChargeLoopRes", AcChargeLoopRes.class)
                .containsEntry(
                        "AC_ChargeParameterDiscoveryRes", AcChargeParameterDiscoveryRes.class);
    }

    private static Object read(MessageSet set, @Nullable Object tree) {
        return MessageText.read(
                set, AcChargeParameterDiscoveryRes.class, tree, "AC_ChargeParameterDiscoveryRes");
    }

    private static AcMessage iec(int points) {
        var curve =
                new org.plugcharge.v2g.iso20.acderiec.DerCurve(
                        org.plugcharge.v2g.iso20.acderiec.CurveDataPointsUnit.VOLT,
                        org.plugcharge.v2g.iso20.acderiec.CurveDataPointsUnit.VAR,
                        new org.plugcharge.v2g.iso20.acderiec.CurveDataPoints(
                                IntStream.range(0, points)
                                        .mapToObj(index ->
                                                new org.plugcharge.v2g.iso20.acderiec.DataTuple(
                                                        RationalNumber.of(index),
                                                        new SetpointExcitation(
                                                                NUMBER,
                                                                index % 2 == 0
                                                                        ? PowerFactorExcitation
                                                                                .OVER_EXCITED
                                                                        : null)))
                                        .toList()),
                        NUMBER,
                        null,
                        null,
                        NUMBER,
                        true,
                        NUMBER,
                        NUMBER);
        return new AcChargeParameterDiscoveryRes(
                HEADER,
                ResponseCode.OK,
                new IecDerAcCpdResEnergyTransferMode(
                        NUMBER,
                        null,
                        null,
                        NUMBER,
                        null,
                        null,
                        NUMBER,
                        null,
                        null,
                        null,
                        null,
                        null,
                        NUMBER,
                        null,
                        null,
                        NUMBER,
                        null,
                        null,
                        NUMBER,
                        null,
                        null,
                        EvOperatingMode.GRID_FOLLOWING,
                        GridConnectionMode.GRID_CONNECTED,
                        new DerControl(
                                null,
                                null,
                                null,
                                new ReactivePowerSupport(new ReactivePowerSupport.VoltVar(curve)),
                                null,
                                NUMBER)));
    }

    private static AcMessage sae(int points) {
        WattVar function =
                new WattVar(
                        true,
                        7,
                        DerUnit.WATT,
                        DerUnit.PERCENTAGE_V,
                        points(2),
                        points(points),
                        null,
                        null,
                        4_294_967_295L);
        DerControlClRes control =
                new DerControlClRes(
                        null,
                        null,
                        new EnterServiceClRes(true, null, null, null, null, null, null, NUMBER),
                        new ReactivePowerSupportClRes(null, null, function, null),
                        null);
        return new AcChargeLoopRes(
                HEADER,
                ResponseCode.OK,
                null,
                null,
                null,
                null,
                new SaeDerScheduledAcClResControlMode(
                        null, null, null, null, null, null, null, null, null, control, null, null,
                        null, null, null, NUMBER, null, null));
    }

    private static org.plugcharge.v2g.iso20.acdersae.CurveDataPoints points(int count) {
        return new org.plugcharge.v2g.iso20.acdersae.CurveDataPoints(
                IntStream.range(0, count)
                        .mapToObj(index ->
                                new org.plugcharge.v2g.iso20.acdersae.DataTuple(
                                        RationalNumber.of(index), NUMBER))
                        .toList());
    }

    private static void isTheSameInBothEngines(
            MessageSet set, DocumentCodec<AcMessage> codec, AcMessage message) {
        Bytes octets = codec.encode(message);
        assertThat(octets).isEqualTo(other(set).encode(xml(set, message), false));
        assertThat(codec.decode(octets)).isEqualTo(message);
    }

    private static OtherEngine other(MessageSet set) {
        return OtherEngine.over(OtherEngine.ownSchema(set));
    }

    private static String xml(MessageSet set, AcMessage message) {
        String name = MessageText.of(message).keySet().iterator().next();
        assertThat(set.documents()).containsKey(name);
        return MessageText.xmlLine(new NamedValue(name, message));
    }
}
