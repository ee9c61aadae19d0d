package org.plugcharge.ca;

import org.jspecify.annotations.Nullable;
import org.plugcharge.certs.CertificateOrder;
import org.plugcharge.certs.CertificateProfile;
import org.plugcharge.certs.CertificateRequest;
import org.plugcharge.certs.Emaid;
import org.plugcharge.certs.IdentifierException;
import org.plugcharge.certs.Iso2Profile;
import org.plugcharge.certs.Pcid;
import org.plugcharge.certs.Subject;
import org.plugcharge.certs.VehicleEvccid;
import org.plugcharge.exi.Bytes;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a client gets a certificate for the key of a CSR, and what stands in it: the name
 * within the client's rights, everything else by the profile. Of the CSR only key and proof of
 * possession count.
 */
final class Enrolment {

    private static final int MAX_HOST_NAMES = 16;

    private final Authorities authorities;
    private final CertificateTable table;
    private final Claims claims;
    private final InstantSource clock;

    Enrolment(Authorities authorities, CertificateTable table, InstantSource clock) {
        this.authorities = authorities;
        this.table = table;
        this.claims = new Claims(table);
        this.clock = clock;
    }

    /** What is asked for, beside the key. */
    record Wish(
            CertificateProfile profile,
            @Nullable String commonName,
            @Nullable String organization,
            @Nullable String country,
            List<String> hostNames,
            @Nullable Instant notAfter) {

        /** Copies the list. */
        Wish {
            hostNames = List.copyOf(hostNames);
        }

        /** The automaker in a vehicle's name is who asks, unless it says otherwise. [V2G20-2598] */
        Wish by(Client client) {
            return organization == null && profile.hasBareName()
                    ? new Wish(profile, commonName, client.name(), country, hostNames, notAfter)
                    : this;
        }

        /** A name and nothing more. */
        static Wish named(CertificateProfile profile, @Nullable String commonName) {
            return new Wish(profile, commonName, null, null, List.of(), null);
        }
    }

    /**
     * What became of it.
     *
     * @param isNew false if the client had this certificate already
     * @param refusedExtensions wishes of the CSR that were not fulfilled, object identifiers
     */
    record Outcome(CertificateTable.Row row, boolean isNew, List<String> refusedExtensions) {}

    /** Issues, or finds what was issued before; {@link Problem} if nothing is issued. */
    Outcome enrol(Client client, Wish wish, CertificateRequest csr) {
        requireRights(client, wish);
        CertificateOrder order = order(wish.by(client), csr);
        Instant now = clock.instant();
        Bytes claim =
                Claims.of(
                        order.profile(), client.name(), order.subject().commonName(), order.key());
        return outcome(
                claims.once(
                        claim,
                        row -> row.isGoodForHalfItsLife(now),
                        () -> authorities.issue(order, client.name(), claim, now)),
                csr);
    }

    /** Issues what follows {@code former}: the same name and profile, for the key of the CSR. */
    Outcome renew(CertificateTable.Row former, CertificateRequest csr) {
        requireKey(former.profile(), csr);
        requireNoCa(csr);
        Instant now = clock.instant();
        String commonName = former.certificate().commonName().orElse("");
        Bytes claim = Claims.of(former.profile(), former.client(), commonName, csr.key());
        return outcome(
                claims.once(
                        claim,
                        row -> row.id() != former.id() && row.isGoodForHalfItsLife(now),
                        () -> authorities.renew(former, csr.key(), claim, now)),
                csr);
    }

    private static Outcome outcome(Claims.Issued issued, CertificateRequest csr) {
        CertificateTable.Row row = issued.row();
        return new Outcome(row, issued.isNew(), csr.refusedBy(row.certificate()));
    }

    /** A certificate of this client and name that is good now; the newest. */
    Optional<CertificateTable.Row> former(Client client, Wish wish) {
        String commonName = commonName(wish.profile(), wish.commonName());
        return table.good(wish.profile(), commonName, client.name(), clock.instant());
    }

    /** 403 unless the client may have what it wishes for, the name included. */
    static void requireRights(Client client, Wish wish) {
        if (!client.mayHave(wish.profile())
                || !client.mayEnrol(
                        wish.profile(), commonName(wish.profile(), wish.commonName()))) {
            throw Problem.rights(client, wish.profile());
        }
    }

    /** What would be issued for whoever has the right to it; {@link Problem} for a refusal. */
    static CertificateOrder order(Wish wish, CertificateRequest csr) {
        String commonName = commonName(wish.profile(), wish.commonName());
        requireKey(wish.profile(), csr);
        requireNoCa(csr);
        try {
            Subject subject = Subject.named(commonName);
            subject = wish.organization() == null ? subject : subject.of(wish.organization());
            subject = wish.country() == null ? subject : subject.in(wish.country());
            CertificateOrder order = CertificateOrder.of(wish.profile(), subject, csr.key());
            order = wish.notAfter() == null ? order : order.until(wish.notAfter());
            return order.forHosts(hostNames(wish.profile(), wish.hostNames()));
        } catch (IllegalArgumentException e) {
            throw Problem.unprocessable("ca.subject", String.valueOf(e.getMessage()));
        }
    }

    private static void requireNoCa(CertificateRequest csr) {
        if (csr.asksForCa()) {
            throw Problem.unprocessable(
                    "ca.csr-extension", "the CSR asks for a CA certificate: nothing is issued");
        }
    }

    private static void requireKey(CertificateProfile profile, CertificateRequest csr) {
        if (csr.key().type().filter(profile.keyType()::equals).isEmpty()) {
            throw Problem.unprocessable(
                    profile.edition().id() + ".curve",
                    "%s is for %s keys, the CSR has %s"
                            .formatted(
                                    profile.id(),
                                    profile.keyType(),
                                    csr.key().type().map(Enum::name).orElse("another")));
        }
    }

    private static List<String> hostNames(CertificateProfile profile, List<String> given) {
        boolean server = profile.extendedKeyUsages().contains(Iso2Profile.SERVER_AUTH);
        if (!server && !given.isEmpty()) {
            throw Problem.unprocessable(
                    "ca.host-names", "only a server certificate has host names");
        }
        boolean good =
                given.size() <= MAX_HOST_NAMES
                        && given.stream().allMatch(name -> name.matches("[0-9A-Za-z.:-]{1,253}"));
        if (!good) {
            throw Problem.unprocessable("ca.host-names", "at most 16 DNS names or addresses");
        }
        return given;
    }

    /** The one form of a name; {@link Problem} for one that is none of this profile. */
    static String commonName(CertificateProfile profile, @Nullable String name) {
        if (name == null) {
            throw Problem.unprocessable(
                    "ca.common-name", "commonName is needed: a CSR's own name is not believed");
        }
        try {
            return switch (profile.commonName()) {
                case EMAID -> Emaid.parse(name).canonical();
                case PCID, LONG_PCID -> Pcid.parse(name).text();
                case EVCCID -> VehicleEvccid.parse(name).canonical();
                case FREE -> name;
            };
        } catch (IdentifierException e) {
            throw Problem.unprocessable(
                    profile.edition().id() + ".common-name", String.valueOf(e.getMessage()));
        }
    }
}
