package org.plugcharge.ocpp.station;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;

import org.jspecify.annotations.Nullable;
import org.plugcharge.exi.Bytes;
import org.plugcharge.ocpp.link.CallFailed;
import org.plugcharge.ocpp.link.RpcLink;
import org.plugcharge.ocpp.link.Wire;
import org.plugcharge.ocpp.rpc.RpcLimits;
import org.plugcharge.ocpp.rpc.RpcState;
import org.plugcharge.ocpp.v201.BootNotificationRequest;
import org.plugcharge.ocpp.v201.BootNotificationResponse;
import org.plugcharge.ocpp.v201.BootReason;
import org.plugcharge.ocpp.v201.CertificateAction;
import org.plugcharge.ocpp.v201.ChargingStation;
import org.plugcharge.ocpp.v201.ConnectorStatus;
import org.plugcharge.ocpp.v201.HeartbeatRequest;
import org.plugcharge.ocpp.v201.RegistrationStatus;
import org.plugcharge.ocpp.v201.Request;
import org.plugcharge.ocpp.v201.Response;
import org.plugcharge.ocpp.v201.Role;
import org.plugcharge.ocpp.v201.SecurityEventNotificationRequest;
import org.plugcharge.ocpp.v201.StatusInfo;
import org.plugcharge.ocpp.v201.StatusNotificationRequest;
import org.plugcharge.ocpp.v201.TransactionEventRequest;
import org.plugcharge.ocpp.v201.TransactionEventResponse;
import org.plugcharge.secc.evse.Authorization;
import org.plugcharge.secc.evse.Authorizer;
import org.plugcharge.secc.evse.ChargingEvent;
import org.plugcharge.secc.evse.Identification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A charging station on OCPP 2.0.1, security profile 2: keeps a connection to the CSMS and stands
 * behind the SECC as its {@link Authorizer}. Everything of the station runs on one thread, one
 * thing after the other; no method blocks.
 */
public final class Station implements Authorizer, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Station.class);
    private static final Duration MAX_BOOT_INTERVAL = Duration.ofHours(1);

    private final StationOptions options;
    private final FrameTap tap;
    private final SslContext tls;
    private final EventLoopGroup sockets =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ScheduledExecutorService loop;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final SecureRandom random = new SecureRandom();
    private final DeviceModel model;
    private final EventQueue queue;
    private final SeccEnrolment enrolment;
    private final ContractAuthorization authorization;
    private final CertificateRelay relay;
    private final Map<String, TransactionRecorder> recorders = new HashMap<>();
    private final Map<Integer, ConnectorStatus> status = new HashMap<>();
    private final Map<String, Runnable> stops = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> firstAccepted = new CompletableFuture<>();

    /** The link of the connection that is open now, whether the CSMS has accepted us or not. */
    private volatile @Nullable RpcLink link;

    private volatile boolean accepted;
    private boolean closing;
    private int failures;
    private int attempts;
    private boolean sending;
    private BootReason bootReason = BootReason.POWER_UP;
    private @Nullable ScheduledFuture<?> heartbeat;
    private @Nullable Channel channel;

    private Station(StationOptions options, FrameTap tap) {
        this.options = options;
        this.tap = tap;
        this.tls = trusting(options);
        this.queue = EventQueue.open(options.directory());
        this.loop =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("ocpp-" + options.identity()).daemon().factory());
        this.model = new DeviceModel(options.seccId(), options.organization(), options.country());
        this.enrolment =
                new SeccEnrolment(options, model, this::call, this::securityEvent, loop, random);
        this.authorization = new ContractAuthorization(options, model, this::call, this::online);
        this.relay = new CertificateRelay(options, model, this::call);
        options.evses()
                .forEach((evse, number) -> {
                    recorders.put(
                            evse,
                            new TransactionRecorder(
                                    number,
                                    options.timing().sample(),
                                    () -> UUID.randomUUID().toString()));
                    status.put(number, ConnectorStatus.AVAILABLE);
                });
    }

    /**
     * Starts a station: opens its queue, ends transactions that a crash left open, and begins to
     * connect.
     */
    public static Station start(StationOptions options) {
        return start(options, FrameTap.NONE);
    }

    /** The same, with somebody who sees the frames. */
    public static Station start(StationOptions options, FrameTap tap) {
        Station station = new Station(options, tap);
        station.run(station::begin);
        return station;
    }

    private static SslContext trusting(StationOptions options) {
        try {
            return SslContextBuilder.forClient()
                    .trustManager(TlsAnchors.of(options.anchors().operatorRoots()))
                    .protocols("TLSv1.3", "TLSv1.2")
                    .endpointIdentificationAlgorithm("HTTPS")
                    .build();
        } catch (javax.net.ssl.SSLException e) {
            throw new IllegalArgumentException("cannot use the operator's roots for TLS", e);
        }
    }

    /** Completes when the CSMS has accepted the station for the first time. */
    public CompletionStage<Void> accepted() {
        return firstAccepted.minimalCompletionStage();
    }

    /**
     * Completes with the SECC's certificate: at once if a good one is stored, else when one is
     * enrolled.
     */
    public CompletionStage<SeccCertificate> seccCertificate() {
        return enrolment.certificate();
    }

    /** Completes when every transaction event told so far is acknowledged by the CSMS. */
    public CompletionStage<Void> delivered() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        run(() -> checkDelivered(done));
        return done;
    }

    private void checkDelivered(CompletableFuture<Void> done) {
        if (queue.size() == 0) {
            done.complete(null);
        } else {
            later(Duration.ofMillis(50), () -> checkDelivered(done));
        }
    }

    /** Whether the CSMS can be asked now. */
    public boolean online() {
        return accepted;
    }

    /** The station's variables. */
    public DeviceModel deviceModel() {
        return model;
    }

    /**
     * Says what ends the charging at an outlet when the CSMS asks for it, usually {@code
     * secc::stopCharging}: the vehicle is told to stop and does so in order. Such requests are
     * rejected as long as nobody has said so.
     */
    public void endChargingBy(String evse, Runnable stop) {
        stops.put(evse, stop);
    }

    @Override
    public CompletionStage<Authorization> authorize(String evse, Identification identification) {
        return authorization.authorize(identification);
    }

    @Override
    public CompletionStage<Bytes> install(String evse, Bytes exiRequest) {
        return relay.ask(CertificateAction.INSTALL, exiRequest);
    }

    @Override
    public CompletionStage<Bytes> update(String evse, Bytes exiRequest) {
        return relay.ask(CertificateAction.UPDATE, exiRequest);
    }

    @Override
    public void tell(String evse, ChargingEvent event) {
        run(() -> told(evse, event));
    }

    /** Ends the connection and everything else; events that were not acknowledged stay on disk. */
    @Override
    public void close() {
        run(this::end);
        loop.shutdown();
        try {
            if (!loop.awaitTermination(5, TimeUnit.SECONDS)) {
                loop.shutdownNow();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        var _ =
                sockets.shutdownGracefully(0, 2, TimeUnit.SECONDS)
                        .awaitUninterruptibly(3, TimeUnit.SECONDS);
        workers.shutdownNow();
    }

    // What follows runs on the loop.

    private void begin() {
        for (TransactionEventRequest last : queue.openTransactions()) {
            LOG.warn(
                    "station={} transaction={} ended=after-restart",
                    options.identity(),
                    last.transactionInfo().transactionId());
            queue.append(TransactionRecorder.interrupted(last, options.clock().instant()));
        }
        enrolment.load();
        connect();
    }

    private void end() {
        closing = true;
        goOffline();
        if (channel != null) {
            var _ = channel.close();
        }
        queue.close();
    }

    private void connect() {
        if (!closing) {
            OcppSocket.connect(
                    sockets,
                    options.endpoint(),
                    options.identity(),
                    options.password(),
                    tls,
                    options.timing().ping(),
                    new Connection());
        }
    }

    /** One connection: hands what happens on the socket's thread to the loop. */
    private final class Connection implements OcppSocket.Listener {

        private volatile @Nullable RpcLink mine;

        @Override
        public void opened(Channel opened) {
            byte[] prefix = new byte[6];
            random.nextBytes(prefix);
            RpcLink fresh =
                    new RpcLink(
                            RpcState.opened(
                                    Role.STATION,
                                    RpcLimits.DEFAULT,
                                    HexFormat.of().formatHex(prefix)),
                            wire(opened),
                            request -> answer(request),
                            loop,
                            workers,
                            options.clock());
            mine = fresh;
            run(() -> connected(opened, fresh));
        }

        @Override
        public void received(String frame) {
            tap.frame(options.clock().instant(), false, frame);
            RpcLink open = mine;
            if (open != null) {
                open.received(frame);
            }
        }

        @Override
        public void closed(String reason) {
            RpcLink open = mine;
            if (open != null) {
                open.closed();
            }
            run(() -> disconnected(open, reason));
        }
    }

    private Wire wire(Channel opened) {
        return new Wire() {
            @Override
            public void send(String frame) {
                tap.frame(options.clock().instant(), true, frame);
                var _ = opened.writeAndFlush(new TextWebSocketFrame(frame));
            }

            @Override
            public void report(String line) {
                LOG.warn("station={} ocpp={}", options.identity(), line);
            }
        };
    }

    private void connected(Channel opened, RpcLink fresh) {
        failures = 0;
        channel = opened;
        link = fresh;
        LOG.info("station={} connected={}", options.identity(), options.endpoint());
        if (closing) {
            end();
        } else {
            boot(fresh);
        }
    }

    private void disconnected(@Nullable RpcLink gone, String reason) {
        if (gone == link) {
            goOffline();
            link = null;
            channel = null;
        }
        if (!closing) {
            failures++;
            Duration wait = options.timing().backoff().after(failures, random.nextDouble());
            LOG.warn(
                    "station={} disconnected reason={} again={}ms",
                    options.identity(),
                    reason,
                    wait.toMillis());
            later(wait, this::connect);
        }
    }

    private void goOffline() {
        accepted = false;
        if (heartbeat != null) {
            heartbeat.cancel(false);
        }
    }

    private void boot(RpcLink booting) {
        BootNotificationRequest request =
                new BootNotificationRequest(
                        new ChargingStation(null, options.model(), null, options.vendor(), null),
                        bootReason);
        var _ =
                booting.call(request, options.timing().call())
                        .whenComplete(
                                (answer, failure) -> run(() -> booted(booting, answer, failure)));
    }

    private void booted(
            RpcLink booting,
            @Nullable BootNotificationResponse answer,
            @Nullable Throwable failure) {
        if (booting != link || closing) {
            return;
        }
        if (answer != null && answer.status() == RegistrationStatus.ACCEPTED) {
            accept(Duration.ofSeconds(Math.clamp(answer.interval(), 1, 86_400)));
            return;
        }
        Duration wait =
                answer == null || answer.interval() <= 0
                        ? options.timing().backoff().after(1, random.nextDouble())
                        : Duration.ofSeconds(
                                Math.min(answer.interval(), MAX_BOOT_INTERVAL.toSeconds()));
        LOG.warn(
                "station={} boot={} again={}ms",
                options.identity(),
                answer == null ? failure : answer.status(),
                wait.toMillis());
        later(
                wait,
                () -> {
                    if (booting == link) {
                        boot(booting);
                    }
                });
    }

    private void accept(Duration interval) {
        accepted = true;
        attempts = 0;
        bootReason = BootReason.UNKNOWN;
        LOG.info("station={} accepted heartbeat={}s", options.identity(), interval.toSeconds());
        model.set("OCPPCommCtrlr.HeartbeatInterval", Long.toString(interval.toSeconds()));
        heartbeat =
                loop.scheduleWithFixedDelay(
                        () -> ignoring(call(new HeartbeatRequest(), options.timing().call())),
                        interval.toMillis(),
                        interval.toMillis(),
                        TimeUnit.MILLISECONDS);
        status.keySet().forEach(this::notifyStatus);
        enrolment.accepted();
        firstAccepted.complete(null);
        sendOldest();
    }

    private CompletionStage<? extends Response> answer(Request<?> request) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        run(() -> {
            try {
                answer.complete(CallsFromCsms.answer(this, request));
            } catch (RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private void told(String evse, ChargingEvent event) {
        TransactionRecorder recorder = recorders.get(evse);
        Integer number = options.evses().get(evse);
        if (recorder == null || number == null) {
            LOG.error(
                    "station={} evse={} is not one of this station's: {}",
                    options.identity(),
                    evse,
                    options.evses());
            return;
        }
        switch (event) {
            case ChargingEvent.Connected _ -> changeStatus(number, ConnectorStatus.OCCUPIED);
            case ChargingEvent.Started started ->
                    keep(
                            recorder.started(
                                    started,
                                    authorization.token(started.identification()),
                                    !accepted));
            case ChargingEvent.Metered metered ->
                    recorder.metered(metered, !accepted).ifPresent(this::keep);
            case ChargingEvent.Ended ended ->
                    recorder.ended(ended, !accepted).ifPresent(this::keep);
            case ChargingEvent.Disconnected _ -> changeStatus(number, ConnectorStatus.AVAILABLE);
        }
    }

    private void changeStatus(int evse, ConnectorStatus next) {
        status.put(evse, next);
        notifyStatus(evse);
    }

    void notifyStatus(int evse) {
        ConnectorStatus now = status.getOrDefault(evse, ConnectorStatus.UNAVAILABLE);
        ignoring(
                call(
                        new StatusNotificationRequest(options.clock().instant(), now, evse, 1),
                        options.timing().call()));
    }

    private void keep(TransactionEventRequest event) {
        queue.append(event);
        sendOldest();
    }

    /**
     * Sends one event at a time, so that they arrive in order; what fails is tried again until it
     * is acknowledged (E13).
     */
    private void sendOldest() {
        Optional<TransactionEventRequest> oldest = queue.oldest();
        if (closing || sending || !accepted || oldest.isEmpty()) {
            return;
        }
        sending = true;
        var _ =
                call(oldest.get(), options.timing().call())
                        .whenComplete((answer, failure) -> run(() -> sent(answer, failure)));
    }

    private void sent(@Nullable TransactionEventResponse answer, @Nullable Throwable failure) {
        sending = false;
        if (closing) {
            return;
        }
        if (answer != null) {
            attempts = 0;
            queue.acknowledge();
            sendOldest();
            return;
        }
        attempts++;
        boolean hopeless = failure instanceof CallFailed failed && Hopeless.is(failed.failure());
        LOG.warn(
                "station={} transaction-event attempt={} failed={}",
                options.identity(),
                attempts,
                failure);
        if (hopeless
                && attempts >= Integer.parseInt(model.value("OCPPCommCtrlr.MessageAttempts"))) {
            LOG.error(
                    "station={} transaction-event=set-aside reason={}",
                    options.identity(),
                    failure);
            queue.setAside(String.valueOf(failure));
            attempts = 0;
            sendOldest();
        } else if (accepted) {
            long seconds =
                    Long.parseLong(model.value("OCPPCommCtrlr.MessageAttemptInterval"))
                            * Math.min(attempts, 10);
            later(Duration.ofSeconds(seconds), this::sendOldest);
        }
    }

    private void securityEvent(String type, String text) {
        LOG.warn("station={} security-event={} text={}", options.identity(), type, text);
        String shortened = text.substring(0, Math.min(255, text.length()));
        ignoring(
                call(
                        new SecurityEventNotificationRequest(
                                type, options.clock().instant(), shortened),
                        options.timing().call()));
    }

    /** Calls the CSMS if it has accepted us. */
    private <R extends Response> CompletableFuture<R> call(Request<R> request, Duration timeout) {
        RpcLink open = link;
        return open == null || !accepted
                ? CompletableFuture.failedFuture(
                        new IllegalStateException("not connected to the CSMS"))
                : open.call(request, timeout);
    }

    // What the CSMS may ask for.

    SeccEnrolment enrolment() {
        return enrolment;
    }

    boolean isRunning(String transactionId) {
        return recorders.values().stream().anyMatch(recorder -> recorder.runs(transactionId));
    }

    /** Has the vehicle stop (F03); what speaks against it, if anything does. */
    Optional<StatusInfo> stop(String transactionId) {
        Optional<String> evse =
                recorders.entrySet().stream()
                        .filter(e -> e.getValue().runs(transactionId))
                        .map(Map.Entry::getKey)
                        .findFirst();
        if (evse.isEmpty()) {
            return Optional.of(new StatusInfo("TxNotFound", "no such transaction runs here"));
        }
        Runnable stop = stops.get(evse.get());
        TransactionRecorder recorder = recorders.get(evse.get());
        if (stop == null || recorder == null) {
            return Optional.of(new StatusInfo("NotSupported", "nobody here can end it"));
        }
        LOG.info("station={} transaction={} remote-stop", options.identity(), transactionId);
        recorder.stopRequested();
        workers.execute(() -> guarded(stop));
        return Optional.empty();
    }

    boolean queueHolds(@Nullable String transactionId) {
        return transactionId == null ? queue.size() > 0 : queue.holds(transactionId);
    }

    List<Integer> evseNumbers() {
        return List.copyOf(status.keySet());
    }

    void trigger(Runnable later) {
        later(Duration.ofMillis(1), later);
    }

    void triggerHeartbeat() {
        ignoring(call(new HeartbeatRequest(), options.timing().call()));
    }

    void triggerBoot() {
        RpcLink open = link;
        bootReason = BootReason.TRIGGERED;
        if (open != null) {
            boot(open);
        }
    }

    private void ignoring(CompletableFuture<?> call) {
        var _ =
                call.exceptionally(failure -> {
                    LOG.debug("station={} call failed: {}", options.identity(), failure.toString());
                    return null;
                });
    }

    private void run(Runnable task) {
        try {
            loop.execute(() -> guarded(task));
        } catch (RejectedExecutionException _) {
            LOG.debug("station={} is closed", options.identity());
        }
    }

    private void later(Duration wait, Runnable task) {
        try {
            var _ = loop.schedule(() -> guarded(task), wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException _) {
            LOG.debug("station={} is closed", options.identity());
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("station={} failed", options.identity(), e);
        }
    }

    /** The time, as the station has it. */
    Instant now() {
        return options.clock().instant();
    }
}
