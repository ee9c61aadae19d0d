package org.plugcharge.ocpp.station;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Entropy;
import org.plugcharge.certs.Pem;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.Subject;
import org.plugcharge.ocpp.v201.CertificateHashData;
import org.plugcharge.ocpp.v201.CertificateHashDataChain;
import org.plugcharge.ocpp.v201.CertificateIdUse;
import org.plugcharge.ocpp.v201.CertificateSignedRequest;
import org.plugcharge.ocpp.v201.CertificateSignedResponse;
import org.plugcharge.ocpp.v201.CertificateSigningUse;
import org.plugcharge.ocpp.v201.GenericStatus;
import org.plugcharge.ocpp.v201.GetInstalledCertificateIdsRequest;
import org.plugcharge.ocpp.v201.GetInstalledCertificateIdsResponse;
import org.plugcharge.ocpp.v201.InstalledCertificateStatus;
import org.plugcharge.ocpp.v201.OcspRequestData;
import org.plugcharge.ocpp.v201.SignCertificateRequest;
import org.plugcharge.ocpp.v201.StatusInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * Gets and keeps the SECC's certificate (A02, A03): a fresh key, a CSR, the chain the CSMS answers
 * with, checked before it is installed. Runs on the station's loop.
 */
final class SeccEnrolment {

    private static final Logger LOG = LoggerFactory.getLogger(SeccEnrolment.class);
    private static final String INVALID = "InvalidChargingStationCertificate";

    private final StationOptions options;
    private final DeviceModel model;
    private final Caller csms;
    private final BiConsumer<String, String> securityEvent;
    private final ScheduledExecutorService loop;
    private final Entropy entropy;
    private final SeccChainChecker checker;
    private final CompletableFuture<SeccCertificate> first = new CompletableFuture<>();
    private @Nullable SeccCertificate installed;
    private @Nullable SoftwareKey pending;
    private @Nullable ScheduledFuture<?> retry;

    SeccEnrolment(
            StationOptions options,
            DeviceModel model,
            Caller csms,
            BiConsumer<String, String> securityEvent,
            ScheduledExecutorService loop,
            SecureRandom random) {
        this.options = options;
        this.model = model;
        this.csms = csms;
        this.securityEvent = securityEvent;
        this.loop = loop;
        this.entropy = Entropy.system(random);
        this.checker = new SeccChainChecker(options.anchors(), options.clock());
    }

    CompletionStage<SeccCertificate> certificate() {
        return first.minimalCompletionStage();
    }

    /** Takes the stored key and chain, if they are still good. */
    void load() {
        try {
            if (Files.exists(chainFile()) && Files.exists(keyFile())) {
                CertificateChain chain = CertificateChain.ofPem(Files.readString(chainFile()));
                SoftwareKey key =
                        SoftwareKey.ofPkcs8(
                                Pem.blocks(Pem.PRIVATE_KEY, Files.readString(keyFile()))
                                        .getFirst());
                Optional<String> wrong = checker.whatIsWrong(chain, key.publicKey());
                if (wrong.isEmpty()) {
                    use(new SeccCertificate(chain, key));
                } else {
                    LOG.warn(
                            "station={} stored-secc-certificate=unusable reason={}",
                            options.identity(),
                            wrong.get());
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn(
                    "station={} stored-secc-certificate=unreadable reason={}",
                    options.identity(),
                    e.toString());
        }
    }

    /** The CSMS took the station in. */
    void accepted() {
        if (installed == null) {
            request();
        }
    }

    /** Asks for a certificate for a fresh key. */
    void request() {
        if (model.flag("ISO15118Ctrlr.V2GCertificateInstallationEnabled")) {
            SoftwareKey key = SoftwareKey.generate(entropy);
            pending = key;
            Subject subject =
                    Subject.named(model.value("ISO15118Ctrlr.SeccId"))
                            .of(model.value("ISO15118Ctrlr.OrganizationName"))
                            .in(model.value("ISO15118Ctrlr.CountryName"))
                            .within(Optional.of("CPO"));
            send(CertificateRequest.create(subject, key).pem(), key, 0);
        }
    }

    private void send(String csr, SoftwareKey key, int repeat) {
        if (pending != key) {
            return;
        }
        if (retry != null) {
            retry.cancel(false);
        }
        LOG.info("station={} sign-certificate attempt={}", options.identity(), repeat + 1);
        var _ =
                csms.call(
                                new SignCertificateRequest(
                                        csr, CertificateSigningUse.V2G_CERTIFICATE),
                                options.timing().call())
                        .whenComplete((answer, failure) -> {
                            if (answer == null || answer.status() == GenericStatus.REJECTED) {
                                LOG.warn(
                                        "station={} sign-certificate=failed reason={}",
                                        options.identity(),
                                        answer == null
                                                ? String.valueOf(failure)
                                                : String.valueOf(answer.statusInfo()));
                            }
                        });
        if (repeat < options.timing().signingRepeats()) {
            Duration wait = options.timing().signing().multipliedBy(1L << repeat);
            retry =
                    loop.schedule(
                            () -> send(csr, key, repeat + 1),
                            wait.toMillis(),
                            TimeUnit.MILLISECONDS);
        }
    }

    /** The chain for the CSR came: good for the key that waits for it, or refused. */
    CertificateSignedResponse signed(CertificateSignedRequest request) {
        SoftwareKey key = pending;
        if (request.certificateType() != CertificateSigningUse.V2G_CERTIFICATE || key == null) {
            return refused("no V2G certificate was asked for");
        }
        try {
            CertificateChain chain = CertificateChain.ofPem(request.certificateChain());
            Optional<String> wrong = checker.whatIsWrong(chain, key.publicKey());
            if (wrong.isPresent()) {
                return refused(wrong.get());
            }
            SeccCertificate certificate = new SeccCertificate(chain, key);
            store(certificate);
            pending = null;
            if (retry != null) {
                retry.cancel(false);
            }
            use(certificate);
            LOG.info("station={} secc-certificate=installed", options.identity());
            return new CertificateSignedResponse(GenericStatus.ACCEPTED, null);
        } catch (IllegalArgumentException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private CertificateSignedResponse refused(String reason) {
        securityEvent.accept(INVALID, reason);
        return new CertificateSignedResponse(
                GenericStatus.REJECTED,
                new StatusInfo(
                        "InvalidCertificate", reason.substring(0, Math.min(512, reason.length()))));
    }

    GetInstalledCertificateIdsResponse installed(GetInstalledCertificateIdsRequest wanted) {
        List<CertificateIdUse> kinds = wanted.certificateType();
        SeccCertificate now = installed;
        boolean asked = kinds == null || kinds.contains(CertificateIdUse.V2G_CERTIFICATE_CHAIN);
        Optional<List<OcspRequestData>> ids =
                now == null
                        ? Optional.empty()
                        : OcspIdentifiers.of(now.chain(), options.anchors().v2gRoots());
        if (!asked || ids.isEmpty()) {
            return new GetInstalledCertificateIdsResponse(
                    InstalledCertificateStatus.NOT_FOUND, null, null);
        }
        List<CertificateHashData> hashes = new ArrayList<>();
        ids.get()
                .forEach(id ->
                        hashes.add(
                                new CertificateHashData(
                                        id.hashAlgorithm(),
                                        id.issuerNameHash(),
                                        id.issuerKeyHash(),
                                        id.serialNumber())));
        List<CertificateHashData> children = hashes.subList(1, hashes.size());
        return new GetInstalledCertificateIdsResponse(
                InstalledCertificateStatus.ACCEPTED,
                null,
                List.of(
                        new CertificateHashDataChain(
                                hashes.getFirst(),
                                CertificateIdUse.V2G_CERTIFICATE_CHAIN,
                                children.isEmpty() ? null : children)));
    }

    private void use(SeccCertificate certificate) {
        installed = certificate;
        first.complete(certificate);
    }

    private void store(SeccCertificate certificate) {
        try {
            Path key = options.directory().resolve("secc.key.new");
            Files.deleteIfExists(key);
            if (key.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        key,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(key, Pem.of(Pem.PRIVATE_KEY, certificate.key().pkcs8()));
            Path chain = options.directory().resolve("secc.pem.new");
            Files.writeString(chain, certificate.chain().pem());
            Files.move(
                    key,
                    keyFile(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    chain,
                    chainFile(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot store the SECC's certificate", e);
        }
    }

    private Path keyFile() {
        return options.directory().resolve("secc.key");
    }

    private Path chainFile() {
        return options.directory().resolve("secc.pem");
    }
}
