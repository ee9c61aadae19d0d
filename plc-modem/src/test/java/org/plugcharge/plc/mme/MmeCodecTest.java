package org.plugcharge.plc.mme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.plugcharge.exi.Bytes;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

class MmeCodecTest {

    static final List<Mme> messages = Frames.MESSAGES;

    @Test
    void everyMessageIsAmongTheExamples() {
        Set<Class<?>> seen = new HashSet<>();
        messages.forEach(message -> seen.add(message.getClass()));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(kinds(Mme.class).toList());
    }

    private static Stream<Class<?>> kinds(Class<?> kind) {
        return kind.isSealed()
                ? Stream.of(kind.getPermittedSubclasses()).flatMap(MmeCodecTest::kinds)
                : Stream.of(kind);
    }

    @Test
    void aVendorsMessageHasTheShortHeaderAndTheVendorsName() {
        Bytes frame = MmeCodec.encode(Frames.carrying(new Mme.VersionCnf(0, 0x22, "MAC-QCA7005")));
        assertThat(frame.toHex())
                .startsWith(
                        "02000000005e"
                                + "0200000000ca"
                                + "88e1"
                                + "00"
                                + "01a0"
                                + "00b052"
                                + "00"
                                + "22"
                                + "0b"
                                + "4d41432d51434137303035");
        assertThat(frame.length()).isEqualTo(17 + 6 + 64);
    }

    @Test
    void anotherVendorsMessageOfThatNumberIsNotRead() {
        Mme lumissil =
                new Mme.Other(0, 0xa001, Bytes.fromHex("0016e8").plus(Bytes.of(new byte[40])));
        assertThat(MmeCodec.decode(MmeCodec.encode(Frames.carrying(lumissil))).message())
                .isEqualTo(lumissil);
    }

    @ParameterizedTest
    @FieldSource("messages")
    void everyMessageComesBack(Mme message) {
        MmeFrame frame = Frames.carrying(message);
        assertThat(MmeCodec.decode(MmeCodec.encode(frame))).isEqualTo(frame);
    }

    /** Lengths of frames on the wire, 60 being the shortest Ethernet has. */
    @ParameterizedTest
    @CsvSource({
        "SlacParmReq, 60", "SlacParmCnf, 60", "StartAttenCharInd, 60", "MnbcSoundInd, 71",
                "AttenProfileInd, 85",
        "AttenCharInd, 129", "AttenCharRsp, 70", "ValidateReq, 60", "ValidateCnf, 60",
                "SlacMatchReq, 85",
        "SlacMatchCnf, 109", "SetKeyReq, 60", "SetKeyCnf, 60"
    })
    void framesAreAsLongAsOnTheWire(String name, int length) {
        Mme message =
                messages.stream()
                        .filter(m -> m.getClass().getSimpleName().equals(name))
                        .findFirst()
                        .orElseThrow();
        assertThat(MmeCodec.encode(Frames.carrying(message)).length()).isEqualTo(length);
    }

    @Test
    void matchConfirmationLiesAsTheTableSays() {
        Bytes frame =
                MmeCodec.encode(
                        Frames.carrying(
                                new Mme.SlacMatchCnf(
                                        Frames.CAR,
                                        Frames.STATION,
                                        Frames.RUN,
                                        Frames.NMK.id(),
                                        Frames.NMK)));
        String zeros17 = "00".repeat(17);
        assertThat(frame.toHex())
                .isEqualTo(
                        "02000000005e"
                                + "0200000000ca"
                                + "88e1"
                                + "01"
                                + "7d60"
                                + "0000"
                                + "0000"
                                + "5600"
                                + zeros17
                                + "0200000000ca"
                                + zeros17
                                + "02000000005e"
                                + "a1a2a3a4a5a6a7a8"
                                + "0000000000000000"
                                + "026bcba5354e08"
                                + "00"
                                + "b59319d7e8157ba001b018669ccee30d");
    }

    @Test
    void setKeyLiesAsTheTableSays() {
        Bytes frame =
                MmeCodec.encode(
                        new MmeFrame(
                                MacAddress.LOCAL_MODEM,
                                Frames.CAR,
                                new Mme.SetKeyReq(0, Frames.NMK.id(), Frames.NMK)));
        assertThat(frame.toHex())
                .isEqualTo(
                        "00b052000001"
                                + "0200000000ca"
                                + "88e1"
                                + "01"
                                + "0860"
                                + "0000"
                                + "01"
                                + "00000000"
                                + "00000000"
                                + "04"
                                + "0000"
                                + "00"
                                + "00"
                                + "026bcba5354e08"
                                + "01"
                                + "b59319d7e8157ba001b018669ccee30d"
                                + "000000");
    }

    @Test
    void attenuationLiesAsTheTableSays() {
        Bytes frame =
                MmeCodec.encode(
                        Frames.carrying(
                                new Mme.AttenCharInd(
                                        Frames.CAR, Frames.RUN, 10, Attenuation.flat(27))));
        assertThat(frame.slice(19, 129).toHex())
                .isEqualTo(
                        "0000"
                                + "0200000000ca"
                                + "a1a2a3a4a5a6a7a8"
                                + "00".repeat(34)
                                + "0a"
                                + "3a"
                                + "1b".repeat(58));
    }

    @Test
    void truncatedSoundOfOldSendersIsRead() {
        Bytes whole =
                MmeCodec.encode(
                        Frames.carrying(
                                new Mme.MnbcSoundInd(
                                        9,
                                        Frames.RUN,
                                        Bytes.fromHex("00112233445566778899aabbccddeeff"))));
        assertThat(MmeCodec.decode(whole.slice(0, 64)).message())
                .isEqualTo(
                        new Mme.MnbcSoundInd(9, Frames.RUN, Bytes.fromHex("001122334455667788")));
    }

    @Test
    void longerFramesOfOtherToolsAreRead() {
        Mme message = new Mme.AttenCharInd(Frames.CAR, Frames.RUN, 10, Attenuation.flat(27));
        Bytes padded =
                MmeCodec.encode(Frames.carrying(message)).plus(Bytes.of(new byte[326 - 129]));
        assertThat(MmeCodec.decode(padded).message()).isEqualTo(message);
    }

    @ParameterizedTest
    @FieldSource("messages")
    void everyCutIsRefused(Mme message) {
        Bytes whole = MmeCodec.encode(Frames.carrying(message));
        for (int length = 0; length < whole.length(); length++) {
            Bytes cut = whole.slice(0, length);
            boolean readWhenShort =
                    message instanceof Mme.MnbcSoundInd || message instanceof Mme.VersionCnf;
            if (readWhenShort && length >= 60) {
                assertThatCode(() -> MmeCodec.decode(cut)).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(() -> MmeCodec.decode(cut))
                        .as("%d octets", length)
                        .isInstanceOf(MmeException.class);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("messages")
    void everyChangedOctetIsReadOrRefused(Mme message) {
        byte[] whole = MmeCodec.encode(Frames.carrying(message)).toArray();
        for (int at = 0; at < whole.length; at++) {
            byte kept = whole[at];
            for (int value = 0; value < 256; value++) {
                whole[at] = (byte) value;
                readOrRefused(Bytes.of(whole));
            }
            whole[at] = kept;
        }
    }

    @Test
    void noiseIsReadOrRefused() {
        Random random = new Random(15118);
        for (int round = 0; round < 100_000; round++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (noise.length > 17) {
                noise[12] = (byte) 0x88;
                noise[13] = (byte) 0xe1;
                noise[14] = (byte) random.nextInt(3);
                noise[15] = (byte) (random.nextInt(0x20) + 0x60);
                noise[16] = 0x60;
            }
            readOrRefused(Bytes.owning(noise));
        }
    }

    private static void readOrRefused(Bytes octets) {
        Throwable thrown = catchThrowable(() -> MmeCodec.encode(MmeCodec.decode(octets)));
        assertThat(thrown)
                .satisfiesAnyOf(
                        t -> assertThat(t).isNull(),
                        t -> assertThat(t).isInstanceOf(MmeException.class));
    }

    @ParameterizedTest
    @CsvSource({
        "12, 86, octet 12: expected ethertype 88e1",
        "17, 10, octet 17: expected an unfragmented message",
        "19, 01, octet 19: expected APPLICATION_TYPE 0",
        "20, 01, octet 20: expected SECURITY_TYPE 0",
        "21, 3f, octet 21: expected MVFLength 62"
    })
    void refusalNamesThePlace(int at, String value, String expected) {
        byte[] frame =
                MmeCodec.encode(
                                Frames.carrying(
                                        new Mme.SlacMatchReq(
                                                Frames.CAR, Frames.STATION, Frames.RUN)))
                        .toArray();
        frame[at] = Bytes.fromHex(value).at(0);
        assertThatThrownBy(() -> MmeCodec.decode(Bytes.of(frame)))
                .isInstanceOfSatisfying(
                        MmeException.class, e -> assertThat(e.offset()).isEqualTo(at))
                .hasMessageStartingWith(expected);
    }

    @ParameterizedTest
    @CsvSource({"0", "59", "255"})
    void groupCountIsLimitedBeforeAnythingIsTaken(int count) {
        byte[] frame =
                MmeCodec.encode(
                                Frames.carrying(
                                        new Mme.AttenProfileInd(Frames.CAR, Attenuation.flat(1))))
                        .toArray();
        frame[25] = (byte) count;
        assertThatThrownBy(() -> MmeCodec.decode(Bytes.of(frame)))
                .isInstanceOf(MmeException.class)
                .hasMessageContaining("expected 1 to 58 attenuation groups, got " + count);
    }

    @Test
    void longestFrameIsLimited() {
        assertThatThrownBy(() -> MmeCodec.decode(Bytes.of(new byte[1515])))
                .isInstanceOf(MmeException.class);
    }
}
