package org.plugcharge.evcc.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plugcharge.evcc.battery.OnBoardCharger;
import org.plugcharge.evcc.script.Visit.Leave;
import org.plugcharge.evcc.script.Visit.Pay;
import org.plugcharge.evcc.session.ProtocolOffer.Protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** What is a script and what is none, and that an error says where and what instead. */
class ScriptFileTest {

    @Test
    void everyKeyIsUnderstood() {
        Script script =
                parse(
                        """
                        version: 1
                        name: All of it
                        car:
                          quirk: tata
                          mode: ac
                          soc: 35 %
                          battery: {capacity: 60 kWh, empty: 300 V, full: 420 V, current: 250.5 A, taper-from: 70 %}
                          charger: {phases: 1, current: 32 A, least: 6 A, voltage: 253 V}
                          pace: 250 ms
                          patience: 2
                          services: [3]
                          tls: yes
                          station-power: no
                        driver:
                          - wait: 1.5 s
                          - pay: install
                          - plug in
                          - charge: 10 loops
                          - renegotiate
                          - charge: 5 loops
                          - pause
                          - resume
                          - charge: 2.5 kWh
                          - unplug
                          - plug in
                          - charge: 80 %
                          - emergency
                          - plug in
                          - charge: 3 min
                        expect:
                          endings: [paused, unplugged, own-fault, completed]
                          energy: {least: 100 Wh, most: 3 kWh}
                          responses: {PaymentDetailsRes: OK}
                          slowest-answer: 500 ms
                        """);
        assertThat(script.name()).isEqualTo("All of it");
        CarKind car = script.car();
        assertThat(car.quirk().map(Quirk::name)).contains("tata");
        assertThat(car.soc()).isEqualTo(35);
        assertThat(car.battery().maxMilliamps()).isEqualTo(250_500);
        assertThat(car.charger()).contains(new OnBoardCharger(1, 32_000, 6_000, 253_000));
        assertThat(car.tls()).isTrue();
        assertThat(car.stationHasPower()).isFalse();
        assertThat(script.visits())
                .containsExactly(
                        new Visit(
                                Duration.ofMillis(1_500),
                                false,
                                Pay.INSTALL,
                                10,
                                new Goal.Loops(15),
                                Leave.PAUSE),
                        new Visit(
                                Duration.ZERO,
                                true,
                                Pay.INSTALL,
                                0,
                                new Goal.Energy(2_500),
                                Leave.UNPLUG),
                        new Visit(
                                Duration.ZERO,
                                false,
                                Pay.INSTALL,
                                0,
                                new Goal.StateOfCharge(800),
                                Leave.EMERGENCY),
                        new Visit(
                                Duration.ZERO,
                                false,
                                Pay.INSTALL,
                                0,
                                new Goal.Time(Duration.ofMinutes(3)),
                                Leave.STOP));
        assertThat(script.expect().mostWattHours()).contains(3_000L);
        assertThat(script.expect().slowestAnswer()).contains(Duration.ofMillis(500));
    }

    @Test
    void aCarThatSpeaksDinAloneIsAskedForNothingElse() {
        String car = "version: 1\ncar: {protocols: [din]}\ndriver: ";
        for (String driver :
                List.of(
                        "[{pay: contract}, plug in, {charge: 1 loops}]",
                        "[plug in, {charge: 1 loops}, pause]",
                        "[plug in, {charge: 1 loops}, renegotiate, {charge: 1 loops}]")) {
            assertThatThrownBy(() -> parse(car + driver))
                    .isInstanceOf(ScriptException.class)
                    .hasMessageStartingWith("script.yaml:2:18: din knows no ");
        }
        assertThat(parse(car + "[plug in, {charge: 1 loops}]").car().offer().protocols())
                .containsExactly(Protocol.DIN);
    }

    @Test
    void aFolderOfCertificatesIsLookedForBesideTheScript(@TempDir Path directory)
            throws IOException {
        Path file =
                Files.writeString(
                        directory.resolve("charge.yaml"),
                        "version: 1\ncar: {pki: keys, protocols: [iso2, din]}\n" + DRIVER);
        CarKind car = ScriptFile.read(file).car();
        assertThat(car.pki()).contains(directory.toAbsolutePath().resolve("keys"));
        assertThat(car.offer().protocols()).containsExactly(Protocol.ISO2, Protocol.DIN);
        assertThat(parse("version: 1\n" + DRIVER).car().offer().protocols())
                .containsExactly(Protocol.ISO2);
    }

    @Test
    void withoutExpectationsEveryVisitEndsAsTheDriverMeansItTo() {
        Script script =
                parse(
                        "version: 1\ndriver: [plug in, {charge: 2 loops}, pause, resume, "
                                + "{charge: 2 loops}, unplug]");
        assertThat(script.expect().endings()).containsExactly("paused", "unplugged");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "driver: [stop] | script.yaml:2:1: the key version is missing",
                "chrage: 3 | 2:9: unknown key chrage; there are: car, driver, expect, name,"
                        + " version",
                "driver: [fly] | 2:10: unknown step fly; there are: wait",
                "driver: [stop] | 2:10: stop comes after plug in",
                "driver: [resume] | 2:10: resume comes after pause",
                "driver: [plug in, plug in] | it is plugged in already",
                "driver: [plug in, stop] | nothing was charged",
                "driver: [{wait: 1 s}] | nobody plugs in",
                "driver: [] | expected 1 to 1000 steps, found 0",
                "driver: [{charge: 5 loops}] | charge comes after plug in",
                "driver: [plug in, {charge: 5 apples}] | expected a number and a unit",
                "driver: [plug in, {charge: 5 A}] | expected loops, Wh, %, or a time; found 5 A",
                "driver: [plug in, {charge: 20 Wh}, pause] | pause comes after charge: N loops",
                "driver: [plug in, {charge: 20 Wh}, renegotiate] | renegotiate comes once",
                "driver: [plug in, {charge: 2 loops}, {charge: 2 loops}] | one charge is enough",
                "driver: [{pay: cash}] | expected station, contract, install or update, found cash",
                "car: {quirk: ufo} | unknown quirk ufo; there are: none, vw-group",
                "car: {soc: 120 %} | expected from 0 thousandths to 1000 thousandths",
                "car: {protocols: [iso3]} | 2:19: expected din or iso2, found iso3",
                "car: {protocols: []} | expected din and iso2, each once, the best first",
                "car: {protocols: [din, din]} | expected din and iso2, each once",
                "car: {protocols: [din], mode: ac} | din knows no ac; say [din, iso2]",
                "car: {protocols: [din], tls: yes} | din knows no TLS",
                "car: {pki: [a]} | expected a word or a number",
                "car: {mode: hydrogen} | expected ac or dc, found hydrogen",
                "car: {mode: ac, mode: dc} | mode is there twice",
                "car: &a {soc: 20 %} | anchors (&) are not used here",
                "car: {battery: {empty: 500 V, full: 400 V}} | no such battery",
                "driver: {a: 1} | expected a list",
                "driver: [plug in, {charge: 99999999999 loops}] | expected a number and a unit",
            })
    void errorsSayWhereAndWhatInstead(String line, String expected) {
        String text =
                expected.contains("version is missing")
                        ? "\n" + line
                        : "version: 1\n" + line + (line.startsWith("driver") ? "" : "\n" + DRIVER);
        assertThatThrownBy(() -> parse(expected.contains("version is missing") ? line : text))
                .isInstanceOf(ScriptException.class)
                .hasMessageContaining(expected.replace("script.yaml:2:1", "script.yaml:1:1"));
    }

    private static final String DRIVER = "driver: [plug in, {charge: 1 loops}]";

    @Test
    void whatIsNoYamlOrTooMuchOfItIsRefused() {
        for (String text :
                List.of(
                        "",
                        "version: [1",
                        "- 1",
                        "version: 2\n" + DRIVER,
                        "x".repeat(70_000),
                        "[".repeat(5_000),
                        "version: 1\ndriver: *nobody",
                        "a: &a [x]\nb: *a",
                        "version: !!java.net.URL [http://example.org]\n" + DRIVER)) {
            assertThatThrownBy(() -> parse(text))
                    .as(text.substring(0, Math.min(40, text.length())))
                    .isInstanceOf(ScriptException.class)
                    .hasMessageStartingWith("script.yaml");
        }
    }

    @Test
    void everyQuirkNamesACarAndASource() {
        assertThat(Quirks.all())
                .isNotEmpty()
                .allSatisfy(quirk -> {
                    assertThat(quirk.source()).isNotBlank();
                    assertThat(quirk.car()).isNotBlank();
                    assertThat(
                                    quirk.skipsCableCheck()
                                            || quirk.omitsProfile()
                                            || quirk.needsLimits()
                                            || !quirk.padded().isEmpty()
                                            || quirk.longestWait().isPresent())
                            .isTrue();
                });
    }

    private static Script parse(String text) {
        return ScriptFile.parse("script.yaml", text);
    }
}
