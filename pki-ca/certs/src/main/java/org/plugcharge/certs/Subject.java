package org.plugcharge.certs;

import org.bouncycastle.asn1.DERIA5String;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

import java.util.Optional;

/**
 * A name to be written into a certificate: CN, then O, C and DC where given, each at most once.
 *
 * @param commonName 1 to 64 characters
 * @param organization 1 to 64 characters
 * @param country two letters
 * @param domainComponent V2G, CPO, MO, OEM or CPS
 */
public record Subject(
        String commonName,
        Optional<String> organization,
        Optional<String> country,
        Optional<String> domainComponent) {

    private static final int MAX_CHARACTERS = 64;

    /** {@link IllegalArgumentException} for an empty or too long part. */
    public Subject {
        check("CN", commonName);
        organization.ifPresent(text -> check("O", text));
        domainComponent.ifPresent(text -> check("DC", text));
        if (country.isPresent() && !country.get().matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("expected a country of two letters");
        }
    }

    /** A common name alone. */
    public static Subject named(String commonName) {
        return new Subject(commonName, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same with an organization. */
    public Subject of(String newOrganization) {
        return new Subject(commonName, Optional.of(newOrganization), country, domainComponent);
    }

    /** The same with a country. */
    public Subject in(String newCountry) {
        return new Subject(commonName, organization, Optional.of(newCountry), domainComponent);
    }

    /** The same with another domain component, or none. */
    public Subject within(Optional<String> newDomainComponent) {
        return new Subject(commonName, organization, country, newDomainComponent);
    }

    X500Name name() {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE);
        name.addRDN(BCStyle.CN, new DERUTF8String(commonName));
        organization.ifPresent(text -> name.addRDN(BCStyle.O, new DERUTF8String(text)));
        country.ifPresent(text -> name.addRDN(BCStyle.C, new DERPrintableString(text)));
        domainComponent.ifPresent(text -> name.addRDN(BCStyle.DC, new DERIA5String(text)));
        return name.build();
    }

    private static void check(String part, String text) {
        if (text.isBlank()
                || text.length() > MAX_CHARACTERS
                || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("expected " + part + " of 1 to 64 characters");
        }
    }
}
