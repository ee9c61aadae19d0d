package org.plugcharge.evcc.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.TestPki;
import org.plugcharge.certs.tls.KeyLog;
import org.plugcharge.evcc.host.Approach;
import org.plugcharge.evcc.host.JournalEntry;
import org.plugcharge.evcc.host.PkiCarKeys;
import org.plugcharge.evcc.host.SessionListener;
import org.plugcharge.evcc.host.Wiretap;
import org.plugcharge.evcc.hostile.Bench;
import org.plugcharge.evcc.script.ScriptRun.Visited;
import org.plugcharge.evcc.script.Visit.Pay;
import org.plugcharge.exi.Bytes;
import org.plugcharge.secc.simulated.SimulatedAcEvse;
import org.plugcharge.v2g.din70121.ContractAuthenticationReq;
import org.plugcharge.v2g.din70121.Din70121Codec;
import org.plugcharge.v2g.iso2.PowerDeliveryReq;
import org.plugcharge.v2g.iso2.V2gMessage;
import org.plugcharge.v2g.v2gtp.SdpSecurity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Scripts and kinds of cars at our own station, over loopback. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ScriptRunHostTest {

    private static final Path EXAMPLES = Path.of("examples");

    private final TestPki pki = TestPki.create(8, Instant.now());

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesGoAsTheyExpect(Path file) throws Exception {
        Script script = ScriptFile.read(file);
        assertThat(script.expect().objections(run(patient(script)))).isEmpty();
    }

    static List<Quirk> quirks() {
        return Quirks.all();
    }

    @ParameterizedTest
    @MethodSource("quirks")
    void everyKindOfCarChargesHere(Quirk quirk) throws Exception {
        Script script =
                script(
                        "car: {quirk: "
                                + quirk.name()
                                + ", pace: 10 ms}\n"
                                + "driver: [plug in, {charge: 3 loops}, renegotiate, {charge: 3"
                                + " loops}]");
        assertThat(script.expect().objections(run(patient(script)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("quirks")
    void everyKindOfCarChargesHereByDin70121(Quirk quirk) throws Exception {
        Script script =
                script(
                        "car: {protocols: [din], quirk: "
                                + quirk.name()
                                + ", pace: 10 ms}\n"
                                + "driver: [plug in, {charge: 3 loops}]\n"
                                + "expect: {responses: {ContractAuthenticationRes: OK}}");
        List<Visited> visits = run(patient(script));
        assertThat(script.expect().objections(visits)).isEmpty();
        assertThat(dinRequests(visits, ContractAuthenticationReq.class))
                .allSatisfy(entry -> {
                    V2gMessageOfDin sent = V2gMessageOfDin.of(entry);
                    assertThat(sent.octets().length() - sent.bare().length())
                            .isEqualTo(quirk.padded().getOrDefault("ContractAuthenticationReq", 0));
                })
                .isNotEmpty();
        assertThat(dinRequests(visits, org.plugcharge.v2g.din70121.PowerDeliveryReq.class))
                .first()
                .satisfies(entry ->
                        assertThat(V2gMessageOfDin.of(entry).profile())
                                .isEqualTo(!quirk.omitsProfile()));
    }

    private static List<JournalEntry> dinRequests(List<Visited> visits, Class<?> kind) {
        return visits.stream()
                .flatMap(visit -> visit.journal().stream())
                .filter(entry -> entry.kind() == JournalEntry.Kind.SENT)
                .filter(entry -> entry.text().equals(kind.getSimpleName()))
                .toList();
    }

    /** A message as it was sent, and as its codec alone would have written it. */
    private record V2gMessageOfDin(Bytes octets, Bytes bare, boolean profile) {

        static V2gMessageOfDin of(JournalEntry entry) {
            var message = (org.plugcharge.v2g.din70121.V2gMessage) entry.message().orElseThrow();
            return new V2gMessageOfDin(
                    entry.octets().orElseThrow(),
                    Din70121Codec.encode(message),
                    message.body().element()
                                    instanceof org.plugcharge.v2g.din70121.PowerDeliveryReq request
                            && request.chargingProfile() != null);
        }
    }

    @Test
    void carWithoutChargingProfileSendsNone() throws Exception {
        List<Visited> visits =
                run(
                        patient(
                                script(
                                        "car: {quirk: josev}\n"
                                                + "driver: [plug in, {charge: 2 loops}]")));
        assertThat(requests(visits))
                .filteredOn(PowerDeliveryReq.class::isInstance)
                .isNotEmpty()
                .allSatisfy(request ->
                        assertThat(((PowerDeliveryReq) request).chargingProfile()).isNull());
    }

    @Test
    void whatGoesOtherwiseIsSaid() throws Exception {
        List<Visited> visits = run(patient(script("driver: [plug in, {charge: 2 loops}]")));
        Expectations wrong =
                ScriptFile.parse(
                                "wrong",
                                """
                                version: 1
                                driver: [plug in, {charge: 2 loops}]
                                expect:
                                  endings: [refused]
                                  energy: {least: 50 kWh}
                                  responses: {PaymentDetailsRes: OK}
                                  slowest-answer: 0 ms
                                """)
                        .expect();
        assertThat(wrong.objections(visits))
                .hasSize(4)
                .anySatisfy(text -> assertThat(text).contains("end refused, they ended"))
                .anySatisfy(text -> assertThat(text).contains("at least 50000 Wh"))
                .anySatisfy(text -> assertThat(text).contains("PaymentDetailsRes with OK"))
                .anySatisfy(text -> assertThat(text).contains("within 0 ms"));
    }

    @Test
    void carThatGivesUpEarlyGivesUp() throws Exception {
        Quirk hasty =
                new Quirk(
                        "hasty",
                        "A car",
                        "this test",
                        false,
                        false,
                        false,
                        Map.of(),
                        Optional.of(java.time.Duration.ZERO));
        List<Visited> visits =
                run(withQuirk(script("driver: [plug in, {charge: 2 loops}]"), hasty));
        assertThat(visits).extracting(Visited::ending).containsExactly("no-answer");
    }

    @Test
    void stationThatIsNotThereIsAnEnding() throws Exception {
        Script script = script("driver: [plug in, {charge: 2 loops}]");
        List<Visited> visits =
                new ScriptRun(
                                script,
                                _ -> {
                                    throw new org.plugcharge.evcc.host.CarException("no station");
                                },
                                SessionListener.SILENT)
                        .run();
        assertThat(visits).extracting(Visited::ending).containsExactly("not-connected");
    }

    private static List<Object> requests(List<Visited> visits) {
        return visits.stream()
                .flatMap(visit -> visit.journal().stream())
                .filter(entry -> entry.kind() == JournalEntry.Kind.SENT)
                .map(entry -> entry.message().orElseThrow())
                .filter(V2gMessage.class::isInstance)
                .map(message -> (Object) ((V2gMessage) message).body().element())
                .toList();
    }

    private static Script script(String rest) {
        return ScriptFile.parse("test", "version: 1\n" + rest);
    }

    /**
     * On a slow machine a car of this test waits longer; that it gives up has a test of its own.
     */
    private static Script patient(Script script) {
        return with(script, script.car().quirk().map(Quirk::patient), 40);
    }

    private static Script withQuirk(Script script, Quirk quirk) {
        return with(script, Optional.of(quirk), 1);
    }

    private static Script with(Script script, Optional<Quirk> quirk, int patience) {
        return new Script(
                script.name(),
                script.car().with(quirk, patience),
                script.visits(),
                script.expect());
    }

    private List<Visited> run(Script script) throws Exception {
        try (Bench bench = bench(script)) {
            return new ScriptRun(script, pay -> approach(bench, pay), SessionListener.SILENT).run();
        }
    }

    private Bench bench(Script script) {
        return script.car().charger().isPresent()
                ? new Bench(
                        pki,
                        new SimulatedAcEvse(
                                SimulatedAcEvse.THREE_PHASES_32_A, "SIM-1", InstantSource.system()))
                : new Bench(pki);
    }

    private Approach approach(Bench bench, Pay pay) {
        PkiCarKeys keys =
                new PkiCarKeys(
                        pki.anchors(),
                        Optional.of(pki.member(Iso2Profile.OEM_PROVISIONING_LEAF)),
                        InstantSource.system());
        keys.use(pki.chain(Iso2Profile.CONTRACT_LEAF), pki.key(Iso2Profile.CONTRACT_LEAF));
        return new Approach(
                Bench.loopback(),
                bench.discoveryPort(),
                pay == Pay.STATION ? SdpSecurity.NONE : SdpSecurity.TLS,
                Optional.of(keys),
                Wiretap.NONE,
                KeyLog.NONE);
    }
}
