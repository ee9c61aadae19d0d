package org.plugcharge.csms.rest;

import org.jspecify.annotations.Nullable;
import org.plugcharge.csms.CsmsOptions;
import org.plugcharge.csms.rating.Tariff;
import org.plugcharge.csms.store.CdrView;
import org.plugcharge.csms.store.Stations;
import org.plugcharge.csms.store.Tariffs;
import org.plugcharge.csms.store.Tokens;
import org.plugcharge.csms.store.Transactions;
import org.plugcharge.ocpp.json.WireEnum;
import org.plugcharge.ocpp.v201.AuthorizationStatus;
import org.plugcharge.ocpp.v201.IdTokenType;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operator's HTTP interface. */
@RestController
final class CsmsController {

    private static final int MAX = 1000;

    private final Transactions transactions;
    private final Stations stations;
    private final Tokens tokens;
    private final Tariffs tariffs;

    CsmsController(Transactions transactions, Stations stations, Tokens tokens, Tariffs tariffs) {
        this.transactions = transactions;
        this.stations = stations;
        this.tokens = tokens;
        this.tariffs = tariffs;
    }

    @GetMapping("/health")
    Map<String, String> health() {
        return Map.of("status", "UP");
    }

    @GetMapping("/api/v1/cdrs")
    List<CdrView> cdrs(@RequestParam(defaultValue = "100") int limit) {
        return transactions.cdrs(Math.clamp(limit, 1, MAX));
    }

    @GetMapping("/api/v1/transactions")
    List<Transactions.View> transactions(@RequestParam(defaultValue = "100") int limit) {
        return transactions.views(Math.clamp(limit, 1, MAX));
    }

    @GetMapping("/api/v1/stations")
    List<Stations.View> stations() {
        return stations.all();
    }

    @GetMapping("/api/v1/tariffs")
    List<Tariff> tariffs() {
        return tariffs.all();
    }

    /**
     * A station to be let in; {@code seccId} is the common name its SECC certificate must have, if
     * given.
     */
    record StationBody(String password, @Nullable String seccId) {}

    @PutMapping("/api/v1/stations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void register(@PathVariable String id, @RequestBody StationBody body) {
        stations.register(
                CsmsOptions.TENANT,
                id,
                given("password", body.password()),
                Optional.ofNullable(body.seccId()));
    }

    /** A token's status, in OCPP's words. */
    record TokenBody(String status) {}

    @PutMapping("/api/v1/tokens/{type}/{value}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable String type, @PathVariable String value, @RequestBody TokenBody body) {
        if (value.length() > 36) {
            throw new IllegalArgumentException("expected a token of at most 36 characters");
        }
        tokens.put(
                CsmsOptions.TENANT,
                word("token type", IdTokenType.values(), type),
                value,
                word("status", AuthorizationStatus.values(), given("status", body.status())));
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException e) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST, String.valueOf(e.getMessage()));
    }

    private static String given(String name, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("expected " + name);
        }
        return value;
    }

    private static <E extends WireEnum> E word(String what, E[] words, String wire) {
        return Arrays.stream(words)
                .filter(word -> word.wire().equals(wire))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "expected as "
                                        + what
                                        + " one of "
                                        + Arrays.stream(words).map(WireEnum::wire).toList()));
    }
}
