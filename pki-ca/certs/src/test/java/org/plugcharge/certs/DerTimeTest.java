package org.plugcharge.certs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.DERGeneralizedTime;
import org.bouncycastle.asn1.DERUTCTime;
import org.bouncycastle.asn1.x509.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Date;
import java.util.Random;

class DerTimeTest {

    @Test
    void isWrittenAndReadAsBouncyCastleDoes() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            Instant instant =
                    Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 9_000_000_000L));
            assertThat(DerTime.of(instant)).isEqualTo(new Time(Date.from(instant)));
            assertThat(DerTime.read(new Time(Date.from(instant)))).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1949-12-31T23:59:59Z",
                "1950-01-01T00:00:00Z",
                "2049-12-31T23:59:59Z",
                "2050-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z"
            })
    void theCenturyOfTwoDigitsHasTwoEnds(String text) {
        Instant instant = Instant.parse(text);
        boolean twoDigits = text.compareTo("1950") >= 0 && text.compareTo("2050") < 0;
        assertThat(DerTime.of(instant).toASN1Primitive())
                .isInstanceOf(twoDigits ? ASN1UTCTime.class : ASN1GeneralizedTime.class);
        assertThat(DerTime.read(DerTime.of(instant))).isEqualTo(instant);
    }

    @Test
    void otherFormsAreReadToo() {
        assertThat(DerTime.read(new Time(new DERUTCTime("261121120000+0100"))))
                .isEqualTo("2026-11-21T11:00:00Z");
        assertThat(DerTime.read(new Time(new DERUTCTime("2611211200Z"))))
                .isEqualTo("2026-11-21T12:00:00Z");
        assertThat(DerTime.read(new Time(new DERGeneralizedTime("20261121120000.5Z"))))
                .isEqualTo("2026-11-21T12:00:00.500Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"261321120000Z", "260231120000Z", "261121250000Z", "261121120060Z"})
    void whatNoCalendarHasIsRefused(String text) {
        assertThatThrownBy(() -> DerTime.read(new Time(new DERUTCTime(text))))
                .isInstanceOf(DateTimeException.class);
    }
}
