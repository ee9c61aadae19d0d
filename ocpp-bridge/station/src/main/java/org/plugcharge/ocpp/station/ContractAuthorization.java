package org.plugcharge.ocpp.station;

import org.plugcharge.certs.CertificateChain;
import org.plugcharge.ocpp.v201.AuthorizationStatus;
import org.plugcharge.ocpp.v201.AuthorizeRequest;
import org.plugcharge.ocpp.v201.AuthorizeResponse;
import org.plugcharge.ocpp.v201.CertificateStatus;
import org.plugcharge.ocpp.v201.IdToken;
import org.plugcharge.ocpp.v201.IdTokenType;
import org.plugcharge.ocpp.v201.OcspRequestData;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorization.Refusal;
import org.plugcharge.secc.evse.Identification;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

/**
 * Who may charge: asks the CSMS as C07 has it for contracts, and decides what the answer, or having
 * none, means.
 *
 * <p>With mobility operators' roots at the station the chain is checked here and the CSMS gets hash
 * data for its revocation check; without, or where it does not take hash data, the CSMS gets the
 * chain itself, if it may. Safe for use by many threads.
 */
final class ContractAuthorization {

    private static final int MAX_PEM = 5500;
    private static final int MAX_REMEMBERED = 1000;
    private static final Duration REMEMBERED_FOR = Duration.ofDays(1);

    private final StationOptions options;
    private final DeviceModel model;
    private final Caller csms;
    private final BooleanSupplier online;
    private final ContractChecker checker;

    /**
     * Tokens the CSMS accepted lately and until when they may be taken as accepted while it cannot
     * be asked (C10).
     */
    private final Map<IdToken, Instant> cache = new LinkedHashMap<>();

    ContractAuthorization(
            StationOptions options, DeviceModel model, Caller csms, BooleanSupplier online) {
        this.options = options;
        this.model = model;
        this.csms = csms;
        this.online = online;
        this.checker = new ContractChecker(options.anchors(), options.clock());
    }

    /** The token that names {@code identification} in OCPP. */
    IdToken token(Identification identification) {
        return switch (identification) {
            case Identification.External _ -> options.externalToken();
            case Identification.Contract contract ->
                    new IdToken(null, contract.emaid().canonical(), IdTokenType.EMAID);
        };
    }

    CompletionStage<Authorization> authorize(Identification identification) {
        return switch (identification) {
            case Identification.External _ -> external();
            case Identification.Contract contract -> contract(contract);
        };
    }

    private CompletionStage<Authorization> external() {
        IdToken token = options.externalToken();
        if (!online.getAsBoolean()) {
            return now(offline(token));
        }
        return ask(new AuthorizeRequest(token, null, null), false);
    }

    private CompletionStage<Authorization> contract(Identification.Contract contract) {
        if (!model.flag("ISO15118Ctrlr.PnCEnabled")) {
            return now(rejected(Refusal.REFUSED, "Plug & Charge is switched off at this station"));
        }
        if (!online.getAsBoolean()) {
            return now(contractOffline(contract));
        }
        IdToken token = token(contract);
        ContractChecker.Opinion local = checker.check(contract.emaid(), contract.chain());
        Optional<List<OcspRequestData>> hashes =
                OcspIdentifiers.of(contract.chain(), options.anchors().moRoots());
        if (local.canJudge() && hashes.isPresent()) {
            return local.valid()
                    ? byHashes(token, contract.chain(), hashes.get())
                    : now(rejected(local.refusal(), local.text()));
        }
        if (!centralAllowed()) {
            return now( // C07.FR.06
                    rejected(
                            Refusal.CERTIFICATE_CHAIN_ERROR,
                            "no root for this contract, and the CSMS may not validate it"));
        }
        return central(token, contract.chain());
    }

    private boolean centralAllowed() {
        return model.flag("ISO15118Ctrlr.CentralContractValidationAllowed");
    }

    /**
     * Hashes prove neither that the contract is there nor whose it is, so a CSMS may take them for
     * a chain it cannot verify; then it gets the chain itself, if it may.
     */
    private CompletionStage<Authorization> byHashes(
            IdToken token, CertificateChain chain, List<OcspRequestData> hashes) {
        return ask(new AuthorizeRequest(token, null, hashes), true)
                .thenCompose(answer ->
                        answer instanceof Authorization.Rejected(Refusal refusal, String _)
                                        && refusal == Refusal.CERTIFICATE_CHAIN_ERROR
                                        && centralAllowed()
                                ? central(token, chain)
                                : now(answer));
    }

    private CompletionStage<Authorization> central(IdToken token, CertificateChain chain) {
        String pem = chain.pem();
        if (pem.length() > MAX_PEM) {
            return now(
                    rejected(
                            Refusal.CERTIFICATE_CHAIN_ERROR,
                            "contract chain of "
                                    + pem.length()
                                    + " characters, OCPP 2.0.1 carries "
                                    + MAX_PEM));
        }
        return ask(new AuthorizeRequest(token, pem, null), true);
    }

    private CompletionStage<Authorization> ask(AuthorizeRequest request, boolean contract) {
        return csms.call(request, options.timing().call())
                .handle((answer, failure) ->
                        answer == null
                                ? rejected(
                                        Refusal.UNREACHABLE, "no answer from the CSMS: " + failure)
                                : answered(request.idToken(), answer, contract));
    }

    /**
     * Charging only where the token is accepted and, for a contract, its certificates are too; no
     * word on them is a no.
     */
    private Authorization answered(IdToken token, AuthorizeResponse answer, boolean contract) {
        AuthorizationStatus status = answer.idTokenInfo().status();
        CertificateStatus certificate = answer.certificateStatus();
        boolean certificatesGood = !contract || certificate == CertificateStatus.ACCEPTED;
        if (status == AuthorizationStatus.ACCEPTED && certificatesGood) {
            remember(token, answer.idTokenInfo().cacheExpiryDateTime());
            return new Authorization.Accepted();
        }
        forget(token);
        String text =
                "CSMS says "
                        + status.wire()
                        + (contract
                                ? ", certificates "
                                        + (certificate == null ? "-" : certificate.wire())
                                : "");
        return rejected(refusal(status, certificate, contract), text);
    }

    private static Refusal refusal(
            AuthorizationStatus status,
            @org.jspecify.annotations.Nullable CertificateStatus certificate,
            boolean contract) {
        if (contract && certificate != null) {
            switch (certificate) {
                case CERTIFICATE_EXPIRED -> {
                    return Refusal.CERTIFICATE_EXPIRED;
                }
                case CERTIFICATE_REVOKED -> {
                    return Refusal.CERTIFICATE_REVOKED;
                }
                case CERT_CHAIN_ERROR, SIGNATURE_ERROR, NO_CERTIFICATE_AVAILABLE -> {
                    return Refusal.CERTIFICATE_CHAIN_ERROR;
                }
                case CONTRACT_CANCELLED -> {
                    return Refusal.CONTRACT_CANCELLED;
                }
                case ACCEPTED -> {
                    // the status decides
                }
            }
        }
        return switch (status) {
            case NOT_ALLOWED_TYPE_EVSE, NOT_AT_THIS_LOCATION, NOT_AT_THIS_TIME ->
                    Refusal.NOT_ALLOWED_HERE;
            case ACCEPTED, BLOCKED, CONCURRENT_TX, EXPIRED, INVALID, NO_CREDIT, UNKNOWN ->
                    Refusal.REFUSED;
        };
    }

    private Authorization contractOffline(Identification.Contract contract) {
        if (!model.flag("ISO15118Ctrlr.ContractValidationOffline")) {
            return rejected(
                    Refusal.UNREACHABLE, "not at this time: the CSMS cannot be asked"); // C07.FR.07
        }
        ContractChecker.Opinion local = checker.check(contract.emaid(), contract.chain());
        return local.canJudge() && local.valid()
                ? offline(token(contract)) // C07.FR.08, C07.FR.09
                : rejected(local.refusal(), local.text());
    }

    private Authorization offline(IdToken token) {
        if (!model.flag("AuthCtrlr.LocalAuthorizeOffline")) {
            return rejected(
                    Refusal.UNREACHABLE,
                    "the CSMS cannot be asked, and the station may not decide alone");
        }
        return remembered(token)
                ? new Authorization.Accepted()
                : rejected(
                        Refusal.REFUSED,
                        "the CSMS cannot be asked, and it has not accepted this token lately");
    }

    private void remember(IdToken token, @org.jspecify.annotations.Nullable Instant expiry) {
        synchronized (cache) {
            cache.put(
                    token,
                    expiry == null ? options.clock().instant().plus(REMEMBERED_FOR) : expiry);
            if (cache.size() > MAX_REMEMBERED) {
                cache.remove(cache.keySet().iterator().next());
            }
        }
    }

    private void forget(IdToken token) {
        synchronized (cache) {
            cache.remove(token);
        }
    }

    private boolean remembered(IdToken token) {
        synchronized (cache) {
            Instant until = cache.get(token);
            return until != null && until.isAfter(options.clock().instant());
        }
    }

    private static CompletionStage<Authorization> now(Authorization authorization) {
        return CompletableFuture.completedFuture(authorization);
    }

    private static Authorization rejected(Refusal refusal, String text) {
        return new Authorization.Rejected(refusal, text);
    }
}
