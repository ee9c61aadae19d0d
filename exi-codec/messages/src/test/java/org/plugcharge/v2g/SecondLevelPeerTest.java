package org.plugcharge.v2g;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.iso2.CurrentDemandReq;
import org.plugcharge.v2g.iso2.DcEvErrorCode;
import org.plugcharge.v2g.iso2.DcEvStatus;
import org.plugcharge.v2g.iso2.PhysicalValue;
import org.plugcharge.v2g.iso2.UnitSymbol;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.text.MessageText;

/**
 * What the schema does not declare can still be written by any EXI processor that is not strict:
 * the other engine does so here, and each is refused by its name and place.
 */
class SecondLevelPeerTest {

    private static final PhysicalValue AMPERES = new PhysicalValue(0, UnitSymbol.AMPERE, 1);
    private static final PhysicalValue VOLTS = new PhysicalValue(0, UnitSymbol.VOLT, 400);

    private static final String XML =
            MessageText.xmlLine(
                            new NamedValue(
                                    "V2G_Message",
                                    V2gMessage.of(
                                            Bytes.fromHex("01"),
                                            new CurrentDemandReq(
                                                    new DcEvStatus(
                                                            true, DcEvErrorCode.NO_ERROR, 50),
                                                    AMPERES,
                                                    VOLTS,
                                                    null,
                                                    null,
                                                    null,
                                                    false,
                                                    null,
                                                    null,
                                                    VOLTS))))
                    .replaceFirst(
                            " xmlns",
                            " xmlns:xs=\"http://www.w3.org/2001/XMLSchema\""
                                    + " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                                    + " xmlns");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "<(\\w+:)EVReady>; <$1EVReady xsi:type=\"xs:string\">; EVReady; xsi:type",
                "<(\\w+:)EVReady>; <$1EVReady xsi:nil=\"true\">; EVReady; xsi:nil",
                "<(\\w+:)EVTargetCurrent>; <$1EVTargetCurrent more=\"1\">; EVTargetCurrent; an"
                        + " undeclared attribute",
                "<(\\w+:)EVReady>; <more/><$1EVReady>; DC_EVStatus; an undeclared element",
                "</(\\w+:)EVReady>; </$1EVReady>more; DC_EVStatus; undeclared text",
                "<(\\w+:)EVRESSSOC>50; <$1EVRESSSOC>half; EVRESSSOC; undeclared text",
                "<(\\w+:)EVRESSSOC>50; <$1EVRESSSOC>; EVRESSSOC; the end of the element",
                "<(\\w+:)EVRESSSOC>50</\\w+:EVRESSSOC>; ''; DC_EVStatus; the end of the element",
                "<(\\w+:)ChargingComplete>false; <more/><$1ChargingComplete>false;"
                        + " CurrentDemandReq; an undeclared element",
                "<(\\w+:)Body>; <$1Body xsi:nil=\"true\">; Body; xsi:nil",
                "</(\\w+:)Body>; <more/></$1Body>; Body; an undeclared element",
            })
    void isRefusedByName(String from, String to, String place, String name) {
        String xml = XML.replaceFirst(from, to);
        Bytes octets = OtherEngine.over(OtherEngine.ownSchema(MessageSet.ISO2)).encode(xml, false);
        assertThatThrownBy(() -> MessageSet.ISO2.decodeDocument(octets))
                .isInstanceOf(ExiException.class)
                .hasMessageMatching(
                        ".*"
                                + place
                                + "(/\\w+)?: expected .*, found "
                                + name
                                + " \\(second-level.*");
    }
}
