package org.plugcharge.certs;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.plugcharge.exi.Bytes;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Contract bundles and chain validation on one thread, each beside the bare crypto operations it
 * cannot do without, by the same provider.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(MICROSECONDS)
@Warmup(iterations = 3, time = 2, timeUnit = SECONDS)
@Measurement(iterations = 5, time = 2, timeUnit = SECONDS)
@Fork(1)
public class CertsBenchmark {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final int LEAVES = 1_200;

    /** P256 for ISO 15118-2, P521 for -20. */
    @Param({"P256", "P521"})
    public KeyType type = KeyType.P256;

    private final Entropy random = Entropy.system(new SecureRandom());
    private final List<CertificateChain> chains = new ArrayList<>();
    private final List<Certificate> leaves = new ArrayList<>();
    private Issuer issuer = Issuer.self(SoftwareKey.generate(random));
    private SigningKey cps = issuer.key();
    private VerificationKey vehicle = cps.publicKey();
    private PublicKey vehiclePlatform = vehicle.platform();
    private PrivateKey ownPlatform = rawPair(KeyType.P256).getPrivate();
    private Purpose<VerifiedContract> purpose = Purpose.CONTRACT;
    private TrustAnchors anchors = TrustAnchors.none();
    private CertificateProfile profile = Iso2Profile.CONTRACT_LEAF.profile();
    private Bytes message = Bytes.EMPTY;
    private int next;

    /** A PKI, an issuer with a fast key, and many leaves. */
    @Setup
    public void setUp() {
        TestPki pki = TestPki.create(1, NOW);
        Iso20TestPki iso20 = pki.iso20(KeyType.P521);
        boolean iso2 = type == KeyType.P256;
        KeyedCertificate sub =
                iso2 ? pki.member(Iso2Profile.MO_SUB_CA_2) : iso20.member(Iso20Profile.MO_SUB_CA_2);
        issuer = Issuer.of(sub.certificate(), sub.key().fast());
        cps = SoftwareKey.generate(type, random).fast();
        vehicle = SoftwareKey.generate(type, random).publicKey();
        vehiclePlatform = vehicle.platform();
        ownPlatform = rawPair(type).getPrivate();
        purpose = iso2 ? Purpose.CONTRACT : Purpose.CONTRACT.in(Edition.ISO20);
        anchors = iso2 ? pki.anchors() : iso20.anchors();
        profile =
                iso2
                        ? Iso2Profile.CONTRACT_LEAF.profile()
                        : Iso20Profile.CONTRACT_LEAF.profile(type);
        message = random.next(400);
        for (int i = 0; i < LEAVES; i++) {
            Certificate leaf = contract(SoftwareKey.generate(type, random).publicKey());
            leaves.add(leaf);
            chains.add(
                    iso2
                            ? pki.chainOf(leaf, Iso2Profile.CONTRACT_LEAF)
                            : iso20.chainOf(leaf, Iso20Profile.CONTRACT_LEAF));
        }
    }

    private Certificate contract(VerificationKey key) {
        CertificateOrder order =
                CertificateOrder.of(profile, Subject.named("DEPNCC00000001A").of("eMSP"), key)
                        .statusAt("http://ocsp.example.org/");
        return ToBeSigned.prepare(order, issuer, NOW, random).sign(issuer.key());
    }

    /** Key pair, certificate, ephemeral key pair, agreement, wrapping, the CPS's signature. */
    @Benchmark
    public void bundle(Blackhole sink) {
        SoftwareKey key = SoftwareKey.generate(type, random);
        Certificate certificate = contract(key.publicKey());
        sink.consume(certificate);
        sink.consume(sealed(key, certificate));
        sink.consume(cps.sign(message));
    }

    private ContractKeyDelivery.Sealed sealed(SoftwareKey key, Certificate certificate) {
        return type == KeyType.P256
                ? ContractKeyDelivery.seal(key, vehicle, random)
                : Iso20KeyDelivery.seal(
                        key,
                        vehicle,
                        Iso20KeyDelivery.Bond.of(new Pcid("WPCTESTVEHICLE0019"), certificate),
                        Iso20KeyDelivery.Form.TEXT,
                        random);
    }

    /** Two key pairs, two signatures, one agreement: nothing else. */
    @Benchmark
    public void bundleRaw(Blackhole sink) throws GeneralSecurityException {
        sink.consume(Crypto.BEST.generate(type));
        sink.consume(Crypto.BEST.generate(type));
        sink.consume(Crypto.BEST.sign(type, ownPlatform, message));
        sink.consume(Crypto.BEST.sign(type, ownPlatform, message));
        sink.consume(Crypto.BEST.agree(ownPlatform, vehiclePlatform));
    }

    /** A chain of three, each time another leaf, from its octets. */
    @Benchmark
    public Verdict<VerifiedContract> validate() {
        next = (next + 1) % LEAVES;
        return ChainValidator.validate(
                chains.get(next), purpose, anchors, RevocationSnapshot.notChecked(), NOW);
    }

    /** One signature verified: what a new leaf costs at least. */
    @Benchmark
    public boolean validateRaw() {
        next = (next + 1) % LEAVES;
        return leaves.get(next).isSignedBy(issuer.key().publicKey());
    }

    /** Reading a leaf. */
    @Benchmark
    public Certificate parse() {
        next = (next + 1) % LEAVES;
        return Certificate.parse(leaves.get(next).der());
    }

    private static KeyPair rawPair(KeyType type) {
        try {
            return Crypto.BEST.generate(type);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
