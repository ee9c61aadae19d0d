package org.plugcharge.ca;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;

import org.junit.jupiter.api.Test;
import org.plugcharge.ca.OcspResponder.Kind;
import org.plugcharge.ca.OcspResponder.Reply;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.OcspQuestion;
import org.plugcharge.certs.OcspResponse;
import org.plugcharge.certs.OcspResponse.Finding;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.certs.RevocationReason;
import org.plugcharge.certs.SigningKey;
import org.plugcharge.certs.TestPki;
import org.plugcharge.exi.Bytes;
import org.springframework.dao.DataAccessResourceFailureException;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The responder over a table in memory, with the CA itself as signer. */
class OcspResponderTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration VALIDITY = Duration.ofHours(1);
    private static final TestPki PKI = TestPki.create(5, START);
    private static final Certificate ISSUER = PKI.certificate(Iso2Profile.MO_SUB_CA_2);
    private static final Certificate LEAF = PKI.certificate(Iso2Profile.CONTRACT_LEAF);
    private static final StatusCache.Key KEY = new StatusCache.Key("ca", LEAF.fields().serial());

    private final Map<BigInteger, OcspStatus> table =
            new HashMap<>(Map.of(LEAF.fields().serial(), new OcspStatus.Good()));
    private final StatusCache cache = new StatusCache();
    private Instant now = START.plusSeconds(60);
    private boolean current = true;
    private boolean away;
    private int reads;
    private int signatures;
    private boolean ready = true;
    private Runnable whileReading = () -> {};
    private final WantedAnswers wanted = new WantedAnswers();
    private final OcspResponder responder =
            new OcspResponder(new Signers(), this::read, cache, () -> current, () -> now, VALIDITY);

    private final SignedAhead ahead = ahead(List.of());

    private OcspStatus read(String issuer, BigInteger serial) {
        reads++;
        if (away) {
            throw new DataAccessResourceFailureException("away");
        }
        return table.getOrDefault(serial, new OcspStatus.Unknown());
    }

    @Test
    void anAnswerIsSignedOnceForAll() {
        Reply first = responder.reply(request(OcspQuestion.Hash.SHA1));
        assertThat(first.kind()).isEqualTo(Kind.FIRST);
        assertThat(status(first)).isInstanceOf(OcspStatus.Good.class);
        now = now.plus(VALIDITY.dividedBy(3));
        assertThat(responder.reply(request(OcspQuestion.Hash.SHA1)).response())
                .isEqualTo(first.response());
        assertThat(reads).isEqualTo(1);
        assertThat(signatures).isEqualTo(1);
        Reply other = responder.reply(request(OcspQuestion.Hash.SHA256));
        assertThat(other.response()).isNotEqualTo(first.response());
        assertThat(status(other)).isInstanceOf(OcspStatus.Good.class);
        assertThat(reads).as("the status is known").isEqualTo(1);
    }

    @Test
    void andAnewWhenHalfItsTimeIsOver() {
        Reply first = responder.reply(request(OcspQuestion.Hash.SHA1));
        now = now.plus(VALIDITY.dividedBy(2));
        Reply second = responder.reply(request(OcspQuestion.Hash.SHA1));
        assertThat(second.response()).isNotEqualTo(first.response());
        assertThat(second.until().orElseThrow().nextUpdate()).isEqualTo(now.plus(VALIDITY));
    }

    @Test
    void andForgottenWhenTheStatusChanges() {
        responder.reply(request(OcspQuestion.Hash.SHA1));
        table.put(
                LEAF.fields().serial(),
                new OcspStatus.Revoked(now, RevocationReason.CERTIFICATE_HOLD));
        cache.forget(new StatusCache.Key("ca", LEAF.fields().serial()));
        assertThat(status(responder.reply(request(OcspQuestion.Hash.SHA1))))
                .isEqualTo(new OcspStatus.Revoked(now, RevocationReason.CERTIFICATE_HOLD));
    }

    /** Issued, and then again before half its time is over: nobody's question is signed for. */
    @Test
    void signedAheadOfTheFirstQuestionAndOfEveryRenewal() {
        wanted.offer(KEY);
        assertThat(ahead.sign()).isEqualTo(2);
        assertThat(ahead.sign()).isZero();
        for (int quarter = 0; quarter < 8; quarter++) {
            for (OcspQuestion.Hash hash : OcspQuestion.Hash.values()) {
                Reply reply = responder.reply(request(hash));
                assertThat(reply.kind()).isEqualTo(Kind.PRESIGNED);
                assertThat(status(reply)).isInstanceOf(OcspStatus.Good.class);
                assertThat(reply.until().orElseThrow().nextUpdate())
                        .as("half of its time is left")
                        .isAfterOrEqualTo(now.plus(VALIDITY.dividedBy(2)));
            }
            now = now.plus(VALIDITY.dividedBy(4));
            ahead.sign();
        }
        assertThat(reads).isZero();
    }

    /** Asked before its turn came: the answer that was given stays the answer. */
    @Test
    void anAnswerAsNewStaysWhatItIs() {
        wanted.offer(KEY);
        Reply first = responder.reply(request(OcspQuestion.Hash.SHA1));
        ahead.sign();
        assertThat(responder.reply(request(OcspQuestion.Hash.SHA1)).response())
                .isEqualTo(first.response());
        assertThat(responder.reply(request(OcspQuestion.Hash.SHA256)).kind())
                .isEqualTo(Kind.PRESIGNED);
    }

    @Test
    void whatIsThereAtAStartIsSignedAhead() {
        SignedAhead fresh = ahead(List.of(KEY));
        assertThat(fresh.sign()).isEqualTo(2);
        assertThat(responder.reply(request(OcspQuestion.Hash.SHA1)).kind())
                .isEqualTo(Kind.PRESIGNED);
    }

    /** Revoked after it was read and before it is kept, or after it was kept. */
    @Test
    void nothingStaleIsSignedAhead() {
        wanted.offer(KEY);
        whileReading =
                () -> {
                    table.put(
                            LEAF.fields().serial(),
                            new OcspStatus.Revoked(now, RevocationReason.KEY_COMPROMISE));
                    cache.forget(KEY);
                };
        ahead.sign();
        assertThat(status(responder.reply(request(OcspQuestion.Hash.SHA1))))
                .isInstanceOf(OcspStatus.Revoked.class);
        whileReading = () -> {};
        table.put(LEAF.fields().serial(), new OcspStatus.Good());
        cache.forget(KEY);
        wanted.offer(KEY);
        assertThat(ahead.sign()).isEqualTo(2);
        table.put(
                LEAF.fields().serial(),
                new OcspStatus.Revoked(now, RevocationReason.CERTIFICATE_HOLD));
        cache.forget(KEY);
        assertThat(status(responder.reply(request(OcspQuestion.Hash.SHA1))))
                .isInstanceOf(OcspStatus.Revoked.class);
    }

    @Test
    void withoutASignerOrABelievableCacheNothingIsSignedAhead() {
        wanted.offer(KEY);
        current = false;
        assertThat(ahead.sign()).isZero();
        current = true;
        ready = false;
        assertThat(ahead.sign()).isZero();
        assertThat(wanted.waiting()).isZero();
        wanted.offer(new StatusCache.Key("ca", BigInteger.TWO));
        ready = true;
        assertThat(ahead.sign()).as("never issued").isZero();
    }

    /** What was asked for stays; what never was makes room for what comes. */
    @Test
    void signedAheadTakesNoRoomFromWhatWasAskedFor() {
        responder.reply(request(OcspQuestion.Hash.SHA1));
        StatusCache.Entry good = StatusCache.Entry.of(new OcspStatus.Good());
        for (int serial = 0; serial < 30_000; serial++) {
            cache.keepAhead(
                    new StatusCache.Key("other", BigInteger.valueOf(serial)), good, cache.mark());
        }
        assertThat(responder.reply(request(OcspQuestion.Hash.SHA1)).kind())
                .isEqualTo(Kind.PRESIGNED);
        assertThat(cache.find(new StatusCache.Key("other", BigInteger.ZERO))).isEmpty();
        assertThat(cache.find(new StatusCache.Key("other", BigInteger.valueOf(29_999))))
                .isPresent();
    }

    private SignedAhead ahead(List<StatusCache.Key> atStart) {
        return new SignedAhead(
                responder,
                wanted,
                cache,
                this::readAll,
                () -> atStart,
                () -> now,
                VALIDITY,
                new Metrics());
    }

    private Map<StatusCache.Key, OcspStatus> readAll(Collection<StatusCache.Key> keys) {
        Map<StatusCache.Key, OcspStatus> found = new HashMap<>();
        for (StatusCache.Key key : keys) {
            Optional.ofNullable(table.get(key.serial()))
                    .ifPresent(status -> found.put(key, status));
        }
        whileReading.run();
        return found;
    }

    /** Nobody knows what other instances did meanwhile: the table is asked. */
    @Test
    void aCacheThatMayBeBehindIsNotBelieved() {
        responder.reply(request(OcspQuestion.Hash.SHA1));
        table.put(
                LEAF.fields().serial(),
                new OcspStatus.Revoked(now, RevocationReason.KEY_COMPROMISE));
        current = false;
        assertThat(status(responder.reply(request(OcspQuestion.Hash.SHA1))))
                .isInstanceOf(OcspStatus.Revoked.class);
        assertThat(status(responder.reply(withNonce()))).isInstanceOf(OcspStatus.Revoked.class);
        away = true;
        assertThat(responder.reply(request(OcspQuestion.Hash.SHA1)).kind())
                .isEqualTo(Kind.TRY_LATER);
        assertThat(responder.reply(withNonce()).response()).isEqualTo(Bytes.fromHex("30030a0103"));
    }

    /** Read as good, revoked and made known, then kept: it must not be. */
    @Test
    void aStatusReadBeforeAChangeIsNotKeptAfterIt() {
        StatusCache.Key key = new StatusCache.Key("ca", BigInteger.TEN);
        long mark = cache.mark();
        cache.forget(key);
        cache.keep(key, StatusCache.Entry.of(new OcspStatus.Good()), mark);
        assertThat(cache.find(key)).isEmpty();
        cache.keep(key, StatusCache.Entry.of(new OcspStatus.Good()), cache.mark());
        assertThat(cache.find(key)).isPresent();
    }

    @Test
    void theCacheIsBounded() {
        for (int i = 0; i < 200_000; i++) {
            cache.keep(
                    new StatusCache.Key("ca", BigInteger.valueOf(i)),
                    StatusCache.Entry.of(new OcspStatus.Good()),
                    cache.mark());
        }
        long kept = 0;
        for (int i = 0; i < 200_000; i++) {
            kept +=
                    cache.find(new StatusCache.Key("ca", BigInteger.valueOf(i))).isPresent()
                            ? 1
                            : 0;
        }
        assertThat(kept).isBetween(20_000L, 50_000L);
    }

    @Test
    void aNonceIsAnsweredLive() {
        Reply first = responder.reply(withNonce());
        Reply second = responder.reply(withNonce());
        assertThat(first.kind()).isEqualTo(Kind.LIVE);
        assertThat(first.until()).isEmpty();
        assertThat(OcspResponse.parse(first.response()).nonce()).isPresent();
        assertThat(signatures).isEqualTo(2);
        assertThat(reads).as("the status is known").isEqualTo(1);
        assertThat(status(second)).isInstanceOf(OcspStatus.Good.class);
    }

    @Test
    void whatIsUnknownIsNotKept() {
        Bytes request =
                OcspQuestion.about(BigInteger.valueOf(4711), ISSUER, OcspQuestion.Hash.SHA1)
                        .request(Optional.empty());
        responder.reply(request);
        assertThat(cache.find(new StatusCache.Key("ca", BigInteger.valueOf(4711)))).isEmpty();
        Certificate stranger = PKI.certificate(Iso2Profile.MO_SUB_CA_1);
        assertThat(
                        responder
                                .reply(OcspQuestion.about(LEAF, stranger).request(Optional.empty()))
                                .kind())
                .isEqualTo(Kind.UNAUTHORIZED);
    }

    /** 10,000 requests of every kind of wrong: each gets an OCSP response, none gets 'failed'. */
    @Test
    void mutatedRequests() {
        Random random = new Random(6960);
        Map<Kind, Integer> seen = new EnumMap<>(Kind.class);
        for (int i = 0; i < 10_000; i++) {
            Bytes request = random.nextBoolean() ? withNonce() : request(OcspQuestion.Hash.SHA256);
            Reply reply = responder.reply(mutated(request, random));
            seen.merge(reply.kind(), 1, Integer::sum);
            assertThat(reply.kind()).isNotEqualTo(Kind.FAILED);
            assertThat(reply.response().at(0)).isEqualTo((byte) 0x30);
        }
        assertThat(seen).containsKeys(Kind.MALFORMED, Kind.UNAUTHORIZED, Kind.LIVE);
        assertThat(status(responder.reply(request(OcspQuestion.Hash.SHA1))))
                .isInstanceOf(OcspStatus.Good.class);
    }

    private static Bytes mutated(Bytes request, Random random) {
        byte[] octets = request.toArray();
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Bytes changed = Bytes.owning(octets);
        return switch (random.nextInt(6)) {
            case 0 -> changed.slice(0, random.nextInt(changed.length()));
            case 1 -> changed.plus(changed);
            case 2 -> request.slice(0, 20).plus(changed.slice(10, changed.length()));
            default -> changed;
        };
    }

    /** For Jazzer ({@code JAZZER_FUZZ=1}); in the normal build it runs what was found before. */
    @FuzzTest(maxDuration = "60s")
    void anyRequest(byte[] octets) {
        Reply reply = responder.reply(Bytes.of(octets));
        if (reply.kind() == Kind.FAILED || reply.response().at(0) != 0x30) {
            throw new IllegalStateException("not an answer: " + reply.kind());
        }
    }

    private static Bytes request(OcspQuestion.Hash hash) {
        return OcspQuestion.about(LEAF.fields().serial(), ISSUER, hash).request(Optional.empty());
    }

    private static Bytes withNonce() {
        return OcspQuestion.about(LEAF, ISSUER).request(Optional.of(Bytes.fromHex("0011223344")));
    }

    private OcspStatus status(Reply reply) {
        Finding finding = OcspResponse.parse(reply.response()).finding(LEAF, ISSUER, now, VALIDITY);
        assertThat(finding).isInstanceOf(Finding.Proven.class);
        return ((Finding.Proven) finding).status();
    }

    private final class Signers implements OcspSigners {

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public Optional<String> issuer(OcspQuestion question) {
            return question.isAboutIssuer(ISSUER) ? Optional.of("ca") : Optional.empty();
        }

        @Override
        public Signer signer(String issuer, Instant at) {
            SigningKey key = PKI.key(Iso2Profile.MO_SUB_CA_2);
            signatures++;
            return new Signer(ISSUER, key);
        }

        @Override
        public Optional<Signer> ready(String issuer, Instant at) {
            return Optional.of(new Signer(ISSUER, PKI.key(Iso2Profile.MO_SUB_CA_2)))
                    .filter(signer -> ready);
        }

        @Override
        public OcspQuestion question(String issuer, BigInteger serial, OcspQuestion.Hash hash) {
            return OcspQuestion.about(serial, ISSUER, hash);
        }
    }
}
