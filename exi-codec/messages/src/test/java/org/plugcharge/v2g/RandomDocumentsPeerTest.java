package org.plugcharge.v2g;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.ExiException;
import org.plugcharge.exi.NamedValue;
import org.plugcharge.v2g.text.MessageText;
import org.plugcharge.v2g.text.RandomMessages;

import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * Random valid documents and fragments of every element, through our codec and through EXIficient
 * over the schema text we write.
 */
class RandomDocumentsPeerTest {

    private static final int ROUNDS = 8;
    private static final long SEED = 15_118;

    /**
     * Two types need elements of other schemas, or are not coded (see the compiler): nobody sends
     * them.
     */
    private static final String NOT_WRITTEN = ".*(SPKIData|SignatureProperty).* is not written.*";

    private static final Set<String> NEVER_WRITTEN =
            Set.of("SignatureProperty", "SignatureProperties", "SPKIData");

    @ParameterizedTest
    @EnumSource(MessageSet.class)
    void documentsAreTheSameInBothEngines(MessageSet set) {
        OtherEngine other = OtherEngine.over(OtherEngine.ownSchema(set));
        Set<String> compared = new TreeSet<>(NEVER_WRITTEN);
        RandomMessages random = new RandomMessages(set, new SplittableRandom(SEED));
        set.documents()
                .forEach((element, type) -> {
                    int rounds = ROUNDS * RandomMessages.weight(set, type);
                    for (int round = 0; round < rounds; round++) {
                        NamedValue root = new NamedValue(element, random.next(type));
                        try {
                            Bytes ours = set.encodeDocument(root);
                            assertThat(other.encode(xml(root), false))
                                    .as(element + " " + root)
                                    .isEqualTo(ours);
                            assertThat(set.decodeDocument(ours)).isEqualTo(root);
                            other.decode(ours, false);
                            compared.add(element);
                        } catch (ExiException e) {
                            assertThat(e).hasMessageMatching(NOT_WRITTEN);
                        }
                    }
                });
        assertThat(compared).containsAll(set.documents().keySet());
    }

    /** Where text or octets are none the other engine ends the element at the second level. */
    @ParameterizedTest
    @EnumSource(MessageSet.class)
    void emptyElementsOfTheOtherEngineAreRead(MessageSet set) {
        OtherEngine other = OtherEngine.over(OtherEngine.ownSchema(set));
        RandomMessages random = new RandomMessages(set, new SplittableRandom(SEED)).withEmpty();
        int different = 0;
        for (Map.Entry<String, Class<?>> element : set.documents().entrySet()) {
            int rounds = ROUNDS / 4 * RandomMessages.weight(set, element.getValue());
            for (int round = 0; round < rounds; round++) {
                NamedValue root = new NamedValue(element.getKey(), random.next(element.getValue()));
                try {
                    Bytes ours = set.encodeDocument(root);
                    Bytes theirs = other.encode(xml(root), false);
                    assertThat(set.decodeDocument(theirs)).as(xml(root)).isEqualTo(root);
                    assertThat(set.decodeDocument(ours)).isEqualTo(root);
                    different += theirs.equals(ours) ? 0 : 1;
                } catch (ExiException e) {
                    assertThat(e).hasMessageMatching(NOT_WRITTEN);
                }
            }
        }
        assertThat(different).isPositive();
    }

    @ParameterizedTest
    @EnumSource(value = MessageSet.class, names = "APP", mode = EnumSource.Mode.EXCLUDE)
    void fragmentsAreTheSameInBothEngines(MessageSet set) {
        OtherEngine other = OtherEngine.over(OtherEngine.ownSchema(set));
        RandomMessages random = new RandomMessages(set, new SplittableRandom(SEED));
        for (Map.Entry<String, Class<?>> element : set.fragments().entrySet()) {
            for (int round = 0; round < ROUNDS; round++) {
                NamedValue root = new NamedValue(element.getKey(), random.next(element.getValue()));
                Bytes ours = set.encodeFragment(root);
                String xml = xml(root);
                assertThat(other.encode(inBody(root, xml), true)).as(xml).isEqualTo(ours);
                assertThat(set.decodeFragment(ours)).isEqualTo(root);
            }
        }
    }

    /** Four signed elements are local to the body's namespace while their types are of another. */
    private static String inBody(NamedValue root, String xml) {
        if (!Set.of(
                        "ContractSignatureCertChain",
                        "ContractSignatureEncryptedPrivateKey",
                        "DHpublickey",
                        "eMAID")
                .contains(root.name())) {
            return xml;
        }
        return xml.replace(
                        "<ns1:" + root.name() + " ",
                        "<b:" + root.name() + " xmlns:b=\"urn:iso:15118:2:2013:MsgBody\" ")
                .replace("</ns1:" + root.name() + ">", "</b:" + root.name() + ">");
    }

    private static String xml(NamedValue root) {
        if (root.value() instanceof Record) {
            return MessageText.xmlLine(root);
        }
        Object text =
                root.value() instanceof Bytes octets
                        ? java.util.Base64.getEncoder().encodeToString(octets.toArray())
                        : root.value();
        return "<d:%1$s xmlns:d=\"http://www.w3.org/2000/09/xmldsig#\">%2$s</d:%1$s>"
                .formatted(root.name(), text);
    }
}
