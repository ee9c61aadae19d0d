package org.plugcharge.csms.host;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Emaid;
import org.plugcharge.csms.CsmsOptions;
import org.plugcharge.csms.backend.BackendException;
import org.plugcharge.csms.backend.CertificateProvisioning;
import org.plugcharge.csms.backend.ContractJudge;
import org.plugcharge.csms.backend.V2gCertificateAuthority;
import org.plugcharge.csms.contract.ChainFinding;
import org.plugcharge.csms.contract.StatusPair;
import org.plugcharge.csms.rating.Account;
import org.plugcharge.csms.rating.TransactionKey;
import org.plugcharge.csms.store.CdrView;
import org.plugcharge.csms.store.ContractUse;
import org.plugcharge.csms.store.Stations;
import org.plugcharge.csms.store.Tariffs;
import org.plugcharge.csms.store.Tokens;
import org.plugcharge.csms.store.Transactions;
import org.plugcharge.exi.Bytes;
import org.plugcharge.ocpp.link.Refusal;
import org.plugcharge.ocpp.rpc.RpcErrorCode;
import org.plugcharge.ocpp.v201.AuthorizationStatus;
import org.plugcharge.ocpp.v201.AuthorizeRequest;
import org.plugcharge.ocpp.v201.AuthorizeResponse;
import org.plugcharge.ocpp.v201.BootNotificationRequest;
import org.plugcharge.ocpp.v201.BootNotificationResponse;
import org.plugcharge.ocpp.v201.CertificateSignedRequest;
import org.plugcharge.ocpp.v201.CertificateSigningUse;
import org.plugcharge.ocpp.v201.CertificateStatus;
import org.plugcharge.ocpp.v201.ChargingNeedsStatus;
import org.plugcharge.ocpp.v201.EVCertificateStatus;
import org.plugcharge.ocpp.v201.GenericStatus;
import org.plugcharge.ocpp.v201.Get15118EVCertificateRequest;
import org.plugcharge.ocpp.v201.Get15118EVCertificateResponse;
import org.plugcharge.ocpp.v201.GetCertificateStatusRequest;
import org.plugcharge.ocpp.v201.GetCertificateStatusResponse;
import org.plugcharge.ocpp.v201.GetTransactionStatusRequest;
import org.plugcharge.ocpp.v201.HeartbeatRequest;
import org.plugcharge.ocpp.v201.HeartbeatResponse;
import org.plugcharge.ocpp.v201.IdToken;
import org.plugcharge.ocpp.v201.IdTokenInfo;
import org.plugcharge.ocpp.v201.IdTokenType;
import org.plugcharge.ocpp.v201.MessageContent;
import org.plugcharge.ocpp.v201.MessageFormat;
import org.plugcharge.ocpp.v201.MeterValuesRequest;
import org.plugcharge.ocpp.v201.MeterValuesResponse;
import org.plugcharge.ocpp.v201.NotifyEVChargingNeedsRequest;
import org.plugcharge.ocpp.v201.NotifyEVChargingNeedsResponse;
import org.plugcharge.ocpp.v201.NotifyEVChargingScheduleRequest;
import org.plugcharge.ocpp.v201.NotifyEVChargingScheduleResponse;
import org.plugcharge.ocpp.v201.OcspFetchStatus;
import org.plugcharge.ocpp.v201.RegistrationStatus;
import org.plugcharge.ocpp.v201.Request;
import org.plugcharge.ocpp.v201.Response;
import org.plugcharge.ocpp.v201.SecurityEventNotificationRequest;
import org.plugcharge.ocpp.v201.SecurityEventNotificationResponse;
import org.plugcharge.ocpp.v201.SignCertificateRequest;
import org.plugcharge.ocpp.v201.SignCertificateResponse;
import org.plugcharge.ocpp.v201.StatusInfo;
import org.plugcharge.ocpp.v201.StatusNotificationRequest;
import org.plugcharge.ocpp.v201.StatusNotificationResponse;
import org.plugcharge.ocpp.v201.TransactionEventRequest;
import org.plugcharge.ocpp.v201.TransactionEventResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What stations' calls are answered with. */
@Component
final class CallsFromStation {

    private static final Logger LOG = LoggerFactory.getLogger(CallsFromStation.class);
    private static final Duration CALL = Duration.ofSeconds(30);

    /** The vehicle waits 5 s, the SECC answers after 4.5 s, the station gives up after 4 s. */
    private static final Duration INSTALL = Duration.ofMillis(3600);

    private static final int HEARTBEAT_SECONDS = 60;
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int MAX_EXI_BASE64 = 5600;
    private static final int MAX_CHAIN_PEM = 10_000;

    private final Stations stations;
    private final Tokens tokens;
    private final ContractUse uses;
    private final Tariffs tariffs;
    private final Transactions transactions;
    private final ContractJudge judge;
    private final Optional<V2gCertificateAuthority> authority;
    private final Optional<CertificateProvisioning> provisioning;
    private final Clock clock;
    private final Executor background;

    /** Incomplete transactions whose station is about to be asked. */
    private final Set<TransactionKey> asking = ConcurrentHashMap.newKeySet();

    CallsFromStation(
            Stations stations,
            Tokens tokens,
            ContractUse uses,
            Tariffs tariffs,
            Transactions transactions,
            ContractJudge judge,
            CsmsOptions options,
            Clock clock) {
        this.stations = stations;
        this.tokens = tokens;
        this.uses = uses;
        this.tariffs = tariffs;
        this.transactions = transactions;
        this.judge = judge;
        this.authority = options.authority();
        this.provisioning = options.provisioning();
        this.clock = clock;
        this.background = task -> Thread.ofVirtual().name("csms-background").start(task);
    }

    Response answer(StationSession session, Request<?> request) {
        if (request instanceof BootNotificationRequest boot) {
            return booted(session, boot);
        }
        if (!stations.hasBooted(session.tenant(), session.station())) {
            throw new Refusal(RpcErrorCode.SECURITY_ERROR, "expected BootNotification first");
        }
        return switch (request) {
            case HeartbeatRequest _ -> heartbeat(session);
            case StatusNotificationRequest status -> status(session, status);
            case AuthorizeRequest authorize -> authorize(session, authorize);
            case Get15118EVCertificateRequest install -> install(session, install);
            case SignCertificateRequest sign -> sign(session, sign);
            case TransactionEventRequest event -> transaction(session, event);
            case GetCertificateStatusRequest _ ->
                    new GetCertificateStatusResponse(
                            OcspFetchStatus.FAILED,
                            new StatusInfo(
                                    "NotSupported", "send the certificate itself in Authorize"),
                            null);
            case MeterValuesRequest _ -> new MeterValuesResponse();
            case NotifyEVChargingNeedsRequest _ ->
                    new NotifyEVChargingNeedsResponse(ChargingNeedsStatus.ACCEPTED, null);
            case NotifyEVChargingScheduleRequest _ ->
                    new NotifyEVChargingScheduleResponse(GenericStatus.ACCEPTED, null);
            case SecurityEventNotificationRequest event -> security(session, event);
            case Request<?> _ ->
                    throw new Refusal(RpcErrorCode.NOT_SUPPORTED, "not supported by this CSMS");
        };
    }

    private BootNotificationResponse booted(StationSession session, BootNotificationRequest boot) {
        stations.booted(session.tenant(), session.station(), boot, clock.instant());
        LOG.info(
                "station={} boot={} reason={}",
                session.station(),
                "Accepted",
                boot.reason().wire());
        return new BootNotificationResponse(
                clock.instant(), HEARTBEAT_SECONDS, RegistrationStatus.ACCEPTED, null);
    }

    private HeartbeatResponse heartbeat(StationSession session) {
        stations.seen(session.tenant(), session.station(), clock.instant());
        return new HeartbeatResponse(clock.instant());
    }

    private StatusNotificationResponse status(
            StationSession session, StatusNotificationRequest status) {
        stations.status(session.tenant(), session.station(), status);
        return new StatusNotificationResponse();
    }

    private SecurityEventNotificationResponse security(
            StationSession session, SecurityEventNotificationRequest event) {
        LOG.warn(
                "station={} security-event={}",
                session.station(),
                event.type().replaceAll("\\p{Cntrl}", "?"));
        stations.securityEvent(session.tenant(), session.station(), event, clock.instant());
        return new SecurityEventNotificationResponse();
    }

    private AuthorizeResponse authorize(StationSession session, AuthorizeRequest request) {
        IdToken token = request.idToken();
        AuthorizationStatus status = status(session, token);
        if (token.type() != IdTokenType.EMAID) {
            return answered(session, token, status, null, "");
        }
        ChainFinding finding = finding(request);
        StatusPair pair = StatusPair.of(finding.kind(), status);
        return answered(session, token, pair.token(), pair.certificate(), finding.text());
    }

    /** A token that is good for one transaction at a time is good while there is none. */
    private AuthorizationStatus status(StationSession session, IdToken token) {
        AuthorizationStatus known = tokens.status(session.tenant(), token);
        return known == AuthorizationStatus.CONCURRENT_TX
                        && !uses.elsewhere(
                                session.tenant(), session.station(), token, clock.instant())
                ? AuthorizationStatus.ACCEPTED
                : known;
    }

    private ChainFinding finding(AuthorizeRequest request) {
        Optional<Emaid> emaid = emaid(request.idToken());
        String pem = request.certificate();
        if (emaid.isEmpty()) {
            return new ChainFinding(ChainFinding.Kind.WRONG, "expected an eMAID");
        }
        if (pem == null) {
            // Hashes prove neither that the contract is there nor whose it is.
            return new ChainFinding(
                    ChainFinding.Kind.WRONG, "expected the contract's certificates, found none");
        }
        return judge.judge(emaid.get(), pem);
    }

    private AuthorizeResponse answered(
            StationSession session,
            IdToken token,
            AuthorizationStatus status,
            @Nullable CertificateStatus certificate,
            String why) {
        LOG.info(
                "station={} authorize={} token={} certificates={} reason={}",
                session.station(),
                status.wire(),
                masked(token),
                certificate == null ? "-" : certificate.wire(),
                why);
        if (status == AuthorizationStatus.ACCEPTED
                && (certificate == null || certificate == CertificateStatus.ACCEPTED)) {
            tariffs.freeze(session.tenant(), session.station(), token, clock.instant());
        }
        return new AuthorizeResponse(info(status, certificate), certificate);
    }

    private static IdTokenInfo info(
            AuthorizationStatus status, @Nullable CertificateStatus certificate) {
        String text = Texts.forDriver(status, certificate);
        MessageContent message =
                text.isEmpty() ? null : new MessageContent(MessageFormat.UTF8, "en", text);
        return new IdTokenInfo(status, null, null, null, null, null, null, message);
    }

    private static Optional<Emaid> emaid(IdToken token) {
        try {
            return Optional.of(Emaid.parse(token.idToken()));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String masked(IdToken token) {
        return emaid(token).map(Emaid::masked).orElse(token.type().wire());
    }

    private Get15118EVCertificateResponse install(
            StationSession session, Get15118EVCertificateRequest request) {
        try {
            CertificateProvisioning pool =
                    provisioning.orElseThrow(
                            () -> new BackendException("no contract pool is configured"));
            Bytes exi = Bytes.owning(Base64.getDecoder().decode(request.exiRequest()));
            CertificateProvisioning.Answer answer =
                    pool.install(request.iso15118SchemaVersion(), request.action(), exi, INSTALL);
            String base64 = Base64.getEncoder().encodeToString(answer.exiResponse().toArray());
            if (base64.length() > MAX_EXI_BASE64) {
                return failed(
                        session,
                        "TooLong",
                        "an answer of " + base64.length() + " characters, OCPP 2.0.1 carries 5600",
                        "");
            }
            if (!answer.accepted()) {
                return failed(session, "Refused", answer.reason(), base64);
            }
            LOG.info(
                    "station={} contract-certificate=accepted action={} characters={}",
                    session.station(),
                    request.action().wire(),
                    base64.length());
            return new Get15118EVCertificateResponse(EVCertificateStatus.ACCEPTED, null, base64);
        } catch (BackendException e) {
            return failed(session, "BackendFailed", String.valueOf(e.getMessage()), "");
        } catch (IllegalArgumentException e) {
            return failed(session, "NotBase64", "exiRequest is not base64", "");
        }
    }

    private static Get15118EVCertificateResponse failed(
            StationSession session, String code, String reason, String exiResponse) {
        LOG.warn("station={} contract-certificate=failed reason={}", session.station(), reason);
        return new Get15118EVCertificateResponse(
                EVCertificateStatus.FAILED, info(code, reason), exiResponse);
    }

    private SignCertificateResponse sign(StationSession session, SignCertificateRequest request) {
        if (request.certificateType() != CertificateSigningUse.V2G_CERTIFICATE) {
            return refused(session, "NotSupported", "only V2GCertificate is signed here");
        }
        if (authority.isEmpty()) {
            return refused(session, "NoAuthority", "no certificate authority is configured");
        }
        try {
            CertificateRequest csr = CertificateRequest.parsePem(request.csr());
            Optional<String> expected = stations.seccId(session.tenant(), session.station());
            Optional<String> name = expected.or(csr::commonName);
            if (name.isEmpty() || !name.equals(csr.commonName())) {
                return refused(
                        session, "WrongName", "expected CN=" + expected.orElse("the SECC's name"));
            }
            background.execute(() -> enrol(session, authority.get(), csr, name.get()));
            return new SignCertificateResponse(GenericStatus.ACCEPTED, null);
        } catch (IllegalArgumentException e) {
            return refused(session, "InvalidCSR", String.valueOf(e.getMessage()));
        }
    }

    private static SignCertificateResponse refused(
            StationSession session, String code, String reason) {
        LOG.warn("station={} sign-certificate=rejected reason={}", session.station(), reason);
        return new SignCertificateResponse(GenericStatus.REJECTED, info(code, reason));
    }

    private void enrol(
            StationSession session,
            V2gCertificateAuthority issuer,
            CertificateRequest csr,
            String name) {
        try {
            CertificateChain chain = issuer.enrolSecc(csr, name);
            String pem = chain.pem();
            if (pem.length() > MAX_CHAIN_PEM) {
                throw new BackendException(
                        "a chain of " + pem.length() + " characters, OCPP 2.0.1 carries 10000");
            }
            var answer =
                    session.call(
                                    new CertificateSignedRequest(
                                            pem, CertificateSigningUse.V2G_CERTIFICATE),
                                    CALL)
                            .join();
            LOG.info("station={} certificate-signed={}", session.station(), answer.status().wire());
        } catch (RuntimeException e) {
            LOG.error(
                    "station={} certificate-signed=failed reason={}",
                    session.station(),
                    e.toString());
        }
    }

    private TransactionEventResponse transaction(
            StationSession session, TransactionEventRequest event) {
        TransactionKey key =
                new TransactionKey(
                        session.tenant(),
                        session.station(),
                        event.transactionInfo().transactionId());
        Transactions.Outcome outcome = transactions.take(key, event);
        switch (outcome.account()) {
            case Account.Open _ -> {}
            case Account.Closed _ ->
                    LOG.info(
                            "station={} transaction={} closed",
                            session.station(),
                            shown(key.transactionId()));
            case Account.Held held ->
                    LOG.error(
                            "station={} transaction={} held={}",
                            session.station(),
                            shown(key.transactionId()),
                            held.reasons());
            case Account.Incomplete incomplete -> askForMissing(session, key, incomplete);
        }
        IdToken token = event.idToken();
        IdTokenInfo info = token == null ? null : info(status(session, token), null);
        return new TransactionEventResponse(
                outcome.cdr().map(CdrView::gross).orElse(null), null, info, null);
    }

    /**
     * After a while asks the station, once, whether it still has what is missing; what it has it
     * will send.
     */
    private void askForMissing(
            StationSession session, TransactionKey key, Account.Incomplete incomplete) {
        if (asking.add(key)) {
            LOG.warn(
                    "station={} transaction={} missing={}",
                    session.station(),
                    shown(key.transactionId()),
                    incomplete.missing());
            CompletableFuture.delayedExecutor(GRACE.toMillis(), TimeUnit.MILLISECONDS, background)
                    .execute(() -> askForMissing(session, key));
        }
    }

    private void askForMissing(StationSession session, TransactionKey key) {
        try {
            if (transactions.isIncomplete(key)) {
                var answer =
                        session.call(new GetTransactionStatusRequest(key.transactionId()), CALL)
                                .join();
                if (!answer.messagesInQueue()) {
                    LOG.error(
                            "station={} transaction={} has events nobody has any more",
                            session.station(),
                            shown(key.transactionId()));
                    transactions.giveUp(key);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "station={} transaction={} status-unknown reason={}",
                    session.station(),
                    shown(key.transactionId()),
                    e.toString());
        } finally {
            asking.remove(key);
        }
    }

    private static StatusInfo info(String code, String reason) {
        return new StatusInfo(code, reason.substring(0, Math.min(512, reason.length())));
    }

    private static String shown(String transactionId) {
        return transactionId.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
