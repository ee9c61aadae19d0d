package org.plugcharge.csms;

import org.plugcharge.certs.CertificateChain;
import org.plugcharge.certs.SoftwareKey;
import org.plugcharge.certs.TrustAnchors;
import org.plugcharge.csms.backend.CertificateProvisioning;
import org.plugcharge.csms.backend.V2gCertificateAuthority;
import org.plugcharge.csms.rating.Plausibility;
import org.plugcharge.csms.rating.Tariff;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How a CSMS is to run.
 *
 * @param host the address it listens at, for stations and for HTTP
 * @param httpPort 0 for any free port
 * @param ocppPort 0 for any free port
 * @param storage where it keeps what it knows
 * @param tls what it shows to stations; without one it makes its own root at every start
 * @param roots {@code moRoots} and {@code v2gRoots} contracts may lead to, besides those the
 *     authority names
 * @param authority issues the stations' SECC certificates
 * @param provisioning answers vehicles that want a contract certificate
 * @param stations identities and passwords to be let in, besides those in the database
 * @param tariff the first version of the price list, if the database has none
 * @param adminToken what the HTTP interface wants as bearer token; without one it makes its own at
 *     every start
 * @param tap sees the frames
 */
public record CsmsOptions(
        String host,
        int httpPort,
        int ocppPort,
        Storage storage,
        Optional<Tls> tls,
        TrustAnchors roots,
        Optional<V2gCertificateAuthority> authority,
        Optional<CertificateProvisioning> provisioning,
        Map<String, String> stations,
        Tariff tariff,
        Plausibility plausibility,
        Optional<String> adminToken,
        FrameTap tap,
        Clock clock) {

    /** The tenant whose stations these are; one in this version. */
    public static final String TENANT = "cpo";

    /** 0.50 EUR a kWh, 0.10 EUR a minute of charging, 1.50 EUR a session, 19 % VAT. */
    public static final Tariff DEFAULT_TARIFF =
            new Tariff(
                    "standard",
                    1,
                    Instant.EPOCH,
                    "EUR",
                    new BigDecimal("0.50"),
                    new BigDecimal("0.10"),
                    new BigDecimal("1.50"),
                    new BigDecimal("19"));

    /** Copies the map. */
    public CsmsOptions {
        stations = Map.copyOf(stations);
    }

    /** On this machine, on free ports, with its own database and certificate, trusting nobody. */
    public static CsmsOptions defaults() {
        return new CsmsOptions(
                "127.0.0.1",
                0,
                0,
                new Temporary(),
                Optional.empty(),
                TrustAnchors.none(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                DEFAULT_TARIFF,
                Plausibility.DC_400_KW,
                Optional.empty(),
                FrameTap.NONE,
                Clock.systemUTC());
    }

    /** Where the CSMS keeps what it knows. */
    public sealed interface Storage {}

    /** In a PostgreSQL of its own that is started in this directory, and again the next time. */
    public record Kept(Path directory) implements Storage {}

    /** In a PostgreSQL of its own that is thrown away with it. */
    public record Temporary() implements Storage {}

    /** In a PostgreSQL database of yours. */
    public record Database(String jdbcUrl, String user, String password) implements Storage {
        @Override
        public String toString() {
            return jdbcUrl;
        }
    }

    /** A TLS server's certificate with its issuers, and its key. */
    public record Tls(CertificateChain chain, SoftwareKey key) {
        @Override
        public String toString() {
            return "Tls";
        }
    }

    /** Sees the frames of every station; called on the connections' threads: be quick. */
    @FunctionalInterface
    public interface FrameTap {

        /** Sees nothing. */
        FrameTap NONE = (at, station, sent, frame) -> {};

        /** A text frame was sent to or received from a station. */
        void frame(Instant at, String station, boolean sent, String frame);
    }

    /** The same at other ports; 0 for any free one. */
    public CsmsOptions listening(String newHost, int newHttpPort, int newOcppPort) {
        return new CsmsOptions(
                newHost,
                newHttpPort,
                newOcppPort,
                storage,
                tls,
                roots,
                authority,
                provisioning,
                stations,
                tariff,
                plausibility,
                adminToken,
                tap,
                clock);
    }

    /** The same with its state there. */
    public CsmsOptions on(Storage newStorage) {
        return new CsmsOptions(
                host,
                httpPort,
                ocppPort,
                newStorage,
                tls,
                roots,
                authority,
                provisioning,
                stations,
                tariff,
                plausibility,
                adminToken,
                tap,
                clock);
    }

    /** The same with this TLS certificate. */
    public CsmsOptions with(Tls newTls) {
        return new CsmsOptions(
                host,
                httpPort,
                ocppPort,
                storage,
                Optional.of(newTls),
                roots,
                authority,
                provisioning,
                stations,
                tariff,
                plausibility,
                adminToken,
                tap,
                clock);
    }

    /** The same trusting these roots of contracts. */
    public CsmsOptions trusting(TrustAnchors newRoots) {
        return new CsmsOptions(
                host,
                httpPort,
                ocppPort,
                storage,
                tls,
                newRoots,
                authority,
                provisioning,
                stations,
                tariff,
                plausibility,
                adminToken,
                tap,
                clock);
    }

    /** The same with this certificate authority. */
    public CsmsOptions with(V2gCertificateAuthority newAuthority) {
        return new CsmsOptions(
                host,
                httpPort,
                ocppPort,
                storage,
                tls,
                roots,
                Optional.of(newAuthority),
                provisioning,
                stations,
                tariff,
                plausibility,
                adminToken,
                tap,
                clock);
    }

    /** The same with this source of contract certificates. */
    public CsmsOptions with(CertificateProvisioning newProvisioning) {
        return new CsmsOptions(
                host,
                httpPort,
                ocppPort,
                storage,
                tls,
                roots,
                authority,
                Optional.of(newProvisioning),
                stations,
                tariff,
                plausibility,
                adminToken,
                tap,
                clock);
    }

    /** The same letting these stations in. */
    public CsmsOptions with(Map<String, String> newStations) {
        return new CsmsOptions(
                host,
                httpPort,
                ocppPort,
                storage,
                tls,
                roots,
                authority,
                provisioning,
                newStations,
                tariff,
                plausibility,
                adminToken,
                tap,
                clock);
    }

    /** The same with this price list. */
    public CsmsOptions with(Tariff newTariff) {
        return new CsmsOptions(
                host,
                httpPort,
                ocppPort,
                storage,
                tls,
                roots,
                authority,
                provisioning,
                stations,
                newTariff,
                plausibility,
                adminToken,
                tap,
                clock);
    }

    /** The same with this idea of what an EVSE can deliver. */
    public CsmsOptions with(Plausibility newPlausibility) {
        return new CsmsOptions(
                host,
                httpPort,
                ocppPort,
                storage,
                tls,
                roots,
                authority,
                provisioning,
                stations,
                tariff,
                newPlausibility,
                adminToken,
                tap,
                clock);
    }

    /** The same with this bearer token for the HTTP interface, at least 16 characters. */
    public CsmsOptions withAdminToken(String newToken) {
        return new CsmsOptions(
                host,
                httpPort,
                ocppPort,
                storage,
                tls,
                roots,
                authority,
                provisioning,
                stations,
                tariff,
                plausibility,
                Optional.of(newToken),
                tap,
                clock);
    }

    /** The same with somebody who sees the frames. */
    public CsmsOptions tapped(FrameTap newTap) {
        return new CsmsOptions(
                host,
                httpPort,
                ocppPort,
                storage,
                tls,
                roots,
                authority,
                provisioning,
                stations,
                tariff,
                plausibility,
                adminToken,
                newTap,
                clock);
    }
}
