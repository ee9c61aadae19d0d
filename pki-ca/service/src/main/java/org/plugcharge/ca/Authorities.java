package org.plugcharge.ca;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.CertificateOrder;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Issuer;
import org.plugcharge.certs.KeyBackend;
import org.plugcharge.certs.KeyBackend.KeyId;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.SigningKey;
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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

import javax.sql.DataSource;

/**
 * The CAs of the ecosystem: made at the first start (the ceremony), loaded at every other, each
 * with an OCSP signer that is renewed in time. The only place where a CA key signs.
 */
final class Authorities implements OcspSigners {

    private static final Logger LOG = LoggerFactory.getLogger(Authorities.class);
    private static final String OWN = "pki-ca";
    private static final Duration OCSP_SIGNER_RENEWAL = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final CertificateTable table;
    private final KeyBackend keys;
    private final Entropy entropy;
    private final Map<Iso2Profile, Authority> authorities = new EnumMap<>(Iso2Profile.class);
    private final ReentrantLock renewal = new ReentrantLock();
    private final DataSource database;
    private volatile Map<IssuerHashes, String> byHashes = Map.of();
    private volatile String ocspUrl = "";

    /** One CA with whoever answers OCSP questions for it. */
    record Authority(
            Certificate certificate, SigningKey key, Certificate ocspSigner, SigningKey ocspKey) {}

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
            Entropy entropy) {
        this.database = database;
        this.jdbc = jdbc;
        this.table = table;
        this.keys = keys;
        this.entropy = entropy;
    }

    /** Loads every CA, and makes those that are missing. Call it under the ceremony lock, once. */
    void open(String newOcspUrl, Instant now) {
        ocspUrl = newOcspUrl;
        int made = 0;
        for (Iso2Profile profile : Iso2Profile.authorities()) {
            Optional<Authority> known = load(profile);
            made += known.isEmpty() ? 1 : 0;
            Authority authority = known.orElseGet(() -> create(profile, now));
            synchronized (authorities) {
                authorities.put(profile, authority);
            }
        }
        byHashes = hashes();
        LOG.info(
                "opened authorities={} made={} ocsp={}",
                Iso2Profile.authorities().size(),
                made,
                newOcspUrl);
    }

    private Map<IssuerHashes, String> hashes() {
        Map<IssuerHashes, String> found = new HashMap<>();
        for (Iso2Profile profile : Iso2Profile.authorities()) {
            for (OcspQuestion.Hash hash : OcspQuestion.Hash.values()) {
                OcspQuestion question =
                        OcspQuestion.about(BigInteger.ONE, certificate(profile), hash);
                found.put(IssuerHashes.of(question), profile.id());
            }
        }
        return Map.copyOf(found);
    }

    @Override
    public boolean isOpen() {
        synchronized (authorities) {
            return authorities.size() == Iso2Profile.authorities().size();
        }
    }

    Certificate certificate(Iso2Profile profile) {
        return authority(profile).certificate();
    }

    /** The authority certificates from {@code issuer} up, without root. */
    List<Bytes> subCertificates(Iso2Profile issuer) {
        List<Bytes> found = new ArrayList<>();
        Optional<Iso2Profile> next = Optional.of(issuer);
        while (next.isPresent() && !next.get().profile().selfSigned()) {
            found.add(certificate(next.get()).der());
            next = next.get().issuer();
        }
        return found;
    }

    CertificateChain chain(Certificate leaf, Iso2Profile profile) {
        return new CertificateChain(leaf.der(), subCertificates(profile.issuer().orElseThrow()));
    }

    Certificate root(Iso2Profile profile) {
        Iso2Profile top = profile;
        while (top.issuer().isPresent()) {
            top = top.issuer().get();
        }
        return certificate(top);
    }

    @Override
    public Optional<String> issuer(OcspQuestion question) {
        return Optional.ofNullable(byHashes.get(IssuerHashes.of(question)));
    }

    @Override
    public Signer signer(String issuer, Instant now) {
        Iso2Profile profile = Iso2Profile.byId(issuer).orElseThrow();
        Authority authority = authority(profile);
        if (!isGoodFor(authority.ocspSigner(), now)) {
            renewal.lock();
            try {
                authority =
                        DatabaseLock.OCSP_SIGNER.with(database, () -> renewedOnce(profile, now));
            } finally {
                renewal.unlock();
            }
        }
        return new Signer(authority.ocspSigner(), authority.ocspKey());
    }

    /** Another thread, or another instance, may have done it meanwhile. */
    private Authority renewedOnce(Iso2Profile profile, Instant now) {
        Authority known = load(profile).orElseThrow();
        Authority renewed = isGoodFor(known.ocspSigner(), now) ? known : renew(profile, known, now);
        synchronized (authorities) {
            authorities.put(profile, renewed);
        }
        return renewed;
    }

    /** A CA that signs revocation lists of its own; nothing for what is no CA here. */
    Optional<Issuer> listIssuer(String issuer) {
        return Iso2Profile.byId(issuer)
                .filter(profile -> profile.profile().ca())
                .map(this::authority)
                .map(authority -> Issuer.of(authority.certificate(), authority.key()));
    }

    /** Issues one certificate: prepared and linted, written down, signed, completed. */
    CertificateTable.Row issue(
            CertificateOrder order, Iso2Profile profile, String client, Instant now) {
        Iso2Profile issuer = profile.issuer().orElseThrow();
        Authority authority = authority(issuer);
        return issue(
                order.statusAt(ocspUrl),
                profile,
                issuer,
                Issuer.of(authority.certificate(), authority.key()),
                client,
                now);
    }

    private CertificateTable.Row issue(
            CertificateOrder order,
            Iso2Profile profile,
            Iso2Profile issuerProfile,
            Issuer issuer,
            String client,
            Instant now) {
        ToBeSigned prepared = ToBeSigned.prepare(order, issuer, now, entropy);
        long id = table.intend(profile, issuerProfile, prepared, client, now);
        Certificate certificate = prepared.sign(issuer.key());
        table.issued(id, certificate, now);
        LOG.atLevel(client.equals(OWN) ? Level.DEBUG : Level.INFO)
                .log(
                        "issued profile={} serial={} client={} notAfter={}",
                        profile.id(),
                        certificate.fields().serial().toString(16),
                        client,
                        certificate.fields().notAfter());
        return new CertificateTable.Row(id, profile, certificate, client, Optional.empty());
    }

    private Authority authority(Iso2Profile profile) {
        synchronized (authorities) {
            Authority authority = authorities.get(profile);
            if (authority == null) {
                throw new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE, "ca.starting", "the CAs are not open yet");
            }
            return authority;
        }
    }

    private static boolean isGoodFor(Certificate signer, Instant now) {
        return signer.fields().notAfter().isAfter(now.plus(OCSP_SIGNER_RENEWAL));
    }

    private Optional<Authority> load(Iso2Profile profile) {
        return jdbc.sql(
                        "select certificate, ocsp_signer, ocsp_signer_key from authority where"
                                + " profile = :profile")
                .param("profile", profile.id())
                .query((row, number) ->
                        new Authority(
                                table.byId(row.getLong("certificate")).orElseThrow().certificate(),
                                keys.signingKey(new KeyId(profile.id())),
                                table.byId(row.getLong("ocsp_signer")).orElseThrow().certificate(),
                                keys.signingKey(new KeyId(row.getString("ocsp_signer_key")))))
                .optional();
    }

    private Authority create(Iso2Profile profile, Instant now) {
        SigningKey key = key(new KeyId(profile.id()));
        Issuer issuer =
                profile.issuer()
                        .map(this::authority)
                        .map(above -> Issuer.of(above.certificate(), above.key()))
                        .orElseGet(() -> Issuer.self(key));
        CertificateOrder order =
                CertificateOrder.of(profile, title(profile), key.publicKey()).statusAt(ocspUrl);
        CertificateTable.Row row =
                issue(order, profile, profile.issuer().orElse(profile), issuer, OWN, now);
        return withOcspSigner(profile, row, key, now);
    }

    private Authority renew(Iso2Profile profile, Authority known, Instant now) {
        CertificateTable.Row row =
                table.bySerial(
                                profile.issuer().orElse(profile),
                                known.certificate().fields().serial())
                        .orElseThrow();
        return withOcspSigner(profile, row, known.key(), now);
    }

    private Authority withOcspSigner(
            Iso2Profile profile, CertificateTable.Row authority, SigningKey key, Instant now) {
        KeyId keyId = new KeyId("ocsp." + profile.id() + "." + now.getEpochSecond());
        VerificationKey ocspKey = key(keyId).publicKey();
        Subject subject = Subject.named("OCSP of " + profile.id()).of("plugcharge");
        CertificateTable.Row signer =
                issue(
                        CertificateOrder.of(Iso2Profile.OCSP_SIGNER, subject, ocspKey),
                        Iso2Profile.OCSP_SIGNER,
                        profile,
                        Issuer.of(authority.certificate(), key),
                        OWN,
                        now);
        jdbc.sql(
                        """
                        insert into authority (profile, certificate, ocsp_signer, ocsp_signer_key)
                        values (:profile, :certificate, :signer, :key)
                        on conflict (profile) do update
                        set ocsp_signer = excluded.ocsp_signer, ocsp_signer_key = excluded.ocsp_signer_key
                        """)
                .param("profile", profile.id())
                .param("certificate", authority.id())
                .param("signer", signer.id())
                .param("key", keyId.text())
                .update();
        return new Authority(
                authority.certificate(), key, signer.certificate(), keys.signingKey(keyId));
    }

    /** A key left over from a ceremony that was cut short is used again. */
    private SigningKey key(KeyId id) {
        try {
            return keys.signingKey(id);
        } catch (KeyBackend.UnknownKeyException e) {
            keys.generate(id);
            return keys.signingKey(id);
        }
    }

    private static Subject title(Iso2Profile profile) {
        return Subject.named("plugcharge " + profile.name().replace('_', ' '))
                .of("plugcharge")
                .in("DE");
    }
}
