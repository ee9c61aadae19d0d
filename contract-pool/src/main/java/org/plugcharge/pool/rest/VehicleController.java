package org.plugcharge.pool.rest;

import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.Pcid;
import org.plugcharge.pool.flow.Registrations;
import org.plugcharge.pool.store.Vehicle;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Instant;

/** The provisioning pool. */
@RestController
@RequestMapping("/api/v1/provisioning-certificates")
final class VehicleController {

    private final Registrations registrations;

    VehicleController(Registrations registrations) {
        this.registrations = registrations;
    }

    /** A chain as PEM, leaf first, without root. */
    record PutVehicle(String chain) {}

    record VehicleAnswer(String pcid, String chain, Instant validUntil) {
        static VehicleAnswer of(Vehicle vehicle) {
            return new VehicleAnswer(
                    vehicle.pcid().text(), vehicle.chain().pem(), vehicle.validUntil());
        }
    }

    @PutMapping
    ResponseEntity<VehicleAnswer> put(
            @RequestAttribute(Gate.GRANT) Grant grant, @RequestBody PutVehicle body) {
        Access.only(grant, Role.OEM);
        CertificateChain chain = CertificateChain.ofPem(Access.given("chain", body.chain()));
        return switch (registrations.register(chain, grant::reaches)) {
            case Registrations.Registered(Vehicle vehicle, boolean created) ->
                    (created
                                    ? ResponseEntity.created(
                                            URI.create(
                                                    "/api/v1/provisioning-certificates/"
                                                            + vehicle.pcid()))
                                    : ResponseEntity.ok())
                            .body(VehicleAnswer.of(vehicle));
            case Registrations.Refused(String reason, String text) ->
                    throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, reason, text);
        };
    }

    /** The manufacturer reads its own, a mobility provider any single one. */
    @GetMapping("/{pcid}")
    VehicleAnswer get(@RequestAttribute(Gate.GRANT) Grant grant, @PathVariable String pcid) {
        Access.only(grant, Role.OEM, Role.EMSP);
        Pcid parsed = Pcid.parse(pcid);
        return registrations
                .vehicle(parsed)
                .filter(vehicle -> grant.role() == Role.EMSP || grant.reaches(vehicle.pcid()))
                .map(VehicleAnswer::of)
                .orElseThrow(Problem::notFound);
    }
}
