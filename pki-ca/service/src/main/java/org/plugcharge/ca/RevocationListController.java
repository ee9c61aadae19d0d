package org.plugcharge.ca;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Revocation lists over HTTP: RFC 2585, DER. Open to everybody. */
@RestController
class RevocationListController {

    private static final String FULL = ".crl";
    private static final String DELTA = ".delta.crl";

    /** A list may be followed by a newer one any time: caches ask again soon. */
    private static final Duration CACHED = Duration.ofMinutes(1);

    private final PublishedLists lists;
    private final InstantSource clock;

    RevocationListController(PublishedLists lists, InstantSource clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** The full list of {@code iso2.mo-sub-ca-2.crl}, the delta of {@code *.delta.crl}. */
    @GetMapping("/crl/{name}")
    void list(@PathVariable String name, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Instant now = clock.instant();
        PublishedLists.Published list =
                find(name, now)
                        .orElseThrow(
                                () -> new Problem(HttpStatus.NOT_FOUND, "ca.crl", "no such list"));
        response.setContentType("application/pkix-crl");
        String tag = "\"" + list.number() + "\"";
        if (!CacheHeaders.write(request, response, now, list.thisUpdate(), now.plus(CACHED), tag)) {
            byte[] octets = list.der().toArray();
            response.setContentLength(octets.length);
            response.getOutputStream().write(octets);
        }
    }

    private Optional<PublishedLists.Published> find(String name, Instant now) {
        if (name.endsWith(DELTA)) {
            return lists.delta(name.substring(0, name.length() - DELTA.length()), now);
        }
        return name.endsWith(FULL)
                ? lists.full(name.substring(0, name.length() - FULL.length()), now)
                : Optional.empty();
    }
}
