package org.plugcharge.pool.rest;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.Certificate;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.Pcid;
import org.plugcharge.certs.Pem;
import org.plugcharge.pool.flow.Orders;
import org.plugcharge.pool.provisioning.ContractOrder;
import org.plugcharge.pool.provisioning.ContractSigning;
import org.plugcharge.pool.provisioning.PooledContract;
import org.plugcharge.pool.provisioning.Prolongation;
import org.plugcharge.pool.provisioning.Term;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** The mobility provider's side of the contract pool. */
@RestController
@RequestMapping("/api/v1/contracts")
final class ContractController {

    private final Orders orders;

    ContractController(Orders orders) {
        this.orders = orders;
    }

    /** Either an eMAID, or country and provider to have one made. */
    record PlaceOrder(
            @Nullable String emaid,
            @Nullable String country,
            @Nullable String provider,
            String pcid,
            Instant begins,
            Instant ends) {}

    record ContractAnswer(
            String emaid,
            String pcid,
            Instant begins,
            Instant ends,
            @Nullable Instant renewUntil,
            PooledContract.State state,
            @Nullable String certificate,
            @Nullable Integer exiCharacters) {

        static ContractAnswer of(PooledContract contract) {
            return of(contract, null, null);
        }

        static ContractAnswer of(PooledContract contract, Certificate certificate) {
            int longest =
                    contract.bundles().stream()
                            .mapToInt(ContractSigning::characters)
                            .max()
                            .orElse(0);
            return of(contract, Pem.of(Pem.CERTIFICATE, certificate.der()), longest);
        }

        private static ContractAnswer of(
                PooledContract contract,
                @Nullable String certificate,
                @Nullable Integer exiCharacters) {
            return new ContractAnswer(
                    contract.emaid().canonical(),
                    contract.pcid().text(),
                    contract.term().begins(),
                    contract.term().ends(),
                    contract.renewUntil().orElse(null),
                    contract.state(),
                    certificate,
                    exiCharacters);
        }
    }

    @PostMapping
    ResponseEntity<ContractAnswer> place(
            @RequestAttribute(Gate.GRANT) Grant grant, @RequestBody PlaceOrder body) {
        Access.only(grant, Role.EMSP);
        Pcid pcid = Pcid.parse(Access.given("pcid", body.pcid()));
        Term term = term(body);
        ContractOrder order = new ContractOrder(emaid(grant, body), pcid, term);
        return switch (orders.place(order)) {
            case Orders.Ready(PooledContract contract, Certificate certificate, boolean created) ->
                    (created
                                    ? ResponseEntity.created(
                                            URI.create(
                                                    "/api/v1/contracts/"
                                                            + order.emaid().canonical()))
                                    : ResponseEntity.ok())
                            .body(ContractAnswer.of(contract, certificate));
            case Orders.Refused(String reason, String text) ->
                    throw new Problem(HttpStatus.UNPROCESSABLE_CONTENT, reason, text);
            case Orders.Busy() ->
                    throw new Problem(
                            HttpStatus.CONFLICT,
                            "BUSY",
                            "this order is being carried out; ask again");
        };
    }

    private static Term term(PlaceOrder body) {
        try {
            return new Term(
                    Access.given("begins", body.begins()), Access.given("ends", body.ends()));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private Emaid emaid(Grant grant, PlaceOrder body) {
        Emaid wanted =
                body.emaid() == null
                        ? orders.mint(
                                Access.given("country", body.country()).toUpperCase(Locale.ROOT),
                                Access.given("provider", body.provider()).toUpperCase(Locale.ROOT))
                        : Emaid.parse(body.emaid());
        if (!grant.reaches(wanted)) {
            throw new Problem(
                    HttpStatus.FORBIDDEN, "OTHER_PROVIDER", "the eMAID is another provider's");
        }
        return wanted;
    }

    /** The contract goes on: until {@code ends} the car may have its certificate renewed. */
    record Prolong(String pcid, Instant ends) {}

    @PutMapping("/{emaid}/renewal")
    ResponseEntity<Void> prolong(
            @RequestAttribute(Gate.GRANT) Grant grant,
            @PathVariable String emaid,
            @RequestBody Prolong body) {
        Prolongation prolongation =
                new Prolongation(
                        readable(grant, emaid),
                        Pcid.parse(Access.given("pcid", body.pcid())),
                        Access.given("ends", body.ends()));
        orders.prolong(prolongation)
                .ifPresent(reason -> {
                    throw reason == Prolongation.Reason.CONTRACT_UNKNOWN
                            ? Problem.notFound()
                            : new Problem(
                                    HttpStatus.UNPROCESSABLE_CONTENT,
                                    reason.name(),
                                    "the contract can't go on until " + prolongation.until());
                });
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/{emaid}")
    List<ContractAnswer> get(
            @RequestAttribute(Gate.GRANT) Grant grant, @PathVariable String emaid) {
        List<PooledContract> contracts = orders.contracts(readable(grant, emaid));
        if (contracts.isEmpty()) {
            throw Problem.notFound();
        }
        return contracts.stream().map(ContractAnswer::of).toList();
    }

    @DeleteMapping("/{emaid}")
    ResponseEntity<Void> cancel(
            @RequestAttribute(Gate.GRANT) Grant grant, @PathVariable String emaid) {
        if (!orders.cancel(readable(grant, emaid))) {
            throw Problem.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    private static Emaid readable(Grant grant, String emaid) {
        Access.only(grant, Role.EMSP);
        Emaid parsed = Emaid.parse(emaid);
        if (!grant.reaches(parsed)) {
            throw Problem.notFound();
        }
        return parsed;
    }
}
