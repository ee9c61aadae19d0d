package org.plugcharge.plc.mme;

import org.plugcharge.exi.Bytes;

import java.util.List;

/** One frame of every message, for tests of all kinds. */
public final class Frames {

    public static final MacAddress CAR = MacAddress.parse("02:00:00:00:00:ca");
    public static final MacAddress STATION = MacAddress.parse("02:00:00:00:00:5e");
    public static final RunId RUN = new RunId(Bytes.fromHex("a1a2a3a4a5a6a7a8"));
    public static final Nmk NMK = new Nmk(Bytes.fromHex("b59319d7e8157ba001b018669ccee30d"));

    /** Every message once, {@link Mme.Other} in both header forms. */
    public static final List<Mme> MESSAGES =
            List.of(
                    new Mme.SlacParmReq(RUN),
                    new Mme.SlacParmCnf(MacAddress.BROADCAST, 10, 6, 1, CAR, RUN),
                    new Mme.StartAttenCharInd(10, 6, 1, CAR, RUN),
                    new Mme.MnbcSoundInd(9, RUN, Bytes.fromHex("00112233445566778899aabbccddeeff")),
                    new Mme.AttenProfileInd(CAR, Attenuation.flat(27)),
                    new Mme.AttenCharInd(CAR, RUN, 10, Attenuation.flat(27)),
                    new Mme.AttenCharRsp(CAR, RUN, 0),
                    new Mme.ValidateReq(0, 3, 1),
                    new Mme.ValidateCnf(0, 2, 2),
                    new Mme.SlacMatchReq(CAR, STATION, RUN),
                    new Mme.SlacMatchCnf(CAR, STATION, RUN, NMK.id(), NMK),
                    new Mme.SetKeyReq(0, NMK.id(), NMK),
                    new Mme.SetKeyCnf(1, 0xaaaaaaaaL, 0),
                    new Mme.VersionReq(),
                    new Mme.VersionCnf(0, 0x22, "MAC-QCA7005-1.1.0.730-02"),
                    new Mme.LinkStatusReq(),
                    new Mme.LinkStatusCnf(0, true),
                    new Mme.Other(0, 0xa030, Bytes.fromHex("00b052").plus(Bytes.of(new byte[40]))),
                    new Mme.Other(1, 0x601c, Bytes.of(new byte[41])));

    private Frames() {}

    public static MmeFrame carrying(Mme message) {
        return new MmeFrame(STATION, CAR, message);
    }
}
