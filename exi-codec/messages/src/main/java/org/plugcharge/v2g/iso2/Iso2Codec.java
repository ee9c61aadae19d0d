package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.BitReader;
import org.plugcharge.exi.BitWriter;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.codec.iso2.Iso2Documents;
import org.plugcharge.v2g.codec.iso2.Iso2Fragments;

/**
 * Codes the messages of ISO 15118-2, and the elements that are signed.
 *
 * <p>{@link ExiException} is all that can go wrong: octets that are no message, or a record that
 * holds what the schema forbids. Strings are written as literals, zero octets behind a document are
 * taken as padding, second-level events are refused.
 */
public final class Iso2Codec {

    private static final String MESSAGE = "V2G_Message";

    private Iso2Codec() {}

    /** The message as an EXI document. */
    public static Bytes encode(V2gMessage message) {
        BitWriter out = new BitWriter();
        Iso2Documents.CODEC.encode(out, MESSAGE, message);
        return out.toBytes();
    }

    /**
     * Writes the message as an EXI document after a {@link BitWriter#reset} of {@code out};
     * allocates nothing once {@code out} has grown.
     */
    public static void encode(V2gMessage message, BitWriter out) {
        Iso2Documents.CODEC.encode(out.reset(), MESSAGE, message);
    }

    /**
     * Writes the message to {@code target} from {@code offset} on; the number of octets written.
     */
    public static int encode(V2gMessage message, byte[] target, int offset) {
        BitWriter out = new BitWriter();
        Iso2Documents.CODEC.encode(out, MESSAGE, message);
        return out.copyTo(target, offset);
    }

    /** Reads a message. */
    public static V2gMessage decode(Bytes octets) {
        return decode(new BitReader(octets));
    }

    /** Reads a message from {@code length} octets of an array, which is not kept. */
    public static V2gMessage decode(byte[] octets, int offset, int length) {
        return decode(new BitReader(octets, offset, length));
    }

    private static V2gMessage decode(BitReader in) {
        NamedValue root = Iso2Documents.CODEC.decode(in);
        if (root.value() instanceof V2gMessage message) {
            return message;
        }
        throw in.refuse("expected " + MESSAGE + ", found " + root.name());
    }

    /** AuthorizationReq as the fragment that is digested. */
    public static Bytes fragment(AuthorizationReq element) {
        return fragment("AuthorizationReq", element);
    }

    /** MeteringReceiptReq as the fragment that is digested. */
    public static Bytes fragment(MeteringReceiptReq element) {
        return fragment("MeteringReceiptReq", element);
    }

    /** CertificateInstallationReq as the fragment that is digested. */
    public static Bytes fragment(CertificateInstallationReq element) {
        return fragment("CertificateInstallationReq", element);
    }

    /** CertificateUpdateReq as the fragment that is digested. */
    public static Bytes fragment(CertificateUpdateReq element) {
        return fragment("CertificateUpdateReq", element);
    }

    /** SalesTariff as the fragment that is digested. */
    public static Bytes fragment(SalesTariff element) {
        return fragment("SalesTariff", element);
    }

    /**
     * ContractSignatureCertChain, the only chain that is signed, as the fragment that is digested.
     */
    public static Bytes fragment(CertificateChain element) {
        return fragment("ContractSignatureCertChain", element);
    }

    /** ContractSignatureEncryptedPrivateKey as the fragment that is digested. */
    public static Bytes fragment(ContractSignatureEncryptedPrivateKey element) {
        return fragment("ContractSignatureEncryptedPrivateKey", element);
    }

    /** DHpublickey as the fragment that is digested. */
    public static Bytes fragment(DhPublicKey element) {
        return fragment("DHpublickey", element);
    }

    /**
     * eMAID as the fragment that is digested: by the relaxed grammar, as the schema has two types
     * for its name.
     */
    public static Bytes fragment(EmaidElement element) {
        return fragment("eMAID", element);
    }

    private static Bytes fragment(String name, Object element) {
        BitWriter out = new BitWriter();
        Iso2Fragments.CODEC.encode(out, name, element);
        return out.toBytes();
    }

    /** Reads a fragment of one of the elements that are signed. */
    public static NamedValue decodeFragment(Bytes octets) {
        return Iso2Fragments.CODEC.decode(new BitReader(octets));
    }
}
