package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.DocumentCodec;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.iso20.codec.commonmessages.CommonMessagesDocuments;
import org.plugcharge.v2g.iso20.codec.commonmessages.CommonMessagesFragments;

/**
 * Codes the messages of the set CommonMessages, and the elements of ISO 15118-20 that are signed.
 */
public final class CommonMessagesCodec {

    /** The messages as EXI documents. */
    public static final DocumentCodec<CommonMessage> MESSAGES =
            new DocumentCodec<>(CommonMessagesDocuments.CODEC, CommonMessage.class);

    private CommonMessagesCodec() {}

    /** PnC_AReqAuthorizationMode as the fragment that is digested. */
    public static Bytes fragment(PncAReqAuthorizationMode element) {
        return written(element);
    }

    /** OEMProvisioningCertificateChain as the fragment that is digested. */
    public static Bytes fragment(SignedCertificateChain element) {
        return written(element);
    }

    /** SignedInstallationData as the fragment that is digested. */
    public static Bytes fragment(SignedInstallationData element) {
        return written(element);
    }

    /** SignedMeteringData as the fragment that is digested. */
    public static Bytes fragment(SignedMeteringData element) {
        return written(element);
    }

    /** AbsolutePriceSchedule or PriceLevelSchedule as the fragment that is digested. */
    public static Bytes fragment(PriceSchedule element) {
        return written((Record) element);
    }

    private static Bytes written(Record element) {
        BitWriter out = new BitWriter();
        CommonMessagesFragments.CODEC.encode(out, element);
        return out.toBytes();
    }

    /** Reads a fragment of one of the elements that are signed. */
    public static NamedValue decodeFragment(Bytes octets) {
        return CommonMessagesFragments.CODEC.decode(new BitReader(octets));
    }
}
