package org.plugcharge.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plugcharge.tool.Command.run;
import static org.plugcharge.tool.Command.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.exi.Bytes;
import org.plugcharge.tool.Command.Result;
import org.plugcharge.v2g.v2gtp.SdpRequest;
import org.plugcharge.v2g.v2gtp.SdpResponse;
import org.plugcharge.v2g.v2gtp.SdpSecurity;
import org.plugcharge.v2g.v2gtp.SdpTransport;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What a person gets who explains a capture or a log. */
class ExplainTest {

    @TempDir private Path folder = Path.of("");

    private Result explain(CaptureFile capture, String... options) throws Exception {
        Path file = capture.write(folder);
        return run(
                Stream.concat(Stream.of("explain", file.toString()), Arrays.stream(options))
                        .toArray(String[]::new));
    }

    private static CaptureFile finished() {
        return Ride.ended(
                Ride.exchange(
                        Ride.begun(),
                        Ride.authorization(Ride.SESSION),
                        Ride.authorized("Finished")));
    }

    @Test
    void aSessionInOrderIsToldWithoutAnyRuleBroken() throws Exception {
        Result result = explain(finished());
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("Session 1: [fe80::200:ff:fe00:1]:50000 -> [fe80::200:ff:fe00:2]:60000")
                .contains("SessionSetupRes OK_NewSessionEstablished  [20 ms]  EVSEID DE*PNC*E00001")
                .contains("1 session, 12 messages in 16 packets")
                .contains("no rule was found broken")
                .doesNotContain("!!");
        assertThat(result.status()).isZero();
    }

    @Test
    void aWrongSessionIdIsFoundAtItsMessage() throws Exception {
        CaptureFile capture =
                Ride.exchange(
                        Ride.begun(),
                        Ride.authorization("0909090909090909"),
                        Ride.authorized("Finished"));
        Result result = explain(Ride.ended(capture));
        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out())
                .contains("!! broken at packet 11: expected session id 0102030405060708")
                .contains("session-id.kept ([V2G2-460] [V2G20-460])")
                .contains("session-id.unknown");
    }

    @Test
    void aRequestOutOfOrderAndItsPlacidAnswerAreFound() throws Exception {
        CaptureFile capture = Ride.exchange(Ride.begun(), Ride.power("Start"), Ride.powered("OK"));
        Result result = explain(Ride.ended(capture));
        assertThat(result.out())
                .contains(
                        "expected Authorization or SessionStop, found PowerDelivery after"
                                + " PaymentServiceSelection")
                .contains("PowerDeliveryReq was out of order, but the answer is OK")
                .contains("sequence.refused (FAILED_SequenceError)");
        CaptureFile refused =
                Ride.exchange(
                        Ride.begun(), Ride.power("Start"), Ride.powered("FAILED_SequenceError"));
        assertThat(explain(Ride.ended(refused)).out())
                .contains("sequence.next-request")
                .doesNotContain("sequence.refused")
                .doesNotContain("sequence.needless");
    }

    @Test
    void lateAnswersAndLongWaitsAreHeldAgainstTheLimits() throws Exception {
        CaptureFile capture =
                Ride.begun()
                        .after(61_000)
                        .frame(true, Ride.authorization(Ride.SESSION))
                        .after(1_700)
                        .frame(false, Ride.authorized("Ongoing"))
                        .after(10)
                        .frame(true, Ride.authorization(Ride.SESSION))
                        .after(2_500)
                        .frame(false, Ride.authorized("Finished"));
        String out = explain(Ride.ended(capture)).out();
        assertThat(out)
                .contains(
                        "AuthorizationReq came 61 s after PaymentServiceSelectionRes, the limit is"
                                + " 60 s")
                .contains("~ slow at packet 12: AuthorizationRes took 1.7 s, the station has 1.5 s")
                .contains(
                        "!! broken at packet 14: AuthorizationRes took 2.5 s, the vehicle waits 2"
                                + " s")
                .contains("time.answer (V2G_EVCC_Msg_Timeout)");
    }

    @Test
    void anOngoingLoopIsHeldAgainstItsLimitOnce() throws Exception {
        CaptureFile capture = Ride.begun();
        for (int second = 0; second < 65; second++) {
            capture.after(970);
            Ride.exchange(capture, Ride.authorization(Ride.SESSION), Ride.authorized("Ongoing"));
        }
        Result result = explain(Ride.ended(capture), "--as", "jsonl");
        assertThat(
                        result.out()
                                .lines()
                                .filter(line -> line.contains("\"rule\":\"time.ongoing\""))
                                .filter(line -> line.contains("\"name\"")))
                .hasSize(1);
    }

    @Test
    void octetsOutOfOrderSplitAndSentTwiceMakeTheSameTranscript() throws Exception {
        String plain = explain(finished()).out();
        CaptureFile torn = new CaptureFile().connect();
        Bytes offer = Ride.offer().encode();
        torn.after(10);
        long start = torn.vehicleNext();
        torn.segment(true, start + 20, 0x10, offer.slice(20, offer.length()))
                .segment(true, start, 0x10, offer.slice(0, 10))
                .segment(true, start, 0x10, offer.slice(0, 10))
                .segment(true, start + 5, 0x10, offer.slice(5, 20))
                .lost(true, offer.length());
        torn.after(20).frame(false, Ride.choice());
        Ride.exchange(torn, Ride.setup(), Ride.setUp());
        Ride.exchange(torn, Ride.discovery(), Ride.discovered());
        Ride.exchange(torn, Ride.selection(), Ride.selected());
        Ride.exchange(torn, Ride.authorization(Ride.SESSION), Ride.authorized("Finished"));
        String out = explain(Ride.ended(torn)).out();
        assertThat(messages(out)).isEqualTo(messages(plain));
        assertThat(out).contains("segments were retransmitted");
    }

    private static List<String> messages(String transcript) {
        return transcript.lines().filter(line -> line.contains(" #1 ")).toList();
    }

    @Test
    void missingOctetsAreSaidAndWhatComesBehindThemIsRead() throws Exception {
        CaptureFile capture = Ride.begun().lost(true, 40);
        Result result =
                explain(
                        Ride.ended(
                                Ride.exchange(
                                        capture,
                                        Ride.authorization(Ride.SESSION),
                                        Ride.authorized("Finished"))));
        assertThat(result.out())
                .contains("missing octets  40 octets are not in the capture")
                .contains("AuthorizationReq")
                .contains("SessionStopRes OK")
                .contains("no rule was found broken");
    }

    @Test
    void aCaptureThatIsCutKeepsItsTranscript() throws Exception {
        byte[] whole = finished().pcap();
        Path cut = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(whole, whole.length - 9));
        Result result = run("explain", cut.toString());
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .startsWith("v2g explain: the capture ends in the middle of")
                .hasLineCount(1);
        assertThat(result.out())
                .contains("SessionStopRes OK")
                .contains("the input could not be read to its end");
        Result other = run("explain", Files.write(folder.resolve("a"), new byte[40]).toString());
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.err()).contains("expected a capture (pcap, pcapng) or a log");
        assertThat(run("explain", folder.resolve("none").toString()).err())
                .contains("found no file");
    }

    @Test
    void everyTruncationOfACaptureIsALineAndNoMore() throws Exception {
        for (byte[] whole : List.of(Ride.begun().pcap(), Ride.begun().pcapng("x"))) {
            for (int length = 4; length < whole.length; length += 37) {
                Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
                assertThat(run("explain", cut.toString()).err().lines().count()).isLessThan(2);
            }
        }
    }

    @Test
    void pcapngTellsTheSame() throws Exception {
        Path file = Files.write(folder.resolve("session.pcapng"), finished().pcapng(""));
        assertThat(run("explain", file.toString()).out()).isEqualTo(explain(finished()).out());
    }

    @Test
    void vlansExtensionHeadersAndCookedCapturesAreTakenOff() throws Exception {
        String plain = explain(finished()).out();
        List<CaptureFile.Stored> tagged =
                finished().packets().stream()
                        .map(one ->
                                new CaptureFile.Stored(one.micros(), tagged(one.frame().toArray())))
                        .toList();
        Path file = Files.write(folder.resolve("t.pcap"), CaptureFile.pcap(tagged, 1));
        assertThat(run("explain", file.toString()).out()).isEqualTo(plain);
        List<CaptureFile.Stored> cooked =
                finished().packets().stream()
                        .map(one ->
                                new CaptureFile.Stored(one.micros(), cooked(one.frame().toArray())))
                        .toList();
        Files.write(file, CaptureFile.pcap(cooked, 113));
        assertThat(run("explain", file.toString()).out()).isEqualTo(plain);
    }

    /** A VLAN tag, and a hop-by-hop header of 8 octets in the IPv6 packet. */
    private static Bytes tagged(byte[] frame) {
        ByteBuffer out = ByteBuffer.allocate(frame.length + 12);
        out.put(frame, 0, 12).putInt(0x81000005).put(frame, 12, 42);
        out.put(HexFormat.of().parseHex("0600010400000000")).put(frame, 54, frame.length - 54);
        int length = ByteBuffer.wrap(frame).getShort(18) + 8;
        out.putShort(22, (short) length).put(24, (byte) 0);
        return Bytes.owning(out.array());
    }

    private static Bytes cooked(byte[] frame) {
        ByteBuffer out = ByteBuffer.allocate(frame.length + 2);
        out.put(HexFormat.of().parseHex("00000001000602000000000100000000"), 0, 14);
        return Bytes.owning(out.put(frame, 12, frame.length - 12).array());
    }

    @Test
    void discoveryIsToldAndHeldAgainstTheConnection() throws Exception {
        CaptureFile capture = new CaptureFile();
        SdpRequest request = new SdpRequest(SdpSecurity.TLS, SdpTransport.TCP);
        SdpResponse response =
                new SdpResponse(
                        CaptureFile.STATION,
                        CaptureFile.STATION_PORT,
                        SdpSecurity.TLS,
                        SdpTransport.TCP);
        capture.udp(true, 40_000, SdpRequest.PORT, request.frame().encode())
                .after(100)
                .udp(true, 40_000, SdpRequest.PORT, request.frame().encode())
                .after(5)
                .udp(false, SdpRequest.PORT, 40_000, response.frame().encode())
                .connect();
        Ride.exchange(capture, Ride.offer(), Ride.choice());
        assertThat(explain(capture).out())
                .contains("SDP request  security TLS, transport TCP")
                .contains("asked again after 100 ms")
                .contains("discovery.spaced ([V2G2-159])")
                .contains("announced security TLS, found plain V2GTP");
    }

    @Test
    void matchingOnThePowerLineIsToldWithoutItsKey() throws Exception {
        String run = "1122334455667788";
        CaptureFile capture = new CaptureFile();
        mme(capture, true, "01646000000000" + run);
        capture.after(250);
        mme(capture, false, "0165600000ffffffffffff0a06010200000000010000" + run);
        mme(
                capture,
                false,
                "017d6000000000"
                        + "5600"
                        + "00".repeat(17)
                        + "020000000001"
                        + "00".repeat(17)
                        + "020000000002"
                        + run
                        + "00".repeat(8)
                        + "b0f2e695666b03"
                        + "00"
                        + "50d3e4933f855b7040784df815aa8db7");
        String out = explain(capture).out();
        assertThat(out)
                .contains("CM_SLAC_PARM.REQ  run " + run)
                .contains("CM_SLAC_PARM.CNF came after 250 ms, the limit is 200 ms")
                .contains("network b0f2e695666b03, key not shown")
                .doesNotContain("50d3e4933f85")
                .doesNotContain("slac.network-id");
    }

    private static void mme(CaptureFile capture, boolean fromVehicle, String hex) {
        capture.ethernet(fromVehicle, 0x88E1, HexFormat.of().parseHex(hex));
    }

    @Test
    void aLogIsReadWithItsTimesAndWhoSpoke() {
        String log =
                "2026-01-02 10:00:00,000 INFO starting 80 things\n"
                        + "2026-01-02 10:00:01,000 INFO EVCC -> SECC "
                        + Ride.offer().encode().toHex()
                        + "\n2026-01-02 10:00:01,020 DEBUG received 0x"
                        + spaced(Ride.choice().encode().toHex())
                        + "\n[10] 2026-01-02 10:00:02,000 exi="
                        + Ride.setup().payload().toHex()
                        + "\n2026-01-02 10:00:06,000 exi="
                        + Ride.setUp().payload().toHex()
                        + "\n";
        Result result = with(log, "explain", "-");
        assertThat(result.out())
                .contains("supportedAppProtocolReq")
                .contains("<- station supportedAppProtocolRes OK_SuccessfulNegotiation  [20 ms]")
                .contains("!! broken at line 5: SessionSetupRes took 4 s, the vehicle waits 2 s")
                .contains("4 messages in 5 lines");
        assertThat(result.status()).isEqualTo(3);
        assertThat(with("nothing\n", "explain").err()).contains("found 1 lines without any");
    }

    private static String spaced(String hex) {
        return hex.replaceAll("(..)(?!$)", "$1 ");
    }

    @Test
    void repeatedExchangesAreFoldedUnlessAllAreWanted() throws Exception {
        CaptureFile capture = Ride.begun();
        for (int index = 0; index < 50; index++) {
            Ride.exchange(capture, Ride.authorization(Ride.SESSION), Ride.authorized("Ongoing"));
        }
        Ride.ended(capture);
        assertThat(explain(capture).out())
                .contains("... 98 more messages of Authorization, answered in 20 ms to 20 ms");
        assertThat(
                        explain(capture, "--all")
                                .out()
                                .lines()
                                .filter(l -> l.contains("AuthorizationRes")))
                .hasSize(50);
        assertThat(explain(capture, "--verbose").out()).contains("\"EVSEProcessing\": \"Ongoing\"");
    }

    @Test
    void jsonLinesHoldEverythingAndEndWithTheTotals() throws Exception {
        Result result = explain(finished(), "--as", "jsonl");
        List<String> lines = result.out().lines().toList();
        assertThat(lines).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(lines.get(2))
                .contains("\"responseCode\":\"OK_SuccessfulNegotiation\"")
                .contains("\"tookMs\":20,\"limitMs\":2000");
        assertThat(lines.getLast()).startsWith("{\"totals\":").contains("\"broken\":false");
    }

    @Test
    void thePageNeedsNothingElseAndRunsNothingOfAPeer() throws Exception {
        Path page = folder.resolve("page.html");
        Result result = explain(finished(), "--as", "html", "--out", page.toString());
        assertThat(result.out()).isEmpty();
        assertThat(page)
                .content()
                .contains("default-src 'none'")
                .contains("No rule was found broken")
                .contains("SessionStopRes")
                .doesNotContain("<script")
                .doesNotContain("http://")
                .doesNotContain("src=");
    }

    @Test
    void otherConnectionsArePassedOverAndCounted() throws Exception {
        CaptureFile capture = new CaptureFile().connect();
        capture.octets(true, Bytes.of("GET / HTTP/1.1".getBytes(StandardCharsets.US_ASCII)));
        assertThat(explain(capture).out())
                .contains("1 TCP connection that is no charging session passed over");
    }

    @Test
    void rubbishInAConnectionIsSaidInOneFinding() throws Exception {
        CaptureFile capture = Ride.begun().after(5);
        capture.octets(true, Bytes.fromHex("01fe80010000000480ffffff"));
        capture.octets(true, Bytes.fromHex("deadbeef"));
        String out = explain(capture).out();
        assertThat(out).contains("message.readable").contains("frame.readable");
    }

    @Test
    void randomChangesOfACaptureAreNeverMoreThanALine() throws Exception {
        Random random = new Random(42);
        byte[] whole = finished().pcap();
        for (int round = 0; round < 100; round++) {
            byte[] changed = whole.clone();
            for (int change = 0; change < 5; change++) {
                changed[24 + random.nextInt(changed.length - 24)] = (byte) random.nextInt();
            }
            Result result = run("explain", Files.write(folder.resolve("x"), changed).toString());
            assertThat(result.status()).isIn(0, 1, 3);
            assertThat(result.err().lines().count()).isLessThan(2);
        }
    }
}
