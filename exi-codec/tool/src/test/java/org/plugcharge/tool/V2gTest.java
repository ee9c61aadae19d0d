package org.plugcharge.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.Iso2Codec;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.v2gtp.PayloadType;
import org.plugcharge.v2g.v2gtp.V2gtpFrame;

import picocli.CommandLine;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class V2gTest {

    private static final Bytes MESSAGE =
            Iso2Codec.encode(
                    V2gMessage.of(
                            Bytes.fromHex("0102030405060708"),
                            new AuthorizationReq(
                                    "id1", Bytes.fromHex("000102030405060708090a0b0c0d0e0f"))));

    private record Result(int status, String out, String err) {}

    private static Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                V2g.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Result(command.execute(arguments), out.toString(), err.toString());
    }

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
    void whatIsWrongIsSaidInOneLine() {
        assertThat(run("decode", "8098"))
                .isEqualTo(
                        new Result(
                                1,
                                "",
                                "v2g decode: V2G_Message/Header/SessionID: expected 1 more bits,"
                                        + " found 0 (bit 16)\n"));
        assertThat(run("encode", "{\"V2G_Message\":{\"Header\":{}}}"))
                .isEqualTo(
                        new Result(
                                1,
                                "",
                                "v2g encode: V2G_Message/Header: expected SessionID, found no such"
                                        + " field\n"));
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
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
            Result result = run("roundtrip");
            assertThat(result.status()).isEqualTo(1);
            assertThat(result.out().lines()).hasSize(3).first().isEqualTo(MESSAGE.toHex());
            assertThat(result.out().lines().skip(1)).allMatch(line -> line.startsWith("error: "));
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void schemaTextIsWrittenToAFolder(@TempDir Path folder) {
        assertThat(run("schema", "--set", "iso2", "--out", folder.toString()).status()).isZero();
        assertThat(folder.resolve("index.xsd")).exists();
        assertThat(folder.resolve("MsgBody.xsd")).content().contains("name=\"CurrentDemandReq\"");
        assertThat(run("schema", "--set", "app").out()).contains("<!-- AppProtocol.xsd -->");
    }
}
