package org.plugcharge.evcc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.TestPki;
import org.plugcharge.evcc.demo.CertificateTree.Member;
import org.plugcharge.evcc.demo.CertificateTree.Standing;
import org.plugcharge.exi.Bytes;

import java.util.ArrayList;
import java.util.List;

class CertificateTreeTest {

    private static final TestPki PKI = TestPki.create(1, SampleSession.PLUGGED_IN);

    @Test
    void everyCertificateStandsBelowItsIssuer() {
        List<CertificateTree> trees = SampleSession.trees();
        assertThat(trees).extracting(CertificateTree::standing).containsOnly(Standing.SELF_SIGNED);
        assertThat(trees).hasSize(4);
        CertificateTree v2g = trees.getFirst();
        assertThat(v2g.subject()).isEqualTo("TEST V2G ROOT");
        assertThat(v2g.children())
                .extracting(CertificateTree::subject)
                .containsExactly("TEST CPO SUB CA 1", "TEST CPS SUB CA 1");
        CertificateTree station =
                v2g.children().getFirst().children().getFirst().children().getFirst();
        assertThat(station.subject()).isEqualTo("DE*PNC*E00001");
        assertThat(station.uses()).containsExactly("station, TLS");
        assertThat(station.standing()).isEqualTo(Standing.SIGNED_BY_ISSUER);
        assertThat(station.keyAlgorithm()).isEqualTo("EC P-256");
        assertThat(station.signatureAlgorithm()).isEqualTo("SHA256withECDSA");
        assertThat(station.octets()).isBetween(400, 800);
        assertThat(v2g.flattened()).hasSize(7);
    }

    @Test
    void theOrderDoesNotMatterAndUsesAreJoined() {
        List<Member> members = new ArrayList<>();
        for (Iso2Profile profile :
                List.of(
                        Iso2Profile.CONTRACT_LEAF,
                        Iso2Profile.MO_ROOT,
                        Iso2Profile.MO_SUB_CA_2,
                        Iso2Profile.MO_SUB_CA_1)) {
            members.add(new Member(PKI.certificate(profile).der(), "first"));
            members.add(new Member(PKI.certificate(profile).der(), "second"));
            members.add(new Member(PKI.certificate(profile).der(), "first"));
        }
        List<CertificateTree> trees = CertificateTree.of(members);
        assertThat(trees).hasSize(1);
        assertThat(trees.getFirst().flattened())
                .hasSize(4)
                .allSatisfy(tree -> assertThat(tree.uses()).containsExactly("first", "second"));
    }

    @Test
    void aSignatureThatDoesNotFitIsShown() {
        CertificateTree root = SampleSession.forgedTrees().getFirst();
        assertThat(root.standing()).isEqualTo(Standing.SELF_SIGNED);
    }

    @Test
    void aCertificateThatOnlyNamesTheOneAboveIsForged() {
        byte[] der = PKI.certificate(Iso2Profile.MO_SUB_CA_1).der().toArray();
        der[der.length - 1] ^= 1;
        List<CertificateTree> trees =
                CertificateTree.of(
                        List.of(
                                new Member(PKI.certificate(Iso2Profile.MO_ROOT).der(), ""),
                                new Member(Bytes.owning(der), "contract")));
        assertThat(trees).hasSize(1);
        CertificateTree forged = trees.getFirst().children().getFirst();
        assertThat(forged.standing()).isEqualTo(Standing.FORGED);
        assertThat(forged.standing().wrong()).isTrue();
    }

    @Test
    void whatIsMissingOrBrokenIsSaid() {
        List<CertificateTree> trees =
                CertificateTree.of(
                        List.of(
                                new Member(Bytes.fromHex("3003020101"), "garbage"),
                                new Member(
                                        PKI.certificate(Iso2Profile.SECC_LEAF).der(), "station")));
        assertThat(trees)
                .extracting(CertificateTree::standing)
                .containsExactly(Standing.ISSUER_NOT_SHOWN, Standing.UNREADABLE);
        assertThat(trees.getLast().subject()).startsWith("no certificate");
    }

    @Test
    void tooManyAreCut() {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < CertificateTree.MAX_CERTIFICATES + 50; i++) {
            members.add(new Member(Bytes.of((byte) i, (byte) (i >> 8)), ""));
        }
        assertThat(CertificateTree.of(members)).hasSize(CertificateTree.MAX_CERTIFICATES);
    }
}
