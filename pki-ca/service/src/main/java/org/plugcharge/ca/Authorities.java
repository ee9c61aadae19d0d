package org.plugcharge.ca;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateOrder;
import org.plugcharge.certs.CertificateProfile;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Issuer;
import org.plugcharge.certs.KeyBackend;
import org.plugcharge.certs.KeyBackend.KeyId;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.Profiles;
import org.plugcharge.certs.SigningKey;
import org.plugcharge.certs.StatusUrls;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.ToBeSigned;
import org.plugcharge.certs.VerificationKey;
import org.plugcharge.exi.Bytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

/**
 * The CAs of the ecosystem, of all generations, each with an OCSP signer that is renewed in time.
 * The only place where a CA key signs.
 *
 * <p>Which CA is made, imported or followed by another one is decided by ceremonies; without
 * approvers all missing ones are made at the start.
 */
final class Authorities implements OcspSigners {

    static final String OWN = "pki-ca";

    private static final Logger LOG = LoggerFactory.getLogger(Authorities.class);
    private static final Duration OCSP_SIGNER_RENEWAL = Duration.ofDays(30);

    private final DataSource database;
    private final JdbcClient jdbc;
    private final CertificateTable table;
    private final KeyBackend keys;
    private final Entropy entropy;
    private final WantedAnswers wanted;
    private final String organization;
    private final ReentrantLock renewal = new ReentrantLock();
    private volatile Map<String, Authority> authorities = Map.of();
    private volatile Map<IssuerHashes, String> byHashes = Map.of();
    private volatile String url = "";
    private volatile boolean open;

    /** A CA as OCSP names it. */
    private record IssuerHashes(OcspQuestion.Hash hash, Bytes name, Bytes key) {

        static IssuerHashes of(OcspQuestion question) {
            return new IssuerHashes(
                    question.hash(), question.issuerNameHash(), question.issuerKeyHash());
        }
    }

    Authorities(
            DataSource database,
            JdbcClient jdbc,
            CertificateTable table,
            KeyBackend keys,
            Entropy entropy,
            WantedAnswers wanted,
            String organization) {
        this.wanted = wanted;
        this.organization = organization;
        this.database = database;
        this.jdbc = jdbc;
        this.table = table;
        this.keys = keys;
        this.entropy = entropy;
    }

    /** Loads every CA there is. Call it once. */
    void begin(String publicUrl) {
        url = publicUrl;
        read();
    }

    /** From now on the service is ready: the CAs that the start makes are there. */
    void open() {
        open = true;
        LOG.info("opened authorities={} url={}", authorities.size(), url);
    }

    /** Makes every CA that is missing, but none below an offline root; says which. */
    List<Certificate> createMissing(Instant now) {
        List<Certificate> made = new ArrayList<>();
        for (CertificateProfile profile : Profiles.authorities()) {
            boolean canBeSigned =
                    profile.issuer()
                            .map(above -> find(above.id()).filter(ca -> ca.key().isPresent()))
                            .map(Optional::isPresent)
                            .orElse(true);
            if (canBeSigned && canHaveKeys(profile) && find(profile.id()).isEmpty()) {
                made.add(create(profile, 1, now).certificate());
            }
        }
        return made;
    }

    /** Not every place for keys has every kind of key. */
    private boolean canHaveKeys(CertificateProfile profile) {
        return keys.keyTypes().contains(profile.keyType());
    }

    /** Whether there is a CA with exactly this id. */
    boolean has(String id) {
        return authorities.containsKey(id);
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** Every CA of every generation, -2 first, issuers before what they issue. */
    Collection<Authority> all() {
        return authorities.values();
    }

    /** The CA with this id, or the newest of the profile with this id. */
    Optional<Authority> find(String id) {
        Map<String, Authority> known = authorities;
        return Profiles.byId(id)
                .flatMap(profile -> newest(profile, known))
                .or(() -> Optional.ofNullable(known.get(id)));
    }

    /** The newest CA of this profile; 503 while there is none. */
    Authority current(CertificateProfile profile) {
        return newest(profile, authorities)
                .orElseThrow(() ->
                        canHaveKeys(profile)
                                ? notThere(profile.id())
                                : Problem.unprocessable("ca.key-kind", noKey(profile)));
    }

    Certificate certificate(Iso2Profile profile) {
        return current(profile.profile()).certificate();
    }

    /** The CA with exactly this id, of whatever generation. */
    Authority byId(String id) {
        Authority found = authorities.get(id);
        if (found == null) {
            throw notThere(id);
        }
        return found;
    }

    /** The CA certificates from this one up, without root. */
    List<Bytes> subCertificates(String issuer) {
        List<Bytes> found = new ArrayList<>();
        Authority next = byId(issuer);
        while (!next.isRoot()) {
            found.add(next.certificate().der());
            next = byId(next.issuer());
        }
        return found;
    }

    /** The root above this CA, or itself. */
    Authority root(String id) {
        Authority top = byId(id);
        while (!top.isRoot()) {
            top = byId(top.issuer());
        }
        return top;
    }

    /** Nothing for a CA whose key is elsewhere: it has no OCSP signer here. */
    @Override
    public Optional<String> issuer(OcspQuestion question) {
        return Optional.ofNullable(byHashes.get(IssuerHashes.of(question)));
    }

    @Override
    public Signer signer(String issuer, Instant now) {
        Authority authority = byId(issuer);
        if (!isAnswering(authority, now)) {
            renewal.lock();
            try {
                authority = DatabaseLock.OCSP_SIGNER.with(database, () -> renewedOnce(issuer, now));
            } finally {
                renewal.unlock();
            }
        }
        Authority.OcspIdentity signer = authority.ocsp().orElseThrow();
        return new Signer(signer.certificate(), signer.key());
    }

    @Override
    public Optional<Signer> ready(String issuer, Instant now) {
        return Optional.ofNullable(authorities.get(issuer))
                .filter(authority -> isAnswering(authority, now))
                .flatMap(Authority::ocsp)
                .map(ocsp -> new Signer(ocsp.certificate(), ocsp.key()));
    }

    @Override
    public OcspQuestion question(String issuer, BigInteger serial, OcspQuestion.Hash hash) {
        Authority authority = java.util.Objects.requireNonNull(authorities.get(issuer));
        return OcspQuestion.about(serial, authority.certificate(), hash);
    }

    /** Another thread, or another instance, may have done it meanwhile. */
    private Authority renewedOnce(String id, Instant now) {
        Authority known = load(id).orElseThrow();
        if (!isAnswering(known, now)) {
            withOcspSigner(known, now);
        }
        return read(id);
    }

    /** A CA that signs revocation lists of its own; nothing for what is no CA with a key here. */
    Optional<Issuer> listIssuer(String issuer) {
        return Optional.ofNullable(authorities.get(issuer))
                .filter(authority -> authority.key().isPresent())
                .map(Authority::issues);
    }

    /** Issues one certificate of the service itself below the newest CA of its profile's issuer. */
    CertificateTable.Row issueOwn(CertificateOrder order, Instant now) {
        return issue(order, OWN, Optional.empty(), now).orElseThrow();
    }

    /**
     * Issues one certificate below the newest CA of its profile's issuer; nothing if another holds
     * {@code claim}.
     */
    Optional<CertificateTable.Row> issue(
            CertificateOrder order, String client, Bytes claim, Instant now) {
        return issue(order, client, Optional.of(claim), now);
    }

    private Optional<CertificateTable.Row> issue(
            CertificateOrder order, String client, Optional<Bytes> claim, Instant now) {
        Authority issuer = current(order.profile().issuer().orElseThrow());
        ToBeSigned prepared =
                ToBeSigned.prepare(
                        order.statusAt(statusUrls(issuer.id())), issuer.issues(), now, entropy);
        return issue(
                prepared, order.profile(), issuer.id(), issuer.issues().key(), client, claim, now);
    }

    /**
     * Issues what follows a certificate: the same name and profile, for another key; nothing if
     * another holds {@code claim}.
     */
    Optional<CertificateTable.Row> renew(
            CertificateTable.Row former, VerificationKey key, Bytes claim, Instant now) {
        CertificateProfile profile = former.profile();
        Authority above = current(profile.issuer().orElseThrow());
        Issuer issuer = above.issues();
        ToBeSigned prepared =
                ToBeSigned.prepareRenewal(
                        former.certificate(),
                        profile,
                        key,
                        statusUrls(above.id()),
                        issuer,
                        now,
                        entropy);
        return issue(
                prepared,
                profile,
                above.id(),
                issuer.key(),
                former.client(),
                Optional.of(claim),
                now);
    }

    /**
     * Issues one cross-certificate: {@code root} taken under {@code authority}, whose profile it
     * shares.
     */
    CertificateTable.Row cross(Certificate root, Authority authority, String client, Instant now) {
        Issuer issuer = authority.issues();
        ToBeSigned prepared =
                ToBeSigned.prepareCross(
                        root,
                        authority.profile(),
                        statusUrls(authority.id()),
                        false,
                        issuer,
                        now,
                        entropy);
        CertificateProfile profile = Profiles.cross(authority.profile());
        return issue(prepared, profile, authority.id(), issuer.key(), client, now);
    }

    /**
     * Makes the CA of this profile, or its next generation, with a key of its own; 409 if the CA
     * above is offline.
     */
    Authority create(CertificateProfile profile, int generation, Instant now) {
        String id = Authority.id(profile, generation);
        SigningKey key = key(new KeyId(id), profile);
        Optional<Authority> above = profile.issuer().map(this::current);
        Issuer issuer = above.map(Authority::issues).orElseGet(() -> Issuer.self(key));
        String issuerId = above.map(Authority::id).orElse(id);
        CertificateOrder order =
                CertificateOrder.of(profile, title(profile, generation), key.publicKey())
                        .statusAt(statusUrls(issuerId));
        CertificateTable.Row row =
                issue(
                        ToBeSigned.prepare(order, issuer, now, entropy),
                        profile,
                        issuerId,
                        issuer.key(),
                        OWN,
                        now);
        return add(id, profile, row, Optional.of(key), now);
    }

    /** Signs the sub-CA of somebody else's request below the newest CA above it. */
    CertificateTable.Row signSubCa(
            CertificateRequest request, CertificateProfile profile, Instant now) {
        Authority above = current(profile.issuer().orElseThrow());
        Issuer issuer = above.issues();
        ToBeSigned prepared =
                ToBeSigned.prepareSubCa(
                        request, profile, statusUrls(above.id()), issuer, now, entropy);
        return issue(prepared, profile, above.id(), issuer.key(), OWN, now);
    }

    /** The request of a CA for its certificate; its key is made if it is not there yet. */
    CertificateRequest request(CertificateProfile profile, int generation) {
        SigningKey key = key(new KeyId(Authority.id(profile, generation)), profile);
        return CertificateRequest.create(
                title(profile, generation).within(profile.domainComponent()), key);
    }

    /** Takes over a CA certificate that was signed elsewhere; whoever calls has checked it. */
    Authority add(
            String id,
            CertificateProfile profile,
            CertificateTable.Row row,
            Optional<SigningKey> key,
            Instant now) {
        Authority made =
                new Authority(id, profile, row.certificate(), row.issuer(), key, Optional.empty());
        jdbc.sql(
                        """
                        insert into authority (profile, kind, certificate, key_id)
                        values (:id, :kind, :certificate, :key)
                        """)
                .param("id", id)
                .param("kind", profile.id())
                .param("certificate", row.id())
                .param("key", key.isPresent() ? id : null)
                .update();
        if (key.isPresent()) {
            withOcspSigner(made, now);
        }
        return read(id);
    }

    /** The key a CA of this id has here, if it was made. */
    Optional<SigningKey> ownKey(String id) {
        try {
            return Optional.of(keys.signingKey(new KeyId(id)));
        } catch (KeyBackend.UnknownKeyException e) {
            return Optional.empty();
        }
    }

    /** A key of the service itself, made when it is first asked for. */
    SigningKey serviceKey(String id) {
        return key(new KeyId(id), Iso2Profile.TLS_SERVER.profile());
    }

    /** Where the status of what a CA issued can be asked. */
    private StatusUrls statusUrls(String issuer) {
        return new StatusUrls(url + "/ocsp", Optional.of(listUrl(issuer, "crl")));
    }

    /** Where the delta of a CA's list is. */
    String deltaUrl(String issuer) {
        return listUrl(issuer, "delta.crl");
    }

    private String listUrl(String issuer, String form) {
        return url + "/crl/" + issuer + "." + form;
    }

    /** One that nobody else can ask for. */
    private CertificateTable.Row issue(
            ToBeSigned prepared,
            CertificateProfile profile,
            String issuerId,
            SigningKey issuerKey,
            String client,
            Instant now) {
        return issue(prepared, profile, issuerId, issuerKey, client, Optional.empty(), now)
                .orElseThrow(() ->
                        new IllegalStateException("a certificate was completed by somebody else"));
    }

    /** Prepared and linted before; written down, signed, completed. */
    private Optional<CertificateTable.Row> issue(
            ToBeSigned prepared,
            CertificateProfile profile,
            String issuerId,
            SigningKey issuerKey,
            String client,
            Optional<Bytes> claim,
            Instant now) {
        Optional<Long> intent = table.intend(profile, issuerId, prepared, client, claim, now);
        if (intent.isEmpty()) {
            return Optional.empty();
        }
        long id = intent.get();
        Certificate certificate = signed(prepared, issuerKey, claim, id);
        if (!table.issued(id, certificate, claim, now)) {
            return Optional.empty();
        }
        wanted.offer(new StatusCache.Key(issuerId, certificate.fields().serial()));
        LOG.atLevel(client.equals(OWN) ? Level.DEBUG : Level.INFO)
                .log(
                        "issued profile={} serial={} client={} notAfter={}",
                        profile.id(),
                        certificate.fields().serial().toString(16),
                        client,
                        certificate.fields().notAfter());
        return Optional.of(
                new CertificateTable.Row(
                        id, profile, issuerId, certificate, client, Optional.empty()));
    }

    /** Where no signature can be had nobody has to wait for one. */
    private Certificate signed(
            ToBeSigned prepared, SigningKey issuerKey, Optional<Bytes> claim, long id) {
        try {
            return prepared.sign(issuerKey);
        } catch (RuntimeException e) {
            claim.ifPresent(held -> table.release(held, id));
            throw e;
        }
    }

    /** Sees what another instance of this service added. */
    void refresh() {
        if (open
                && jdbc.sql("select count(*) from authority").query(Long.class).single()
                        != authorities.size()) {
            read();
        }
    }

    private synchronized void read() {
        Map<String, Authority> found = new LinkedHashMap<>();
        for (CertificateProfile profile : Profiles.authorities()) {
            jdbc.sql("select profile from authority where kind = :kind order by certificate")
                    .param("kind", profile.id())
                    .query(String.class)
                    .list()
                    .forEach(id -> found.put(id, load(id).orElseThrow()));
        }
        keep(found);
    }

    private synchronized Authority read(String id) {
        Authority authority = load(id).orElseThrow();
        Map<String, Authority> all = new LinkedHashMap<>(authorities);
        all.put(id, authority);
        authorities = Collections.unmodifiableMap(all);
        Map<IssuerHashes, String> hashes = new HashMap<>(byHashes);
        hashes.putAll(hashes(authority));
        byHashes = Map.copyOf(hashes);
        return authority;
    }

    private synchronized void keep(Map<String, Authority> all) {
        Map<IssuerHashes, String> hashes = new HashMap<>();
        all.values().forEach(authority -> hashes.putAll(hashes(authority)));
        authorities = Collections.unmodifiableMap(all);
        byHashes = Map.copyOf(hashes);
    }

    private static Map<IssuerHashes, String> hashes(Authority authority) {
        Map<IssuerHashes, String> hashes = new HashMap<>();
        if (authority.key().isPresent()) {
            for (OcspQuestion.Hash hash : OcspQuestion.Hash.values()) {
                OcspQuestion question =
                        OcspQuestion.about(BigInteger.ONE, authority.certificate(), hash);
                hashes.put(IssuerHashes.of(question), authority.id());
            }
        }
        return hashes;
    }

    private static Optional<Authority> newest(
            CertificateProfile profile, Map<String, Authority> known) {
        Authority newest = null;
        for (int generation = 1; ; generation++) {
            Authority next = known.get(Authority.id(profile, generation));
            if (next == null) {
                return Optional.ofNullable(newest);
            }
            newest = next;
        }
    }

    private static String noKey(CertificateProfile profile) {
        return "where the private keys of this CA live there are none of " + profile.keyType();
    }

    private static Problem notThere(String id) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE, "ca.not-there", "there is no " + id + " here yet");
    }

    private static boolean isAnswering(Authority authority, Instant now) {
        return authority
                .ocsp()
                .filter(signer ->
                        signer.certificate()
                                .fields()
                                .notAfter()
                                .isAfter(now.plus(OCSP_SIGNER_RENEWAL)))
                .isPresent();
    }

    private Optional<Authority> load(String id) {
        return jdbc.sql("select * from authority where profile = :id")
                .param("id", id)
                .query((row, number) -> {
                    CertificateTable.Row certificate =
                            table.byId(row.getLong("certificate")).orElseThrow();
                    long signer = row.getLong("ocsp_signer");
                    return new Authority(
                            id,
                            certificate.profile(),
                            certificate.certificate(),
                            certificate.issuer(),
                            signingKey(row.getString("key_id")),
                            signingKey(row.getString("ocsp_signer_key"))
                                    .map(key -> new Authority.OcspIdentity(signer(signer), key)));
                })
                .optional();
    }

    private Certificate signer(long row) {
        return table.byId(row).orElseThrow().certificate();
    }

    private Optional<SigningKey> signingKey(@org.jspecify.annotations.Nullable String id) {
        return Optional.ofNullable(id).map(KeyId::new).map(this::known);
    }

    private SigningKey known(KeyId id) {
        try {
            return keys.signingKey(id);
        } catch (KeyBackend.UnknownKeyException e) {
            throw new IllegalStateException(
                    "the private key "
                            + id
                            + " of this database is not where --keys says: name the place it was"
                            + " made in",
                    e);
        }
    }

    private void withOcspSigner(Authority authority, Instant now) {
        CertificateProfile profile = Profiles.ocspSigner(authority.profile());
        KeyId keyId = new KeyId("ocsp." + authority.id() + "." + now.getEpochSecond());
        SigningKey key = key(keyId, profile);
        Subject subject = Subject.named("OCSP of " + authority.id()).of(organization);
        Issuer issuer = authority.issues();
        CertificateTable.Row signer =
                issue(
                        ToBeSigned.prepare(
                                CertificateOrder.of(profile, subject, key.publicKey()),
                                issuer,
                                now,
                                entropy),
                        profile,
                        authority.id(),
                        issuer.key(),
                        OWN,
                        now);
        jdbc.sql(
                        """
                        update authority set ocsp_signer = :signer, ocsp_signer_key = :key
                        where profile = :id
                        """)
                .param("id", authority.id())
                .param("signer", signer.id())
                .param("key", keyId.text())
                .update();
    }

    /** A key left over from a ceremony that was cut short is used again. */
    private SigningKey key(KeyId id, CertificateProfile profile) {
        try {
            return keys.signingKey(id);
        } catch (KeyBackend.UnknownKeyException e) {
            if (!canHaveKeys(profile)) {
                throw Problem.unprocessable("ca.key-kind", noKey(profile));
            }
            keys.generate(id, profile.keyType());
            return keys.signingKey(id);
        }
    }

    private Subject title(CertificateProfile profile, int generation) {
        String role =
                profile.id()
                        .substring(profile.id().indexOf('.') + 1)
                        .toUpperCase(java.util.Locale.ROOT);
        String edition = profile.id().startsWith("iso2.") ? "" : " 20 " + profile.keyType();
        String next = generation == 1 ? "" : " G" + generation;
        return Subject.named(organization + " " + role.replace('-', ' ') + edition + next)
                .of(organization)
                .in("DE");
    }
}
