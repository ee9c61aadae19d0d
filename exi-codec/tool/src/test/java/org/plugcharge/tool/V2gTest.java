package org.plugcharge.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plugcharge.tool.Command.run;
import static org.plugcharge.tool.Command.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.TestPki;
import org.plugcharge.exi.Bytes;
import org.plugcharge.tool.Command.Result;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

class V2gTest {

    private static final Bytes MESSAGE =
            Iso2Codec.encode(
                    V2gMessage.of(
                            Bytes.fromHex("0102030405060708"),
                            new AuthorizationReq(
                                    "id1", Bytes.fromHex("000102030405060708090a0b0c0d0e0f"))));

    @Test
    void aMessageGoesThroughJsonAndXmlAndBack() {
        for (String form : new String[] {"json", "xml"}) {
            Result decoded = run("decode", "--as", form, MESSAGE.toHex());
            assertThat(decoded.status()).isZero();
            assertThat(decoded.err()).isEmpty();
            assertThat(decoded.out()).contains("AuthorizationReq").contains("id1");
            assertThat(run("encode", decoded.out()))
                    .isEqualTo(new Result(0, MESSAGE.toHex() + "\n", ""));
        }
    }

    @Test
    void inputMayBeHexBase64OrBinaryWithAFrameAroundIt(@TempDir Path folder) throws Exception {
        String json = run("decode", MESSAGE.toHex()).out();
        Bytes framed = new V2gtpFrame(PayloadType.EXI_MESSAGE, MESSAGE).encode();
        Path file = folder.resolve("message.bin");
        Files.write(file, framed.toArray());
        assertThat(run("decode", file.toString()).out()).isEqualTo(json);
        String base64 = run("encode", "--as", "base64", "--v2gtp", json).out();
        assertThat(run("decode", base64).out()).isEqualTo(json);
    }

    @Test
    void aSetThatDoesNotFitIsSaidWhenAnotherDoes() {
        Result result =
                run(
                        "encode",
                        "{\"V2G_Message\":{\"Header\":{\"SessionID\":\"00\"},"
                                + "\"Body\":{\"SessionStopReq\":{}}}}");
        assertThat(result.status()).isZero();
        assertThat(result.err())
                .startsWith("v2g encode: written as din, not: ")
                .contains("V2G_Message/Body/SessionStopReq", "ChargingSession", "(as iso2)");
    }

    @Test
    void whatIsWrongIsSaidInOneLine() {
        assertThat(run("decode", "8098"))
                .isEqualTo(
                        new Result(
                                1,
                                "",
                                "v2g decode: V2G_Message/Header/SessionID: expected 1 more bits,"
                                        + " found 0 (bit 16); read as iso2 document, which went"
                                        + " furthest of 11 sets\n"));
        assertThat(run("decode", "--set", "iso2", "8098").err())
                .endsWith("found 0 (bit 16); read as iso2 document\n");
        assertThat(run("encode", "{\"V2G_Message\":{\"Header\":{}}}"))
                .isEqualTo(
                        new Result(
                                1,
                                "",
                                "v2g encode: V2G_Message/Header: expected SessionID, found no such"
                                        + " field (as iso2)\n"));
        assertThat(run("encode", "{\"Nonsense\":1}").err())
                .isEqualTo(
                        "v2g encode: expected a root element of some message set, found"
                                + " Nonsense\n");
        assertThat(run("encode", "{").status()).isEqualTo(1);
        assertThat(run("encode", "<a").status()).isEqualTo(1);
        assertThat(run("decode", "--set", "iso3", "80").status()).isEqualTo(2);
        assertThat(run().status()).isEqualTo(2);
        assertThat(run("--help").out()).contains("decode").contains("Status: 0 done");
    }

    @Test
    void aFragmentIsFoundOutToo() {
        String eMaid = "80ec0202b4b21a40041111505090d0cc4c8cd05090cd4dbd3d00";
        Result decoded = run("decode", eMaid);
        assertThat(decoded.status()).isZero();
        assertThat(decoded.out()).contains("\"@Id\": \"id4\"");
        assertThat(run("encode", "--kind", "fragment", decoded.out()).out())
                .isEqualTo(eMaid + "\n");
    }

    @Test
    void roundTripAnswersEveryLine() {
        String lines =
                "iso2\tdocument\t"
                        + MESSAGE.toHex()
                        + "\napp\tdocument\t80ff\nnone\tdocument\t80\n\n";
        Result result = with(lines, "roundtrip");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out().lines()).hasSize(3).first().isEqualTo(MESSAGE.toHex());
        assertThat(result.out().lines().skip(1)).allMatch(line -> line.startsWith("error: "));
    }

    @Test
    void schemaTextIsWrittenToAFolder(@TempDir Path folder) {
        assertThat(run("schema", "--set", "iso2", "--out", folder.toString()).status()).isZero();
        assertThat(folder.resolve("index.xsd")).exists();
        assertThat(folder.resolve("MsgBody.xsd")).content().contains("name=\"CurrentDemandReq\"");
        assertThat(run("schema", "--set", "app").out()).contains("<!-- AppProtocol.xsd -->");
    }

    @Test
    void aTreeShowsEveryBit() {
        Result result = run("decode", "--as", "tree", MESSAGE.toHex());
        assertThat(result.status()).isZero();
        assertThat(result.out().lines().toList())
                .contains("# iso2 document V2G_Message")
                .contains("      0     8        = 80  (EXI header)")
                .contains("      8     7    76  SE(V2G_Message)")
                .contains("     15     1     0    SE(Header)")
                .contains("     17     1     0        CH")
                .anyMatch(line -> line.endsWith("= 0102030405060708  (hexBinary)"))
                .anyMatch(line -> line.endsWith("SE(AuthorizationReq)"));
    }

    /** Offsets follow each other without a gap, whatever the message. */
    @Test
    void aTreeHasNoGaps() {
        long next = 0;
        for (String line : run("decode", "--as", "tree", MESSAGE.toHex()).out().lines().toList()) {
            if (!line.startsWith("#")) {
                String[] cells = line.strip().split("\\s+", 3);
                assertThat(Long.parseLong(cells[0])).as(line).isEqualTo(next);
                next += Long.parseLong(cells[1]);
            }
        }
        assertThat((next + 7) / 8).isEqualTo(MESSAGE.length());
    }

    @Test
    void aTreeOfAWrongStreamEndsWhereItIsWrong() {
        Result result =
                run("decode", "--as", "tree", MESSAGE.slice(0, MESSAGE.length() - 8).toHex());
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("as far as it goes").contains("SE(AuthorizationReq)");
        assertThat(result.err()).contains("expected").contains("found").hasLineCount(1);
    }

    @Test
    void aBatchAnswersEveryLine() {
        String frame = new V2gtpFrame(PayloadType.EXI_MESSAGE, MESSAGE).encode().toHex();
        Result result =
                with(
                        MESSAGE.toHex() + "\n\n" + frame + "\nzz\n01fe9000000000020000\n80ff\n",
                        "decode",
                        "--batch");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out().lines().toList())
                .hasSize(5)
                .satisfies(lines -> {
                    assertThat(lines.get(0))
                            .startsWith("{\"V2G_Message\":")
                            .isEqualTo(lines.get(1));
                    assertThat(lines.get(2)).startsWith("error: ");
                    assertThat(lines.get(3))
                            .isEqualTo(
                                    "{\"SDPRequest\":{\"security\":\"TLS\",\"transport\":\"TCP\"}}");
                    assertThat(lines.get(4)).startsWith("error: ");
                });
    }

    @Test
    void theOtherEngineSaysTheSameAndIsNotGivenEmptyPromises() {
        Result ours = run("decode", MESSAGE.toHex());
        assertThat(run("decode", "--engine", "exificient", "--set", "iso2", MESSAGE.toHex()))
                .isEqualTo(ours);
        assertThat(run("encode", "--engine", "exificient", ours.out()).out())
                .isEqualTo(MESSAGE.toHex() + "\n");
        String eMaid = "80ec0202b4b21a40041111505090d0cc4c8cd05090cd4dbd3d00";
        assertThat(with("iso2\tfragment\t" + eMaid, "roundtrip", "--engine", "exificient"))
                .isEqualTo(new Result(0, eMaid + "\n", ""));
        Result promises =
                with(
                        "iso2\tdocument\t809bfffffffffffffffff7",
                        "roundtrip",
                        "--engine",
                        "exificient");
        assertThat(promises.status()).isEqualTo(1);
        assertThat(promises.out()).startsWith("error: ").hasLineCount(1);
    }

    @Test
    void missingAndUnknownFieldsAreNamed() {
        String json = run("decode", MESSAGE.toHex()).out();
        assertThat(run("encode", json.replace("GenChallenge", "GenChalenge")).err())
                .contains("V2G_Message/Body/AuthorizationReq: unknown field GenChalenge")
                .contains("expected one of")
                .contains("(as iso2)")
                .hasLineCount(1);
        assertThat(run("encode", json.replace("\"SessionID\"", "\"Session\"")).err())
                .contains("V2G_Message/Header: ");
    }

    @Test
    void everyCommandHasHelpWithItsStatus() {
        for (String name :
                new String[] {
                    "decode",
                    "encode",
                    "explain",
                    "roundtrip",
                    "schema",
                    "lint",
                    "log",
                    "completion"
                }) {
            Result help = run(name, "--help");
            assertThat(help.status()).as(name).isZero();
            assertThat(help.out()).as(name).contains("Usage: v2g " + name);
            assertThat(run("help", name).out()).isEqualTo(help.out());
        }
        assertThat(run("completion").out()).contains("complete -F").contains("iso2");
    }

    @Test
    void certificatesAreLinted(@TempDir Path folder) throws Exception {
        TestPki pki = TestPki.create(7, Instant.parse("2026-11-21T00:00:00Z"));
        Path chain = folder.resolve("chain.pem");
        Files.writeString(chain, pki.chain(Iso2Profile.CONTRACT_LEAF).pem());
        Result right = run("lint", chain.toString());
        assertThat(right.status()).isZero();
        assertThat(right.out()).contains("certificate 0 as iso2.contract-leaf");
        Result wrong = run("lint", "--as", "iso2.secc-leaf", chain.toString());
        assertThat(wrong.status()).isEqualTo(1);
        assertThat(wrong.out()).contains("ERROR   iso2.domain-component");
        assertThat(run("lint", folder.resolve("none").toString()).err())
                .startsWith("v2g: no file ");
    }

    @Test
    void everySetHasSchemaText() {
        for (MessageSet set : MessageSet.values()) {
            Result result = run("schema", "--set", set.label());
            assertThat(result.status()).as(set.label()).isZero();
            assertThat(result.out()).contains("<!-- index.xsd -->");
        }
    }
}
