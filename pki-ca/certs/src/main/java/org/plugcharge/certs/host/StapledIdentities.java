package org.plugcharge.certs.host;

import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.ChainValidator;
import org.plugcharge.certs.OcspResponse;
import org.plugcharge.certs.OcspStatus;
import org.plugcharge.certs.Purpose;
import org.plugcharge.certs.RevocationSnapshot;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.certs.Verdict;
import org.plugcharge.certs.VerifiedSecc;
import org.plugcharge.certs.tls.KeyLog;
import org.plugcharge.certs.tls.ServerIdentity;
import org.plugcharge.certs.tls.ServerProfile;
import org.plugcharge.exi.Bytes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The chains of a station, each with an OCSP response for leaf and Sub-CAs that is asked for anew
 * when half of its life is over; one that is over is no longer shown.
 *
 * <p>{@link #change} asks for the responses of other chains before it shows them; connections that
 * exist keep what they were made with. Safe for several threads; {@link #get} never waits.
 */
public final class StapledIdentities implements Supplier<ServerProfile>, AutoCloseable {

    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration UNTOLD_LIFE = Duration.ofDays(1);

    private final OcspFetcher fetcher;
    private final KeyLog keyLog;
    private final InstantSource clock;
    private final Duration least;
    private final Consumer<String> problems;
    private final ScheduledExecutorService refreshing =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("staples").daemon().factory());
    private volatile List<Held> held;

    /** A response, and until when it may be shown. */
    private record Staple(Bytes der, Instant asked, Instant end) {
        private boolean usable(Instant at) {
            return at.isBefore(end);
        }
    }

    /** A chain, with what was answered about each of its certificates; leaf first. */
    private record Held(ServerIdentity identity, List<Optional<Staple>> staples) {
        private ServerIdentity shown(Instant at) {
            List<Bytes> usable = new ArrayList<>();
            staples.forEach(staple ->
                    usable.add(
                            staple.filter(found -> found.usable(at))
                                    .map(Staple::der)
                                    .orElse(Bytes.EMPTY)));
            boolean none = usable.stream().allMatch(Bytes.EMPTY::equals);
            return identity.stapling(none ? List.of() : usable);
        }
    }

    /**
     * Asks for the responses, which takes as long as {@code fetcher} allows at most, and begins to
     * keep them fresh. What could not be had is a text for {@code problems}, now and later; the
     * chains are shown without it. {@code fetcher} is not closed with this.
     */
    public StapledIdentities(
            List<ServerIdentity> identities,
            OcspFetcher fetcher,
            KeyLog keyLog,
            InstantSource clock,
            Consumer<String> problems) {
        this(identities, fetcher, keyLog, clock, problems, LEAST);
    }

    StapledIdentities(
            List<ServerIdentity> identities,
            OcspFetcher fetcher,
            KeyLog keyLog,
            InstantSource clock,
            Consumer<String> problems,
            Duration least) {
        this.fetcher = fetcher;
        this.keyLog = keyLog;
        this.clock = clock;
        this.problems = problems;
        this.least = least;
        this.held = bare(identities);
        refresh();
        later();
    }

    private static List<Held> bare(List<ServerIdentity> identities) {
        return identities.stream()
                .map(identity -> new Held(identity, noStaples(identity.chain().all().size())))
                .toList();
    }

    private static List<Optional<Staple>> noStaples(int certificates) {
        return java.util.Collections.nCopies(certificates, Optional.empty());
    }

    /** What is shown to the next vehicle. */
    @Override
    public ServerProfile get() {
        Instant now = clock.instant();
        return new ServerProfile(held.stream().map(chain -> chain.shown(now)).toList(), keyLog);
    }

    /** Shows other chains, as soon as their responses are here or could not be had. */
    public synchronized void change(List<ServerIdentity> identities) {
        held = asked(bare(identities));
    }

    /** When the first response is to be asked for again. */
    Duration untilRefresh() {
        Instant now = clock.instant();
        return held.stream()
                .flatMap(chain -> chain.staples().stream())
                .map(staple -> staple.map(found -> remaining(found, now)).orElse(least))
                .min(Comparator.naturalOrder())
                .filter(wait -> wait.compareTo(least) > 0)
                .orElse(least);
    }

    private static Duration remaining(Staple staple, Instant now) {
        Duration half = Duration.between(staple.asked(), staple.end()).dividedBy(2);
        return Duration.between(now, staple.asked().plus(half));
    }

    private void later() {
        refreshing.schedule(
                () -> {
                    try {
                        refresh();
                    } catch (RuntimeException e) {
                        problems.accept("staples can't be refreshed: " + e.getMessage());
                    } finally {
                        later();
                    }
                },
                untilRefresh().toMillis(),
                TimeUnit.MILLISECONDS);
    }

    synchronized void refresh() {
        held = asked(held);
    }

    private List<Held> asked(List<Held> chains) {
        return chains.stream().map(this::asked).toList();
    }

    private Held asked(Held chain) {
        return switch (validated(chain.identity())) {
            case Verdict.Rejected<VerifiedSecc> rejected -> {
                problems.accept("the station's own chain is not valid: " + rejected.text());
                yield chain;
            }
            case Verdict.Valid<VerifiedSecc> valid -> asked(chain, valid.proof());
        };
    }

    private Verdict<VerifiedSecc> validated(ServerIdentity identity) {
        return ChainValidator.validate(
                identity.chain(),
                Purpose.SECC,
                TrustAnchors.none().withV2gRoots(Certificate.parse(identity.root())),
                RevocationSnapshot.notChecked(),
                clock.instant());
    }

    private Held asked(Held chain, VerifiedSecc verified) {
        List<OcspFetcher.Outcome> outcomes = fetcher.ask(verified);
        List<Bytes> certificates = chain.identity().chain().all();
        List<Optional<Staple>> staples = new ArrayList<>(chain.staples());
        for (int i = 0; i < outcomes.size(); i++) {
            Certificate issuer = verified.path().get(i + 1);
            int place = certificates.indexOf(outcomes.get(i).certificate().der());
            Optional<Staple> fresh = staple(outcomes.get(i), issuer);
            if (place >= 0 && fresh.isPresent()) {
                staples.set(place, fresh);
            }
        }
        return new Held(chain.identity(), List.copyOf(staples));
    }

    private Optional<Staple> staple(OcspFetcher.Outcome outcome, Certificate issuer) {
        if (outcome.response().isEmpty()) {
            return missing(outcome.certificate(), outcome.problem());
        }
        OcspResponse response = outcome.response().get();
        Instant now = clock.instant();
        return switch (response.finding(
                outcome.certificate(), issuer, now, RevocationSnapshot.WEEK)) {
            case OcspResponse.Finding.Unusable(String why) -> missing(outcome.certificate(), why);
            case OcspResponse.Finding.Proven proven -> {
                if (!(proven.status() instanceof OcspStatus.Good)) {
                    problems.accept(outcome.certificate() + ": " + proven.status());
                }
                Instant end = proven.until().orElse(proven.thisUpdate().plus(UNTOLD_LIFE));
                yield Optional.of(new Staple(response.der(), now, end));
            }
        };
    }

    private Optional<Staple> missing(Certificate certificate, String why) {
        problems.accept("no OCSP response about " + certificate + ": " + why);
        return Optional.empty();
    }

    @Override
    public void close() {
        refreshing.shutdownNow();
    }
}
