package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.log.LogEntry;
import org.plugcharge.certs.log.MerkleProof;
import org.plugcharge.exi.Bytes;
import org.plugcharge.start.PostgresBinaries;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The log over HTTP, its monitor, and what both say when somebody works on the table. */
class LogDbTest {

    private static EmbeddedPostgres postgres;
    private static PkiCa ca;
    private static CaClient client;

    @TempDir private Path directory;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder().setPgBinaryResolver(PostgresBinaries::open).start();
        ca =
                PkiCa.start(
                        RunningCa.clients(PkiCaOptions.standard())
                                .onDatabase(postgres.getJdbcUrl("postgres", "postgres")));
        client = new CaClient(ca);
    }

    @AfterAll
    static void stop() throws IOException {
        ca.close();
        postgres.close();
    }

    @Test
    void whatIsIssuedIsInTheLogAndTheMonitorSeesIt() throws Exception {
        Certificate leaf = client.contract("DEPNC500000001");
        JsonNode place = place(leaf);
        JsonNode head = client.json("/api/v1/log/head");
        assertThat(place.path("size").asLong()).isLessThanOrEqualTo(head.path("size").asLong());
        Path chain = pem("chain.pem", leaf, ca.authority(Iso2Profile.MO_SUB_CA_2));
        Path state = directory.resolve("state");
        assertThat(verify("--state", state.toString(), "--certificate", chain.toString()))
                .startsWith("0 ")
                .contains(
                        "consistent: ", "in the log: ", "is entry " + place.path("index").asLong());
        for (int i = 2; i < 6; i++) {
            place(client.contract("DEPNC50000000" + i));
            assertThat(verify("--state", state.toString())).startsWith("0 ").contains(" 1 new");
        }
        assertThat(verify("--state", state.toString())).startsWith("0 ").contains(" 0 new");
        assertThat(verify("--key", head.path("key").asString())).startsWith("0 ");
        assertThat(verify("--key", "3000")).startsWith("1 WRONG: the log has another key");

        Certificate never = Certificate.parse(otherCertificate());
        assertThat(verify("--certificate", pem("never.pem", never).toString()))
                .startsWith("1 ")
                .contains("is not in the log");
        Files.writeString(state, "3\n");
        assertThat(verify("--state", state.toString())).startsWith("3 ").contains("earlier run");
    }

    /** The identity goes, the proofs stay, and so does the status. */
    @Test
    void erasingLeavesTheTreeAsItWas() throws Exception {
        Certificate leaf = client.contract("DEPNC510000001");
        JsonNode place = place(leaf);
        LogEntry entry =
                LogEntry.of(
                        place.path("timestamp").asLong(),
                        Bytes.fromHex(place.path("salt").asString()),
                        leaf.der());
        assertThat(erase(leaf)).as("in force").isEqualTo(409);
        client.revoke(leaf, "cessationOfOperation");
        assertThat(erase(leaf)).isEqualTo(200);
        assertThat(erase(leaf)).isEqualTo(404);
        assertThat(
                        client.get("/api/v1/log/certificates/" + leaf.fingerprint().toHex())
                                .statusCode())
                .isEqualTo(404);
        JsonNode head = client.json("/api/v1/log/head");
        assertThat(
                        MerkleProof.includes(
                                entry.leafHash(),
                                place.path("index").asLong(),
                                place.path("size").asLong(),
                                hashes(place),
                                root(place.path("size").asLong())))
                .isTrue();
        assertThat(verify()).startsWith("0 consistent: " + head.path("size").asLong());
        assertThat(client.json("/api/v1/search?text=DEPNC510000001")).isEmpty();
        assertThat(found("certificate", "der", leaf)).isZero();
        assertThat(
                        count(
                                "select count(*) from log_leaf where fingerprint is null and salt"
                                        + " is null and certificate in (select id from certificate"
                                        + " where serial = '"
                                        + leaf.fields().serial().toString(16)
                                        + "')"))
                .isEqualTo(1);
        assertThat(
                        count(
                                "select count(*) from certificate where serial = '"
                                        + leaf.fields().serial().toString(16)
                                        + "' and common_name = '' and subject = '' and der is null"
                                        + " and claim is null and revoked_at is not null"))
                .isEqualTo(1);
    }

    @Test
    void theTablesRefuseChangesAndTheMonitorSeesThoseMadeByForce() throws Exception {
        place(client.contract("DEPNC520000001"));
        place(client.contract("DEPNC520000002"));
        assertThatThrownBy(() -> execute("update log_node set hash = hash"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> execute("delete from log_leaf"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> execute("truncate log_head")).hasMessageContaining("append-only");
        Path state = directory.resolve("state");
        assertThat(verify("--state", state.toString())).startsWith("0 ");

        execute("alter table log_leaf disable trigger all");
        String old = "select commitment from log_leaf where index = 1";
        execute("create table kept as " + old);
        execute("update log_leaf set commitment = sha256('another') where index = 1");
        assertThat(verify()).startsWith("1 WRONG: the entries give another root");
        execute("update log_leaf set commitment = (select commitment from kept) where index = 1");
        assertThat(verify()).startsWith("0 ");

        execute("alter table log_head disable trigger all");
        execute("create table head as select * from log_head order by size desc limit 1");
        execute(
                "update log_head set root = sha256('another') where size = (select size from"
                        + " head)");
        assertThat(verify("--state", state.toString()))
                .startsWith("1 WRONG: the head is not signed");
        execute("delete from log_head where size = (select size from head)");
        assertThat(verify("--state", state.toString())).startsWith("1 WRONG: the log had ");
        execute("insert into log_head select * from head");
        assertThat(verify("--state", state.toString())).startsWith("0 ");
    }

    @Test
    void questionsThatMakeNoSense() {
        for (String path :
                List.of(
                        "entries?from=-1",
                        "entries?from=x",
                        "consistency?first=0&second=1",
                        "consistency?first=2&second=1",
                        "consistency?first=1&second=99999999",
                        "certificates/zz")) {
            assertThat(client.get("/api/v1/log/" + path).statusCode()).as(path).isEqualTo(400);
        }
        assertThat(client.get("/api/v1/log/entries?from=99999999").statusCode()).isEqualTo(200);
        assertThat(client.get("/api/v1/log/certificates/" + "00".repeat(32)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCaThatIsNotThere() {
        assertThat(run("log", "verify", "http://127.0.0.1:1")).startsWith("3 ");
        assertThat(run("log", "verify", ca.uri() + "/nowhere")).startsWith("3 ").contains("401");
    }

    /** Waits until it is there: a few times a second what was issued is appended. */
    private static JsonNode place(Certificate leaf) throws InterruptedException {
        String path = "/api/v1/log/certificates/" + leaf.fingerprint().toHex();
        for (int i = 0; i < 300 && client.get(path).statusCode() != 200; i++) {
            Thread.sleep(100);
        }
        JsonNode place = client.json(path);
        LogEntry entry =
                LogEntry.of(
                        place.path("timestamp").asLong(),
                        Bytes.fromHex(place.path("salt").asString()),
                        leaf.der());
        assertThat(entry.commitment().toHex()).isEqualTo(place.path("commitment").asString());
        return place;
    }

    private static int erase(Certificate leaf) {
        return client.post(
                        RunningCa.ADMIN,
                        "/api/v1/erase",
                        "{\"issuer\": \"iso2.mo-sub-ca-2\", \"serial\": \"%s\"}"
                                .formatted(leaf.fields().serial().toString(16)))
                .statusCode();
    }

    private static List<Bytes> hashes(JsonNode place) {
        List<Bytes> hashes = new ArrayList<>();
        place.path("proof").forEach(hash -> hashes.add(Bytes.fromHex(hash.asString())));
        return hashes;
    }

    private static Bytes root(long size) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery("select root from log_head where size = " + size)) {
            row.next();
            return Bytes.owning(row.getBytes(1));
        }
    }

    private static long found(String table, String column, Certificate leaf) throws SQLException {
        return count(
                "select count(*) from %s where %s = decode('%s', 'hex')"
                        .formatted(table, column, leaf.der().toHex()));
    }

    private static long count(String sql) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = postgres.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Bytes otherCertificate() {
        return org.plugcharge.certs.TestPki.create(9, java.time.Instant.now())
                .certificate(Iso2Profile.CONTRACT_LEAF)
                .der();
    }

    private Path pem(String name, Certificate... certificates) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Certificate certificate : certificates) {
            text.append(Pem.of(Pem.CERTIFICATE, certificate.der()));
        }
        return Files.writeString(directory.resolve(name), text);
    }

    private static String verify(String... options) {
        List<String> arguments = new ArrayList<>(List.of("log", "verify", ca.uri().toString()));
        arguments.addAll(List.of(options));
        return run(arguments.toArray(String[]::new));
    }

    /** Exit status, a blank, and what was said. */
    private static String run(String... arguments) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        int status = PkiCaCommand.commandLine().setOut(writer).setErr(writer).execute(arguments);
        return status + " " + said;
    }
}
