package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

class EmaidTest {

    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** Published vectors: eMI3, IDACS and the mobilityid library. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "NN123ABCDEFGHI-T",
                "FRXYZ123456789-2",
                "ITA1B2C3E4F5G6-4",
                "ESZU8WOX834H1D-R",
                "PT73902837ABCZ-Z",
                "DE83DUIEN83QGZ-D",
                "DE83DUIEN83ZGQ-M",
                "DE8AA001234567-0",
                "NLTNM000122045-U",
                "NLTNMC00122045-K"
            })
    void publishedVectors(String vector) {
        Emaid emaid = Emaid.parse(vector);
        assertThat(emaid.checkCharacter()).isEqualTo(vector.charAt(15));
        assertThat(emaid.canonical()).isEqualTo(vector.replace("-", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FRXYZ123456789",
                "FRXYZ1234567892",
                "FR-XYZ-123456789-2",
                "fr-xyz-123456789",
                "frxyz123456789-2",
                "FR-XYZ123456789-2"
            })
    void allFormsAreOneAccount(String form) {
        Emaid emaid = Emaid.parse(form);
        assertThat(emaid).isEqualTo(new Emaid("FRXYZ123456789"));
        assertThat(emaid.hyphenated()).isEqualTo("FR-XYZ-123456789-2");
        assertThat(emaid.provider()).isEqualTo("XYZ");
        assertThat(emaid.country()).isEqualTo("FR");
        assertThat(emaid.masked()).isEqualTo("FRXYZ*******89");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "FR", "FRXYZ12345678", "FRXYZ123456789-3", "FRXYZ12345678923",
                        "F1XYZ1234567892", "FR--XYZ123456789",
                "FRXYZ12345678\u00df", "\u0131TXYZ123456789", "FRXY\u017f123456789",
                        "FRXYZ123456789 ", "-FRXYZ123456789", "FR*XYZ*123456789",
                        "${jndi:ldap://a/b}\n"
            })
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Emaid.parse(text))
                .isInstanceOf(IdentifierException.class)
                .hasMessageStartingWith("eMAID: expected ")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void everySingleErrorAndEverySwapIsFound() {
        Random random = new Random(15118);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder("DE");
            for (int k = 0; k < 12; k++) {
                text.append(ALPHABET.charAt(random.nextInt(36)));
            }
            String good = new Emaid(text.toString()).canonical();
            int at = 2 + random.nextInt(12);
            char other = ALPHABET.charAt(random.nextInt(36));
            if (other != good.charAt(at)) {
                String wrong = good.substring(0, at) + other + good.substring(at + 1);
                assertThatThrownBy(() -> Emaid.parse(wrong))
                        .isInstanceOf(IdentifierException.class);
            }
            if (good.charAt(at) != good.charAt(at + 1)) {
                String swapped =
                        good.substring(0, at)
                                + good.charAt(at + 1)
                                + good.charAt(at)
                                + good.substring(at + 2);
                assertThatThrownBy(() -> Emaid.parse(swapped))
                        .isInstanceOf(IdentifierException.class);
            }
        }
    }

    @Test
    void dinIdentifiersArePaddedOnTheLeft() {
        assertThat(Emaid.parseDin("NL-TNM-012204-5").canonical()).isEqualTo("NLTNM000122045U");
        assertThatThrownBy(() -> Emaid.parseDin("NL-TNM-01220-5"))
                .isInstanceOf(IdentifierException.class);
    }
}
