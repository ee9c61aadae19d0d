package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.OcspResponse;
import org.plugcharge.certs.OcspResponse.Finding;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.certs.RevocationList;
import org.plugcharge.exi.Bytes;
import org.plugcharge.start.PostgresBinaries;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import javax.sql.DataSource;

/** Two instances over one database: whatever one does, the other knows. */
class InstancesDbTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private static final String ROOT_SIGNERS =
            "select count(*) from certificate where profile = 'iso2.ocsp-signer' and issuer ="
                    + " 'iso2.v2g-root'";

    private static EmbeddedPostgres postgres;
    private static PkiCa one;
    private static PkiCa two;
    private static volatile Instant now = START;

    @TempDir private static Path directory;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().setPgBinaryResolver(PostgresBinaries::open).start();
        PkiCaOptions options =
                RunningCa.clients(PkiCaOptions.standard())
                        .onDatabase(postgres.getJdbcUrl("postgres", "postgres"))
                        .sealedBy(directory.resolve("kek"))
                        .at(() -> now);
        one = PkiCa.start(options);
        two = PkiCa.start(options);
    }

    @AfterAll
    static void stop() throws IOException {
        one.close();
        two.close();
        postgres.close();
    }

    /** Revoked here, revoked there within a second, however busy the machine is. */
    @Test
    void aRevocationIsSeenByTheOtherWithinASecond() throws Exception {
        CaClient here = new CaClient(one);
        CaClient there = new CaClient(two);
        Certificate issuer = one.authority(Iso2Profile.MO_SUB_CA_2);
        for (int i = 0; i < 2; i++) {
            Certificate leaf = here.contract("DEPNC20000000" + i);
            assertThat(status(here, leaf, issuer)).isInstanceOf(OcspStatus.Good.class);
            assertThat(status(there, leaf, issuer)).isInstanceOf(OcspStatus.Good.class);
            here.revoke(leaf, "certificateHold");
            assertThat(status(here, leaf, issuer)).isInstanceOf(OcspStatus.Revoked.class);
            Thread.sleep(1_000);
            assertThat(status(there, leaf, issuer)).isInstanceOf(OcspStatus.Revoked.class);
            there.resume(leaf);
            assertThat(status(there, leaf, issuer)).isInstanceOf(OcspStatus.Good.class);
            Thread.sleep(1_000);
            assertThat(status(here, leaf, issuer)).isInstanceOf(OcspStatus.Good.class);
        }
    }

    /** Serial numbers: 16 random octets, the first bit fixed; no two alike. */
    @Test
    void bothIssueAndNoSerialNumberComesTwice() throws Exception {
        CaClient[] clients = {new CaClient(one), new CaClient(two)};
        List<Future<Certificate>> issued = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 200; i++) {
                CaClient client = clients[i % 2];
                String name = "DEPNC%09d".formatted(300_000 + i);
                issued.add(threads.submit(() -> client.contract(name)));
            }
        }
        Set<BigInteger> serials = new HashSet<>();
        int[] ones = new int[128];
        for (Future<Certificate> one : issued) {
            BigInteger serial = one.get().fields().serial();
            assertThat(serials.add(serial)).isTrue();
            assertThat(serial.bitLength()).isEqualTo(127);
            for (int bit = 0; bit < 126; bit++) {
                ones[bit] += serial.testBit(bit) ? 1 : 0;
            }
        }
        for (int bit = 0; bit < 126; bit++) {
            assertThat(ones[bit]).as("bit %d of 200 serial numbers", bit).isBetween(50, 150);
        }
    }

    /** However many ask for the same at one moment, at whichever instance: one certificate. */
    @Test
    void identicalRequestsAtOneMomentAreOneCertificate() throws Exception {
        CaClient[] clients = {new CaClient(one), new CaClient(two)};
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int round = 0; round < 10; round++) {
                String name = "DEPNC%09d".formatted(500_000 + round);
                String body = enrolment(name);
                CyclicBarrier together = new CyclicBarrier(16);
                List<Future<HttpResponse<byte[]>>> asked = new ArrayList<>();
                for (int i = 0; i < 16; i++) {
                    CaClient client = clients[i % 2];
                    asked.add(
                            threads.submit(() -> {
                                together.await();
                                return client.post(
                                        RunningCa.POOL, "/api/v1/enrol/contract-leaf", body);
                            }));
                }
                Set<String> serials = new HashSet<>();
                List<Integer> statuses = new ArrayList<>();
                for (Future<HttpResponse<byte[]>> answer : asked) {
                    serials.add(CaClient.json(answer.get()).path("serial").asString());
                    statuses.add(answer.get().statusCode());
                }
                assertThat(serials).hasSize(1);
                assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
                assertThat(
                                count(
                                        "select count(*) from certificate where common_name like '"
                                                + name
                                                + "%' and der is not null"))
                        .isEqualTo(1);
            }
        }
    }

    /** Killed between intent and signature: whoever asks next waits a little, then gets its own. */
    @Test
    void aClaimOfSomebodyGoneIsTakenOver() throws Exception {
        String name = new Emaid("DEPNC000500100").canonical();
        Bytes claim =
                Claims.of(
                        Iso2Profile.CONTRACT_LEAF.profile(),
                        "pool",
                        name,
                        RunningCa.key(name).publicKey());
        CaClient client = new CaClient(one);
        Certificate another = client.contract("DEPNC000500101");
        long gone =
                count(
                        """
                        insert into certificate (claim, profile, issuer, serial, common_name, subject, key_sha256,
                                                 not_before, not_after, tbs, client, intended_at)
                        values ('\\x%s', 'iso2.contract-leaf', 'iso2.mo-sub-ca-2', 'abc', '%s', 'x', 'x',
                                now(), now(), 'x', 'pool', now()) returning id
                        """
                                .formatted(claim.toHex(), name));
        HttpResponse<byte[]> answer =
                client.post(RunningCa.POOL, "/api/v1/enrol/contract-leaf", enrolment(name));
        assertThat(answer.statusCode()).isEqualTo(201);
        DataSource database = postgres.getPostgresDatabase();
        CertificateTable table =
                new CertificateTable(
                        JdbcClient.create(database), new JdbcTemplate(database), new Metrics());
        assertThat(table.issued(gone, another, Optional.of(claim), START))
                .as("it was not gone, but it comes too late")
                .isFalse();
        assertThat(table.holder(claim).orElseThrow().row().orElseThrow().client())
                .isEqualTo("pool");
        assertThat(count("select count(*) from certificate where serial = 'abc' and der is null"))
                .isEqualTo(1);
    }

    /** Revoked, or past the middle of its time: the claim is free for the next one. */
    @Test
    void whatIsOfNoMoreUseLosesItsClaim() {
        CaClient client = new CaClient(two);
        Certificate first = client.contract("DEPNC000500201");
        client.revoke(first, "superseded");
        assertThat(client.contract("DEPNC000500201")).isNotEqualTo(first);
        CertificateTable.Row row =
                new CertificateTable.Row(
                        1,
                        Iso2Profile.CONTRACT_LEAF.profile(),
                        "iso2.mo-sub-ca-2",
                        first,
                        "pool",
                        Optional.empty());
        assertThat(row.isGoodForHalfItsLife(START.plus(Duration.ofDays(364)))).isTrue();
        assertThat(row.isGoodForHalfItsLife(START.plus(Duration.ofDays(366)))).isFalse();
    }

    private static String enrolment(String name) {
        return """
        {"csr": "%s", "commonName": "%s"}\
        """
                .formatted(RunningCa.csr(RunningCa.key(name)), name);
    }

    /** Both are asked at once when it is time: one of them makes a new signer. */
    @Test
    void anOcspSignerIsRenewedOnce() throws Exception {
        Certificate sub = one.authority(Iso2Profile.CPO_SUB_CA_1);
        Certificate root = one.authority(Iso2Profile.V2G_ROOT);
        long before = count(ROOT_SIGNERS);
        now = START.plus(Duration.ofDays(70));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<OcspStatus>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                CaClient client = new CaClient(i % 2 == 0 ? one : two);
                answers.add(threads.submit(() -> status(client, sub, root)));
            }
            for (Future<OcspStatus> answer : answers) {
                assertThat(answer.get()).isInstanceOf(OcspStatus.Good.class);
            }
        } finally {
            now = START;
        }
        assertThat(count(ROOT_SIGNERS)).isEqualTo(before + 1);
    }

    /** Full lists, deltas on them, from either instance: numbers rise, holds come and go. */
    @Test
    void revocationListsAreOneSeries() throws Exception {
        CaClient here = new CaClient(one);
        CaClient there = new CaClient(two);
        Certificate issuer = one.authority(Iso2Profile.MO_SUB_CA_2);
        Certificate held = here.contract("DEPNC400000001");
        Certificate lost = here.contract("DEPNC400000002");
        RevocationList full = here.list("iso2.mo-sub-ca-2.crl");
        assertThat(there.list("iso2.mo-sub-ca-2.crl")).isEqualTo(full);
        here.revoke(held, "certificateHold");
        now = START.plusSeconds(30);
        try {
            there.revoke(lost, "keyCompromise");
            assertThat(there.list("iso2.mo-sub-ca-2.crl")).as("not a minute old").isEqualTo(full);
            RevocationList delta = there.list("iso2.mo-sub-ca-2.delta.crl");
            assertThat(here.list("iso2.mo-sub-ca-2.delta.crl")).isEqualTo(delta);
            assertThat(delta.isDelta()).isTrue();
            assertThat(delta.number().orElseThrow()).isGreaterThan(full.number().orElseThrow());
            assertThat(listed(full, List.of(), held, issuer)).isInstanceOf(OcspStatus.Good.class);
            assertThat(listed(full, List.of(delta), held, issuer))
                    .isInstanceOf(OcspStatus.Revoked.class);
            assertThat(listed(full, List.of(delta), lost, issuer))
                    .isInstanceOf(OcspStatus.Revoked.class);

            now = START.plusSeconds(120);
            RevocationList second = here.list("iso2.mo-sub-ca-2.crl");
            assertThat(second.number().orElseThrow()).isGreaterThan(delta.number().orElseThrow());
            assertThat(listed(second, List.of(), held, issuer))
                    .isInstanceOf(OcspStatus.Revoked.class);
            there.resume(held);
            now = START.plusSeconds(150);
            RevocationList last = there.list("iso2.mo-sub-ca-2.delta.crl");
            assertThat(last.number().orElseThrow()).isGreaterThan(second.number().orElseThrow());
            for (RevocationList base : List.of(full, second)) {
                assertThat(listed(base, List.of(last), held, issuer))
                        .as("off the list again")
                        .isInstanceOf(OcspStatus.Good.class);
                assertThat(listed(base, List.of(last), lost, issuer))
                        .isInstanceOf(OcspStatus.Revoked.class);
            }
            now = START.plus(Duration.ofHours(13));
            assertThat(here.list("iso2.mo-sub-ca-2.crl").number().orElseThrow())
                    .as("half its time is over")
                    .isGreaterThan(last.number().orElseThrow());
        } finally {
            now = START;
        }
        assertThat(here.get("/crl/iso2.contract-leaf.crl").statusCode()).isEqualTo(404);
        assertThat(here.get("/crl/iso2.mo-sub-ca-2").statusCode()).isEqualTo(404);
    }

    private static OcspStatus listed(
            RevocationList full,
            List<RevocationList> deltas,
            Certificate leaf,
            Certificate issuer) {
        Finding finding = full.finding(leaf, issuer, deltas, now, Duration.ofDays(1));
        assertThat(finding).isInstanceOf(Finding.Proven.class);
        return ((Finding.Proven) finding).status();
    }

    private static OcspStatus status(CaClient client, Certificate leaf, Certificate issuer) {
        OcspResponse response =
                OcspResponse.parse(
                        client.ocsp(OcspQuestion.about(leaf, issuer).request(Optional.empty())));
        Finding finding = response.finding(leaf, issuer, now, Duration.ofHours(1));
        assertThat(finding).as("%s", finding).isInstanceOf(Finding.Proven.class);
        return ((Finding.Proven) finding).status();
    }

    private static long count(String sql) throws Exception {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
