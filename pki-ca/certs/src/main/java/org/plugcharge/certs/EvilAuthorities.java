package org.plugcharge.certs;

import static org.plugcharge.certs.Iso2Profile.CPO_SUB_CA_2;
import static org.plugcharge.certs.Iso2Profile.CPS_LEAF;
import static org.plugcharge.certs.Iso2Profile.MO_SUB_CA_1;
import static org.plugcharge.certs.Iso2Profile.OEM_PROVISIONING_LEAF;
import static org.plugcharge.certs.Iso2Profile.OEM_SUB_CA_2;
import static org.plugcharge.certs.Iso2Profile.SECC_LEAF;

import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may issue, and what a key may be used for. */
final class EvilAuthorities {

    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String NAME_CONSTRAINTS = "2.5.29.30";
    private static final String POLICY_CONSTRAINTS = "2.5.29.36";
    private static final String INHIBIT_ANY_POLICY = "2.5.29.54";

    private EvilAuthorities() {}

    static List<EvilChain> of(EvilScene scene) {
        List<EvilChain> all = new ArrayList<>(issuers(scene));
        all.addAll(lengths(scene));
        all.addAll(leaves(scene));
        all.addAll(roles(scene));
        all.addAll(extensions(scene));
        return all;
    }

    private static List<EvilChain> issuers(EvilScene scene) {
        return List.of(
                scene.underSub2(
                        "sub-ca-no-ca",
                        "The second sub-CA says CA:FALSE.",
                        scene.sub2().ca(false),
                        Reason.NOT_A_CA),
                scene.underSub2(
                        "sub-ca-no-constraints",
                        "The second sub-CA has no BasicConstraints.",
                        scene.sub2().without(BASIC_CONSTRAINTS),
                        Reason.NOT_A_CA),
                scene.underSub2(
                        "sub-ca-constraints-not-critical",
                        "The BasicConstraints of the second sub-CA are not critical.",
                        scene.sub2().constraints(false, new BasicConstraints(0)),
                        Reason.NOT_A_CA),
                scene.underSub2(
                        "sub-ca-no-cert-sign",
                        "The second sub-CA may not sign certificates.",
                        scene.sub2().usages(KeyUsage.DIGITAL_SIGNATURE, KeyUsage.CRL_SIGN),
                        Reason.WRONG_KEY_USAGE),
                scene.underSub2(
                        "sub-ca-no-key-usage",
                        "The second sub-CA has no KeyUsage.",
                        scene.sub2().without(KEY_USAGE),
                        Reason.WRONG_KEY_USAGE),
                scene.underSub2(
                        "sub-ca-version-1",
                        "The second sub-CA is a version 1 certificate.",
                        scene.sub2()
                                .version(1)
                                .without(BASIC_CONSTRAINTS)
                                .without(KEY_USAGE)
                                .without("2.5.29.14")
                                .without("2.5.29.35")
                                .without("1.3.6.1.5.5.7.1.1")
                                .without("2.5.29.32"),
                        Reason.MALFORMED));
    }

    private static List<EvilChain> lengths(EvilScene scene) {
        Certificate narrow =
                Forge.copy(scene.sub1)
                        .pathLength(Optional.of(0))
                        .signedBy(scene.pki.key(Iso2Profile.MO_ROOT));
        SoftwareKey thirdKey = scene.key("third");
        Certificate third =
                scene.sub2()
                        .subject(_ -> "CN=THIRD,DC=MO")
                        .under(scene.sub2)
                        .keyIdentifier(thirdKey.publicKey().keyIdentifier())
                        .key(thirdKey.publicKey())
                        .signedBy(scene.issuerKey());
        Certificate wide =
                scene.sub2().pathLength(Optional.empty()).signedBy(scene.pki.key(MO_SUB_CA_1));
        Certificate deep = scene.leaf().under(third).signedBy(thirdKey);
        return List.of(
                scene.contract(
                        "path-length",
                        "The first sub-CA allows no CA below it, but there is one.",
                        CertificateChain.of(scene.leaf, scene.sub2, narrow),
                        Reason.PATH_TOO_LONG),
                scene.contract(
                        "path-three-sub-cas",
                        "Three sub-CAs, and the second allows no CA below it.",
                        CertificateChain.of(deep, third, scene.sub2, scene.sub1),
                        Reason.PATH_TOO_LONG),
                scene.contract(
                        "path-three-sub-cas-unlimited",
                        "Three sub-CAs; no path length speaks against it, but the standard does.",
                        CertificateChain.of(deep, third, wide, scene.sub1),
                        Reason.PATH_TOO_LONG));
    }

    private static List<EvilChain> leaves(EvilScene scene) {
        return List.of(
                scene.contract(
                        "leaf-is-ca",
                        "The contract is a CA.",
                        scene.signed(scene.leaf().ca(true)),
                        Reason.CA_AS_LEAF),
                scene.contract(
                        "leaf-cert-sign",
                        "The contract may sign certificates.",
                        scene.signed(
                                scene.leaf()
                                        .usages(
                                                KeyUsage.DIGITAL_SIGNATURE,
                                                KeyUsage.KEY_CERT_SIGN)),
                        Reason.WRONG_KEY_USAGE),
                scene.contract(
                        "leaf-no-signature-usage",
                        "The contract may not sign messages.",
                        scene.signed(scene.leaf().usages(KeyUsage.KEY_AGREEMENT)),
                        Reason.WRONG_KEY_USAGE),
                scene.contract(
                        "leaf-no-key-usage",
                        "The contract has no KeyUsage.",
                        scene.signed(scene.leaf().without(KEY_USAGE)),
                        Reason.WRONG_KEY_USAGE),
                scene.contract(
                        "leaf-ocsp-signer",
                        "The contract may sign OCSP answers of its CA.",
                        scene.signed(scene.leaf().extendedKeyUsage(Iso2Profile.OCSP_SIGNING)),
                        Reason.WRONG_KEY_USAGE),
                scene.judged(
                        "station-client-auth",
                        "A station's certificate for TLS clients only.",
                        CertificateChain.of(
                                Forge.copy(scene.pki.certificate(SECC_LEAF))
                                        .extendedKeyUsage(Iso20Profile.CLIENT_AUTH)
                                        .signedBy(scene.pki.key(CPO_SUB_CA_2)),
                                scene.pki.certificate(CPO_SUB_CA_2),
                                scene.pki.certificate(Iso2Profile.CPO_SUB_CA_1)),
                        Purpose.SECC,
                        Reason.WRONG_KEY_USAGE),
                scene.judged(
                        "vehicle-no-agreement",
                        "A provisioning certificate that may not agree on keys.",
                        scene.pki.chainOf(
                                Forge.copy(scene.pki.certificate(OEM_PROVISIONING_LEAF))
                                        .usages(KeyUsage.DIGITAL_SIGNATURE)
                                        .signedBy(scene.pki.key(OEM_SUB_CA_2)),
                                OEM_PROVISIONING_LEAF),
                        Purpose.PROVISIONING,
                        Reason.WRONG_KEY_USAGE));
    }

    private static List<EvilChain> roles(EvilScene scene) {
        TestPki pki = scene.pki;
        return List.of(
                scene.judged(
                        "contract-as-station",
                        "A contract in a station's TLS handshake.",
                        pki.chain(Iso2Profile.CONTRACT_LEAF),
                        Purpose.SECC,
                        Reason.UNTRUSTED),
                scene.judged(
                        "mo-root-for-vehicle",
                        "A contract as TLS client: a mobility operator's root vouches for no"
                                + " vehicle.",
                        scene.iso20.chain(Iso20Profile.CONTRACT_LEAF),
                        Purpose.VEHICLE,
                        scene.iso20.anchors(),
                        Reason.UNTRUSTED),
                scene.judged(
                        "provisioning-as-vehicle",
                        "A provisioning certificate of ISO 15118-20 as TLS client.",
                        scene.iso20.chain(Iso20Profile.OEM_PROVISIONING_LEAF),
                        Purpose.VEHICLE,
                        scene.iso20.anchors(),
                        Reason.WRONG_DOMAIN),
                scene.judged(
                        "station-as-contract",
                        "A station's certificate as contract.",
                        pki.chain(SECC_LEAF),
                        Purpose.CONTRACT,
                        Reason.WRONG_DOMAIN),
                scene.judged(
                        "station-as-cps",
                        "A station's certificate signs contract data.",
                        pki.chain(SECC_LEAF),
                        Purpose.CPS,
                        Reason.WRONG_DOMAIN),
                scene.judged(
                        "cps-as-station",
                        "A provisioning service in a station's TLS handshake.",
                        pki.chain(CPS_LEAF),
                        Purpose.SECC,
                        Reason.WRONG_KEY_USAGE),
                byStationOperator(
                        scene,
                        "contract-by-station-operator",
                        Iso2Profile.CONTRACT_LEAF,
                        Purpose.CONTRACT),
                byStationOperator(scene, "cps-by-station-operator", CPS_LEAF, Purpose.CPS),
                byStationOperator(
                        scene,
                        "vehicle-by-station-operator",
                        OEM_PROVISIONING_LEAF,
                        Purpose.PROVISIONING));
    }

    private static EvilChain byStationOperator(
            EvilScene scene, String id, Iso2Profile role, Purpose<?> purpose) {
        Certificate made =
                Forge.copy(scene.pki.certificate(role))
                        .under(scene.pki.certificate(CPO_SUB_CA_2))
                        .signedBy(scene.pki.key(CPO_SUB_CA_2));
        return scene.judged(
                id,
                "Under the V2G root a station operator's CA made a " + role.id() + ".",
                scene.pki.chainOf(made, SECC_LEAF),
                purpose,
                Reason.WRONG_DOMAIN);
    }

    private static List<EvilChain> extensions(EvilScene scene) {
        NameConstraints constraints =
                new NameConstraints(
                        new GeneralSubtree[] {
                            new GeneralSubtree(new GeneralName(GeneralName.dNSName, "example.org"))
                        },
                        null);
        DERSequence requirePolicy =
                new DERSequence(new DERTaggedObject(false, 0, new ASN1Integer(0)));
        return List.of(
                scene.contract(
                        "leaf-unknown-critical",
                        "The contract has a critical extension nobody knows.",
                        scene.signed(scene.leaf().unknownCriticalExtension()),
                        Reason.UNKNOWN_EXTENSION),
                scene.underSub2(
                        "sub-ca-unknown-critical",
                        "The second sub-CA has a critical extension nobody knows.",
                        scene.sub2().unknownCriticalExtension(),
                        Reason.UNKNOWN_EXTENSION),
                scene.underSub2(
                        "sub-ca-name-constraints",
                        "The second sub-CA has critical name constraints.",
                        scene.sub2().extension(NAME_CONSTRAINTS, true, constraints),
                        Reason.UNKNOWN_EXTENSION),
                scene.underSub2(
                        "sub-ca-name-constraints-quiet",
                        "The second sub-CA has name constraints that are not critical.",
                        scene.sub2().extension(NAME_CONSTRAINTS, false, constraints),
                        Reason.UNKNOWN_EXTENSION),
                scene.underSub2(
                        "sub-ca-policy-constraints",
                        "The second sub-CA demands a policy the contract does not have.",
                        scene.sub2().extension(POLICY_CONSTRAINTS, true, requirePolicy),
                        Reason.UNKNOWN_EXTENSION),
                scene.underSub2(
                        "sub-ca-inhibit-any-policy",
                        "The second sub-CA forbids the policy 'any'.",
                        scene.sub2().extension(INHIBIT_ANY_POLICY, true, new ASN1Integer(0)),
                        Reason.UNKNOWN_EXTENSION));
    }
}
