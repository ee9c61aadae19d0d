package org.plugcharge.v2g.iso2;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

import java.util.List;

/**
 * A leaf certificate and its sub-CA certificates, DER, without the root; at most 800 octets each.
 *
 * <p>The {@code Id} is present where the element is signed.
 */
@ComplexType("CertificateChainType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record CertificateChain(
        @Attribute(value = "Id", xs = Xs.ID) @Nullable String id,
        @Wire("Certificate") @Length(max = 800) Bytes certificate,
        @Wire("SubCertificates") @Nullable SubCertificates subCertificates) {

    /** A chain without {@code Id}; {@code subCertificates} may be empty. */
    public static CertificateChain of(Bytes certificate, List<Bytes> subCertificates) {
        return of(null, certificate, subCertificates);
    }

    /** A chain with the {@code Id} by which a signature refers to it. */
    public static CertificateChain of(
            @Nullable String id, Bytes certificate, List<Bytes> subCertificates) {
        return new CertificateChain(
                id,
                certificate,
                subCertificates.isEmpty() ? null : new SubCertificates(subCertificates));
    }

    /** The sub-CA certificates, none if the element is absent. */
    public List<Bytes> subCertificateList() {
        return subCertificates == null ? List.of() : subCertificates.certificates();
    }
}
