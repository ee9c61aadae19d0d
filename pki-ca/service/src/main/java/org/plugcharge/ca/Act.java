package org.plugcharge.ca;

import org.plugcharge.certs.CertificateProfile;
import org.plugcharge.certs.Profiles;
import org.plugcharge.exi.Bytes;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What shall be done with a CA.
 *
 * @param text JSON on one line: what approvers read and sign, octet by octet
 * @param profile of the CA; of the root for those that cross roots
 * @param material the certificate or request it is about; its SHA-256 stands in the text
 */
record Act(
        String id, String text, Kind kind, CertificateProfile profile, Optional<Bytes> material) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What can be done. */
    enum Kind {
        /** Makes a CA, or its next generation, below the newest CA above it. */
        CREATE(true, false),
        /** Makes the key of a CA whose certificate is signed elsewhere, and shows its request. */
        REQUEST(false, false),
        /** Signs the sub-CA of a request that was made elsewhere. */
        SIGN(true, true),
        /** Takes over a CA certificate, or a cross-certificate, that was signed elsewhere. */
        IMPORT(true, true),
        /** Makes the next generation of a root, and the two certificates that link both. */
        ROLL_OVER(true, false),
        /** Certifies the root of somebody else. */
        CROSS_CERTIFY(true, true);

        final boolean needsApproval;
        final boolean needsMaterial;

        Kind(boolean needsApproval, boolean needsMaterial) {
            this.needsApproval = needsApproval;
            this.needsMaterial = needsMaterial;
        }

        /** As it stands in the text, {@code roll-over}. */
        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> of(String text) {
            return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
        }
    }

    static Act propose(
            String id,
            Kind kind,
            CertificateProfile profile,
            Optional<Bytes> material,
            String proposedBy,
            Instant now) {
        var text =
                JSON.createObjectNode()
                        .put("id", id)
                        .put("act", kind.text())
                        .put("profile", profile.id());
        material.ifPresent(octets -> text.put("sha256", Transcript.sha256(octets).toHex()));
        text.put("proposedBy", proposedBy).put("proposedAt", now.toString());
        return new Act(id, JSON.writeValueAsString(text), kind, profile, material);
    }

    static Act of(String text, Optional<Bytes> material) {
        JsonNode node = JSON.readTree(text);
        return new Act(
                node.path("id").asString(),
                text,
                Kind.of(node.path("act").asString()).orElseThrow(),
                Profiles.byId(node.path("profile").asString()).orElseThrow(),
                material);
    }
}
