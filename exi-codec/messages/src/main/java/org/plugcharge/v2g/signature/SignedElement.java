package org.plugcharge.v2g.signature;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.CertificateChain;
import org.plugcharge.v2g.iso2.CertificateInstallationReq;
import org.plugcharge.v2g.iso2.CertificateUpdateReq;
import org.plugcharge.v2g.iso2.ContractSignatureEncryptedPrivateKey;
import org.plugcharge.v2g.iso2.DhPublicKey;
import org.plugcharge.v2g.iso2.EmaidElement;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.MeteringReceiptReq;
import org.plugcharge.v2g.iso2.SalesTariff;
import org.plugcharge.v2g.iso20.commonmessages.AbsolutePriceSchedule;
import org.plugcharge.v2g.iso20.commonmessages.CommonMessagesCodec;
import org.plugcharge.v2g.iso20.commonmessages.PncAReqAuthorizationMode;
import org.plugcharge.v2g.iso20.commonmessages.PriceLevelSchedule;
import org.plugcharge.v2g.iso20.commonmessages.SignedCertificateChain;
import org.plugcharge.v2g.iso20.commonmessages.SignedInstallationData;
import org.plugcharge.v2g.iso20.commonmessages.SignedMeteringData;

import java.util.function.Function;

/**
 * An element that is, or has to be, signed: the record itself, its {@code Id}, and how it becomes
 * the fragment that is digested.
 *
 * <p>What is digested is always made anew from this record, so what a good signature covers is what
 * the caller goes on to use.
 */
public final class SignedElement {

    private final @Nullable String id;
    private final Object element;
    private final Bytes fragment;

    private <T> SignedElement(@Nullable String id, T element, Function<T, Bytes> codec) {
        this.id = id;
        this.element = element;
        this.fragment = codec.apply(element);
    }

    /** The whole request, signed with the contract key. */
    public static SignedElement of(AuthorizationReq element) {
        return new SignedElement(element.id(), element, Iso2Codec::fragment);
    }

    /** The whole request, signed with the contract key. */
    public static SignedElement of(MeteringReceiptReq element) {
        return new SignedElement(element.id(), element, Iso2Codec::fragment);
    }

    /** The whole request, signed with the provisioning key. */
    public static SignedElement of(CertificateInstallationReq element) {
        return new SignedElement(element.id(), element, Iso2Codec::fragment);
    }

    /** The whole request, signed with the contract key that ends. */
    public static SignedElement of(CertificateUpdateReq element) {
        return new SignedElement(element.id(), element, Iso2Codec::fragment);
    }

    /** One tariff, signed by the mobility operator. */
    public static SignedElement of(SalesTariff element) {
        return new SignedElement(element.id(), element, Iso2Codec::fragment);
    }

    /** The contract chain in a response, signed by the provisioning service. */
    public static SignedElement of(CertificateChain element) {
        return new SignedElement(element.id(), element, Iso2Codec::fragment);
    }

    /** The contract key in a response, signed by the provisioning service. */
    public static SignedElement of(ContractSignatureEncryptedPrivateKey element) {
        return new SignedElement(element.id(), element, Iso2Codec::fragment);
    }

    /** The ephemeral key in a response, signed by the provisioning service. */
    public static SignedElement of(DhPublicKey element) {
        return new SignedElement(element.id(), element, Iso2Codec::fragment);
    }

    /** The eMAID in a response, signed by the provisioning service. */
    public static SignedElement of(EmaidElement element) {
        return new SignedElement(element.id(), element, Iso2Codec::fragment);
    }

    /** The mode of an AuthorizationReq of ISO 15118-20, signed with the contract key. */
    public static SignedElement of(PncAReqAuthorizationMode element) {
        return new SignedElement(element.id(), element, CommonMessagesCodec::fragment);
    }

    /**
     * The chain in a CertificateInstallationReq of ISO 15118-20, signed with the provisioning key.
     */
    public static SignedElement of(SignedCertificateChain element) {
        return new SignedElement(element.id(), element, CommonMessagesCodec::fragment);
    }

    /**
     * The contract in a CertificateInstallationRes of ISO 15118-20, signed by the provisioning
     * service.
     */
    public static SignedElement of(SignedInstallationData element) {
        return new SignedElement(element.id(), element, CommonMessagesCodec::fragment);
    }

    /** Meter readings of ISO 15118-20 that a car confirms. */
    public static SignedElement of(SignedMeteringData element) {
        return new SignedElement(element.id(), element, CommonMessagesCodec::fragment);
    }

    /** Prices of ISO 15118-20 in money, signed by the mobility operator. */
    public static SignedElement of(AbsolutePriceSchedule element) {
        return new SignedElement(element.id(), element, CommonMessagesCodec::fragment);
    }

    /** Prices of ISO 15118-20 in levels, signed by the mobility operator. */
    public static SignedElement of(PriceLevelSchedule element) {
        return new SignedElement(element.id(), element, CommonMessagesCodec::fragment);
    }

    /** The name by which a reference points to it; missing where the schema lets it be. */
    public @Nullable String id() {
        return id;
    }

    /** The record. */
    public Object element() {
        return element;
    }

    /** The octets that are digested. */
    public Bytes fragment() {
        return fragment;
    }

    @Override
    public String toString() {
        return element.getClass().getSimpleName() + (id == null ? " without Id" : " #" + id);
    }
}
