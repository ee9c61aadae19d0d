package org.plugcharge.certs;

import static org.plugcharge.certs.LintRule.error;
import static org.plugcharge.certs.LintRule.warning;

import java.util.List;
import java.util.Set;

/**
 * The rules only ISO 15118-20 has; those of names are told, not enforced, where sources are few.
 */
final class Iso20Rules {

    private static final int KEY_IDENTIFIER_OCTETS = 8;
    private static final Set<String> CN_AND_O = Set.of("2.5.4.3", "2.5.4.10");

    private Iso20Rules() {}

    static List<LintRule> all() {
        return List.of(
                error(
                                "iso20.vehicle-name",
                                "[V2G20-2598]",
                                s ->
                                        s.fields().subjectAttributes().size() == 2
                                                && Set.copyOf(s.fields().subjectAttributes())
                                                        .equals(CN_AND_O),
                                _ -> "a name of CN and O alone")
                        .when(s -> s.profile().hasBareName()),
                error(
                                "iso20.contract-key-identifier",
                                "key delivery: the AAD has a subject key identifier of 8 octets,"
                                        + " [V2G20-2491] to [V2G20-2510]",
                                s ->
                                        s.fields()
                                                .subjectKeyIdentifier()
                                                .filter(id -> id.length() == KEY_IDENTIFIER_OCTETS)
                                                .isPresent(),
                                _ -> "a subject key identifier of 8 octets")
                        .when(s -> is(s, Iso20Profile.CONTRACT_LEAF)),
                warning(
                                "iso20.pcid-check-character",
                                "presumed: the algorithm of the eMAID; not confirmed by an open"
                                        + " source",
                                s ->
                                        s.fields().commonNames().stream()
                                                .allMatch(Iso20Rules::hasPresumedCheck),
                                _ -> "an 18th character by the presumed algorithm")
                        .when(s -> is(s, Iso20Profile.OEM_PROVISIONING_LEAF)),
                warning(
                                "iso20.secc-name",
                                "SECCID as common name: Hubject's documentation",
                                s ->
                                        s.fields().commonNames().stream()
                                                .allMatch(Iso20Rules::isSeccid),
                                _ -> "a SECCID as common name")
                        .when(s -> is(s, Iso20Profile.SECC_LEAF)),
                warning(
                                "iso20.lab",
                                "[V2G20-2674], [V2G20-2319]",
                                s -> s.profile().edition() != Edition.LAB,
                                _ -> "P-521 or Ed448: P-256 is for laboratories")
                        .when(s -> s.profile().edition() != Edition.ISO2));
    }

    private static boolean is(LintSubject subject, Iso20Profile role) {
        CertificateProfile profile = subject.profile();
        return profile.edition() != Edition.ISO2
                && profile.id().equals(role.profile(profile.keyType()).id());
    }

    private static boolean hasPresumedCheck(String name) {
        try {
            return Pcid.parse(name).hasPresumedCheckCharacter();
        } catch (IdentifierException e) {
            return false;
        }
    }

    private static boolean isSeccid(String name) {
        try {
            return Seccid.parse(name).canonical().equals(name);
        } catch (IdentifierException e) {
            return false;
        }
    }
}
