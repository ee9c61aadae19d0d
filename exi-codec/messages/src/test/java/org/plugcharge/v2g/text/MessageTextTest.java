package org.plugcharge.v2g.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.MessageSet;
import org.plugcharge.v2g.appprotocol.AppProtocol;
import org.plugcharge.v2g.appprotocol.SupportedAppProtocolReq;
import org.plugcharge.v2g.iso2.AuthorizationReq;
import org.plugcharge.v2g.iso2.V2gMessage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

class MessageTextTest {

    private static final V2gMessage MESSAGE =
            V2gMessage.of(
                    Bytes.fromHex("0102030405060708"),
                    new AuthorizationReq("id1", Bytes.fromHex("000102030405060708090a0b0c0d0e0f")));

    /** In lists of alternatives the tree of an XML text keeps the order of equal names only. */
    private static final Pattern LOSES_ORDER =
            Pattern.compile("KeyInfo|X509Data|SPKIData|Transform|SignatureProperty");

    @Test
    void jsonHasTheNamesOfTheSchema() {
        assertThat(MessageText.json(MessageText.of(MESSAGE), false))
                .isEqualTo(
                        "{\"V2G_Message\":{\"Header\":{\"SessionID\":\"0102030405060708\"},\"Body\":{\"AuthorizationReq\":"
                            + "{\"@Id\":\"id1\",\"GenChallenge\":\"AAECAwQFBgcICQoLDA0ODw==\"}}}}");
    }

    @Test
    void xmlHasTheNamespacesOfTheSchema() {
        assertThat(MessageText.xml(new NamedValue("V2G_Message", MESSAGE)))
                .isEqualTo(
                        """
                        <ns1:V2G_Message xmlns:ns1="urn:iso:15118:2:2013:MsgDef" xmlns:ns2="urn:iso:15118:2:2013:MsgHeader"\
                         xmlns:ns3="urn:iso:15118:2:2013:MsgBody">
                          <ns1:Header>
                            <ns2:SessionID>0102030405060708</ns2:SessionID>
                          </ns1:Header>
                          <ns1:Body>
                            <ns3:AuthorizationReq ns3:Id="id1">
                              <ns3:GenChallenge>AAECAwQFBgcICQoLDA0ODw==</ns3:GenChallenge>
                            </ns3:AuthorizationReq>
                          </ns1:Body>
                        </ns1:V2G_Message>
                        """);
    }

    @Test
    void aListStaysAListAndComesBack() {
        SupportedAppProtocolReq request =
                new SupportedAppProtocolReq(
                        List.of(
                                new AppProtocol("urn:iso:15118:2:2013:MsgDef", 2, 0, 1, 1),
                                new AppProtocol("quote\" and \\ and \u0007", 1, 0, 2, 2)));
        Map<String, Object> tree = MessageText.of(request);
        assertThat(MessageText.json(request))
                .contains("\"AppProtocol\": [")
                .contains("quote\\\" and \\\\ and \\u0007");
        assertThat(
                        MessageText.read(
                                MessageSet.APP,
                                SupportedAppProtocolReq.class,
                                tree.get("supportedAppProtocolReq"),
                                "root"))
                .isEqualTo(request);
    }

    @ParameterizedTest
    @EnumSource(MessageSet.class)
    void everyElementOfEverySetComesBackFromTreeAndXml(MessageSet set) {
        RandomMessages random = new RandomMessages(set, new SplittableRandom(9));
        set.documents()
                .forEach((element, type) -> {
                    int rounds = type.isRecord() ? 5 * RandomMessages.weight(set, type) : 0;
                    for (int round = 0; round < rounds; round++) {
                        Object record = random.next(type);
                        Map<String, Object> tree = MessageText.of(new NamedValue(element, record));
                        assertThat(MessageText.read(set, type, tree.get(element), element))
                                .isEqualTo(record);
                        String xml = MessageText.xml(new NamedValue(element, record));
                        if (!LOSES_ORDER.matcher(xml).find()) {
                            assertThat(
                                            MessageText.read(
                                                    set,
                                                    type,
                                                    XmlTree.parse(xml).get(element),
                                                    element))
                                    .as(xml)
                                    .isEqualTo(record);
                        }
                    }
                });
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        assertThatThrownBy(() ->
                        MessageText.read(
                                MessageSet.ISO2,
                                V2gMessage.class,
                                Map.of("Header", Map.of()),
                                "V2G_Message"))
                .isInstanceOf(MessageTextException.class)
                .hasMessage("V2G_Message/Header: expected SessionID, found no such field");
        Map<String, Object> header =
                new LinkedHashMap<>(Map.of("SessionID", "00", "Colour", "red"));
        assertThatThrownBy(() ->
                        MessageText.read(
                                MessageSet.ISO2,
                                V2gMessage.class,
                                Map.of("Header", header),
                                "V2G_Message"))
                .hasMessageStartingWith(
                        "V2G_Message/Header: unknown field Colour, expected one of [Notification,"
                                + " ");
        assertThatThrownBy(() ->
                        MessageText.read(
                                MessageSet.ISO2,
                                V2gMessage.class,
                                Map.of("Header", Map.of("SessionID", "xyz")),
                                "V2G_Message"))
                .hasMessage("V2G_Message/Header/SessionID: expected octets, found \"xyz\"");
    }
}
