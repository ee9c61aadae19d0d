package org.plugcharge.ca;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Edition;
import org.plugcharge.certs.LintOutput;
import org.plugcharge.certs.Linter;
import org.plugcharge.certs.MalformedCertificateException;
import org.plugcharge.certs.Pem;
import org.plugcharge.exi.Bytes;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Counts, forecast, search and lints: a client sees its own certificates, an administrator all of
 * them.
 */
@RestController
class OverviewController {

    private static final int MAX_FOUND = 500;
    private static final int MAX_DAYS = 36_500;
    private static final int MAX_CHAIN = 8;

    private final Overview overview;
    private final InstantSource clock;

    OverviewController(Overview overview, InstantSource clock) {
        this.overview = overview;
        this.clock = clock;
    }

    /** Counts by profile and state, and what ends in the next 30, 60 and 90 days. */
    record OverviewDocument(
            Instant at, List<Overview.Count> counts, List<Overview.Forecast> expiring) {}

    /**
     * Certificates to look at.
     *
     * @param chain PEM
     * @param edition {@code iso2} or {@code lab}: what P-256 certificates belong to; none: iso2
     */
    record LintRequest(@Nullable String chain, @Nullable String edition) {}

    @GetMapping("/api/v1/overview")
    OverviewDocument overview(HttpServletRequest http) {
        Instant now = clock.instant();
        Optional<String> client = only(http);
        return new OverviewDocument(
                now, overview.counts(client, now), overview.forecast(client, now));
    }

    @GetMapping("/api/v1/search")
    List<Overview.Found> search(
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String profile,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer expiringInDays,
            @RequestParam(defaultValue = "100") int limit,
            HttpServletRequest http) {
        Overview.Wanted wanted =
                new Overview.Wanted(
                        only(http),
                        given(text),
                        given(profile),
                        given(state),
                        Optional.ofNullable(expiringInDays)
                                .map(days -> Duration.ofDays(Math.clamp(days, 0, MAX_DAYS))));
        return overview.find(wanted, clock.instant(), Math.clamp(limit, 1, MAX_FOUND));
    }

    /** What {@code v2gpki lint --format json} says. */
    @PostMapping("/api/v1/lint")
    ResponseEntity<String> lint(@RequestBody LintRequest request) {
        List<Bytes> chain = chain(request.chain() == null ? "" : request.chain());
        String reports =
                LintOutput.JSON.of(
                        "chain", Linter.lint(chain, edition(request.edition()), Optional.empty()));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(reports);
    }

    private static List<Bytes> chain(String pem) {
        try {
            List<Bytes> chain = Pem.certificates(pem);
            if (chain.isEmpty() || chain.size() > MAX_CHAIN) {
                throw Problem.malformed("ca.chain", "PEM of 1 to 8 certificates is needed");
            }
            return chain;
        } catch (MalformedCertificateException e) {
            throw Problem.malformed("ca.chain", String.valueOf(e.getMessage()));
        }
    }

    private static Edition edition(@Nullable String text) {
        return switch (text == null ? "iso2" : text) {
            case "iso2" -> Edition.ISO2;
            case "lab" -> Edition.LAB;
            default -> throw Problem.malformed("ca.edition", "edition is iso2 or lab");
        };
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(found -> !found.isEmpty());
    }

    private static Optional<String> only(HttpServletRequest http) {
        Client client = Authentication.client(http);
        return client.isAdmin() ? Optional.empty() : Optional.of(client.name());
    }
}
