package org.plugcharge.ca;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import java.time.InstantSource;

/**
 * Erases whose a certificate was. Serial number and status stay, and so does the log: its entry no
 * longer leads to anybody.
 */
@RestController
class ErasureController {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureController.class);

    private final RevocationController certificates;
    private final Erasure erasure;
    private final InstantSource clock;

    ErasureController(RevocationController certificates, Erasure erasure, InstantSource clock) {
        this.certificates = certificates;
        this.erasure = erasure;
        this.clock = clock;
    }

    /**
     * What is left.
     *
     * @param serial hex
     */
    record ErasedDocument(String issuer, String serial) {}

    /** Only what is revoked for good, or over; asking again is answered as for any stranger. */
    @PostMapping("/api/v1/erase")
    ErasedDocument erase(
            @RequestBody RevocationController.RevocationRequest request, HttpServletRequest http) {
        CertificateTable.Row row = certificates.own(request, http);
        switch (erasure.erase(row.id(), clock.instant())) {
            case ERASED -> {}
            case IN_FORCE ->
                    throw new Problem(
                            HttpStatus.CONFLICT,
                            "ca.in-force",
                            "only what is revoked for good, or over, can be erased");
            case NOT_LOGGED ->
                    throw new Problem(
                            HttpStatus.CONFLICT,
                            "log.entry",
                            "not in the log yet: ask again in a second");
        }
        String issuer = RevocationController.issuer(row);
        String serial = row.certificate().fields().serial().toString(16);
        LOG.info("erased issuer={} serial={}", issuer, serial);
        return new ErasedDocument(issuer, serial);
    }
}
