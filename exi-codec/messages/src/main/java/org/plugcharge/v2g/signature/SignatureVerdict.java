package org.plugcharge.v2g.signature;

import java.util.List;

/** Whether a signature is good. */
public sealed interface SignatureVerdict {

    /** It covers exactly these elements, which are those the caller asked for. */
    record Good(List<SignedElement> elements) implements SignatureVerdict {

        /** Made by the verifier only in earnest; a copy of the list is kept. */
        public Good {
            elements = List.copyOf(elements);
        }
    }

    /** It is not, for this reason. */
    record Bad(Reason reason, String text) implements SignatureVerdict {}

    /** Why a signature is bad. */
    enum Reason {
        /** The header holds none. */
        MISSING,
        /** An element that has to be signed has no {@code Id}, or shares it with another. */
        ELEMENT_ID,
        /** The canonicalization is not canonical EXI. */
        CANONICALIZATION,
        /** The signature method is not that of the suite. */
        SIGNATURE_METHOD,
        /** There are more or fewer references than elements to be signed. */
        REFERENCE_COUNT,
        /** A reference points to none of the elements, or to one that another points to already. */
        REFERENCE_TARGET,
        /** A transform is not the one allowed. */
        TRANSFORM,
        /** A digest method is not that of the suite. */
        DIGEST_METHOD,
        /** An element's digest is another one. */
        DIGEST,
        /** The value has not the length of the suite. */
        VALUE_LENGTH,
        /** The key is not of the kind the suite needs. */
        KEY,
        /** The value does not fit the key and SignedInfo. */
        VALUE
    }
}
