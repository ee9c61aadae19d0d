package org.plugcharge.certs;

import static org.plugcharge.certs.Iso2Profile.CPO_SUB_CA_2;
import static org.plugcharge.certs.Iso2Profile.OEM_PROVISIONING_LEAF;
import static org.plugcharge.certs.Iso2Profile.OEM_SUB_CA_2;
import static org.plugcharge.certs.Iso2Profile.SECC_LEAF;

import java.util.List;
import java.util.function.UnaryOperator;

/** Names and domain components that are not what they have to be. */
final class EvilNames {

    private EvilNames() {}

    static List<EvilChain> of(EvilScene scene) {
        String emaid = scene.pki.options().emaid().canonical();
        return List.of(
                scene.judged(
                        "emaid-swapped",
                        "A right contract, but the car claims another account.",
                        scene.pki.chain(Iso2Profile.CONTRACT_LEAF),
                        Purpose.contractOf(Emaid.parse("FRXYZ123456789")),
                        Reason.OTHER_IDENTITY),
                leaf(
                        scene,
                        "emaid-wrong-check",
                        "The eMAID has a wrong check character.",
                        name -> name.replace(emaid, emaid.substring(0, 14) + wrongCheck(emaid))),
                leaf(
                        scene,
                        "emaid-short",
                        "The eMAID has 9 characters.",
                        name -> name.replace(emaid, emaid.substring(0, 9))),
                leaf(
                        scene,
                        "emaid-look-alike",
                        "A letter of the eMAID is Cyrillic and looks the same.",
                        name -> name.replace(emaid, emaid.replaceFirst("C", "\u0421"))),
                leaf(
                        scene,
                        "emaid-control-character",
                        "A line feed follows the eMAID.",
                        name -> name.replace(emaid, emaid + "\\0A")),
                leaf(
                        scene,
                        "emaid-look-up",
                        "The name is a look-up for a careless log.",
                        name -> name.replace(emaid, "${jndi:ldap://127.0.0.1:1389/x}")),
                leaf(
                        scene,
                        "name-two-common-names",
                        "Two common names, one of another account.",
                        name -> name + ",CN=FRXYZ1234567892"),
                leaf(
                        scene,
                        "name-no-common-name",
                        "No common name.",
                        name -> name.replace("CN=" + emaid + ",", "")),
                leaf(
                        scene,
                        "name-pcid",
                        "A PCID in place of the eMAID.",
                        name -> name.replace(emaid, scene.pki.options().pcid().text())),
                domain(
                        scene,
                        "domain-other-role",
                        "A contract with DC=CPO.",
                        name -> name.replace("DC=MO", "DC=CPO")),
                domain(
                        scene,
                        "domain-two",
                        "A contract with DC=MO and DC=CPO.",
                        name -> name + ",DC=CPO"),
                domain(
                        scene,
                        "domain-lower-case",
                        "A contract with DC=mo.",
                        name -> name.replace("DC=MO", "DC=mo")),
                scene.underSub2(
                        "domain-of-sub-ca",
                        "The second sub-CA of the mobility operator says DC=OEM.",
                        scene.sub2().subject(name -> name.replace("DC=MO", "DC=OEM")),
                        Reason.UNTRUSTED),
                subDomain(scene),
                station(
                        scene,
                        "station-no-domain",
                        "A station's certificate without DC.",
                        name -> name.replace(",DC=CPO", ""),
                        Reason.WRONG_DOMAIN),
                station(
                        scene,
                        "station-domain-v2g",
                        "A station's certificate with DC=V2G, which is its CA's.",
                        name -> name.replace("DC=CPO", "DC=V2G"),
                        Reason.WRONG_DOMAIN),
                station(
                        scene,
                        "station-no-name",
                        "A station's certificate without common name.",
                        _ -> "O=nobody,DC=CPO",
                        Reason.WRONG_NAME),
                scene.judged(
                        "pcid-swapped",
                        "A right provisioning certificate, but of another vehicle.",
                        scene.pki.chain(OEM_PROVISIONING_LEAF),
                        Purpose.provisioningOf(new Pcid("WPCTESTVEHICLE002")),
                        Reason.OTHER_IDENTITY),
                scene.judged(
                        "pcid-short",
                        "A PCID of 16 characters.",
                        scene.pki.chainOf(
                                Forge.copy(scene.pki.certificate(OEM_PROVISIONING_LEAF))
                                        .subject(name -> name.replace("VEHICLE001", "VEHICLE01"))
                                        .signedBy(scene.pki.key(OEM_SUB_CA_2)),
                                OEM_PROVISIONING_LEAF),
                        Purpose.PROVISIONING,
                        Reason.WRONG_NAME),
                iso20(
                        scene,
                        "pcid-17-in-iso20",
                        "A PCID of 17 characters in ISO 15118-20, which needs 18.",
                        Iso20Profile.OEM_PROVISIONING_LEAF,
                        name ->
                                name.replace(
                                        scene.iso20.pcid().text(),
                                        scene.pki.options().pcid().text()),
                        Purpose.PROVISIONING.in(Edition.ISO20)),
                iso20(
                        scene,
                        "vehicle-name-country",
                        "A vehicle's TLS certificate with a country in its name.",
                        Iso20Profile.VEHICLE_LEAF,
                        name -> name + ",C=DE",
                        Purpose.VEHICLE),
                iso20(
                        scene,
                        "vehicle-name-no-evccid",
                        "A vehicle's TLS certificate whose name is no EVCCID.",
                        Iso20Profile.VEHICLE_LEAF,
                        _ -> "CN=some car,O=TEST",
                        Purpose.VEHICLE));
    }

    private static EvilChain leaf(
            EvilScene scene, String id, String fault, UnaryOperator<String> change) {
        return scene.contract(
                id, fault, scene.signed(scene.leaf().subject(change)), Reason.WRONG_NAME);
    }

    private static EvilChain domain(
            EvilScene scene, String id, String fault, UnaryOperator<String> change) {
        return scene.contract(
                id, fault, scene.signed(scene.leaf().subject(change)), Reason.WRONG_DOMAIN);
    }

    /** The whole lower half is renamed, so that the path holds but for the role. */
    private static EvilChain subDomain(EvilScene scene) {
        Certificate sub =
                scene.sub2()
                        .subject(name -> name.replace("DC=MO", "DC=OEM"))
                        .signedBy(scene.pki.key(Iso2Profile.MO_SUB_CA_1));
        Certificate leaf = scene.leaf().under(sub).signedBy(scene.issuerKey());
        return scene.contract(
                "domain-of-sub-ca-and-issuer",
                "A contract issued by a sub-CA of another role.",
                CertificateChain.of(leaf, sub, scene.sub1),
                Reason.WRONG_DOMAIN);
    }

    private static EvilChain station(
            EvilScene scene,
            String id,
            String fault,
            UnaryOperator<String> change,
            Reason expected) {
        Certificate made =
                Forge.copy(scene.pki.certificate(SECC_LEAF))
                        .subject(change)
                        .signedBy(scene.pki.key(CPO_SUB_CA_2));
        return scene.judged(id, fault, scene.pki.chainOf(made, SECC_LEAF), Purpose.SECC, expected);
    }

    private static EvilChain iso20(
            EvilScene scene,
            String id,
            String fault,
            Iso20Profile role,
            UnaryOperator<String> change,
            Purpose<?> purpose) {
        Certificate made =
                Forge.copy(scene.iso20.certificate(role))
                        .subject(change)
                        .signedBy(scene.iso20.key(role.issuer().orElseThrow()));
        return scene.judged(
                id,
                fault,
                scene.iso20.chainOf(made, role),
                purpose,
                scene.iso20.anchors(),
                Reason.WRONG_NAME);
    }

    private static char wrongCheck(String emaid) {
        return emaid.charAt(14) == 'A' ? 'B' : 'A';
    }
}
