package org.plugcharge.pool.rest;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.pool.flow.Installations;
import org.plugcharge.pool.flow.Updates;
import org.plugcharge.v2g.iso2.ResponseCode;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.Base64;

/** The charge point operator's side of the contract pool. */
@RestController
@RequestMapping("/api/v1")
final class InstallationController {

    private final Installations installations;
    private final Updates updates;

    InstallationController(Installations installations, Updates updates) {
        this.installations = installations;
        this.updates = updates;
    }

    /**
     * As OCPP's Get15118EVCertificateRequest has it: the namespace of the message, and the whole
     * EXI message in base64.
     */
    record Install(String schema, String exiRequest) {}

    /**
     * {@code status} is Accepted or Failed as in OCPP; either way {@code exiResponse} is a whole
     * message for the car. {@code responseCode} is its code; {@code reason} and {@code text} say
     * why it failed.
     */
    record InstallAnswer(
            String status,
            String exiResponse,
            String responseCode,
            @Nullable String reason,
            @Nullable String text) {

        private static InstallAnswer accepted(Bytes response) {
            return new InstallAnswer("Accepted", base64(response), "OK", null, null);
        }

        private static InstallAnswer failed(
                Bytes response, ResponseCode code, String reason, String text) {
            return new InstallAnswer("Failed", base64(response), code.name(), reason, text);
        }
    }

    @PostMapping("/installations")
    InstallAnswer install(@RequestAttribute(Gate.GRANT) Grant grant, @RequestBody Install body) {
        Access.only(grant, Role.CPO);
        Bytes request = octets(Access.given("exiRequest", body.exiRequest()));
        return switch (installations.install(Access.given("schema", body.schema()), request)) {
            case Installations.Installed(Bytes response) -> InstallAnswer.accepted(response);
            case Installations.Refused(var reason, String text, Bytes response) ->
                    InstallAnswer.failed(response, reason.responseCode(), reason.name(), text);
            case Installations.NoRequest(String text) -> throw Problem.badRequest(text);
        };
    }

    @PostMapping("/updates")
    InstallAnswer update(@RequestAttribute(Gate.GRANT) Grant grant, @RequestBody Install body) {
        Access.only(grant, Role.CPO);
        Bytes request = octets(Access.given("exiRequest", body.exiRequest()));
        return switch (updates.update(Access.given("schema", body.schema()), request)) {
            case Updates.Updated(Bytes response) -> InstallAnswer.accepted(response);
            case Updates.Refused(var reason, String text, Bytes response) ->
                    InstallAnswer.failed(response, reason.responseCode(), reason.name(), text);
            case Updates.NoRequest(String text) -> throw Problem.badRequest(text);
        };
    }

    private static Bytes octets(String base64) {
        try {
            return Bytes.owning(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("exiRequest is not base64");
        }
    }

    private static String base64(Bytes octets) {
        return Base64.getEncoder().encodeToString(octets.toArray());
    }
}
