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
        /** A reference points to none of the elements. */
        REFERENCE_TARGET,
        /** A reference points to one of the elements, but not to the one whose turn it is. */
        REFERENCE_ORDER,
        /** A transform is not the one allowed. */
        TRANSFORM,
        /** A digest method is not that of the suite. */
        DIGEST_METHOD,
        /** An element's digest is another one. */
        DIGEST,
        /** The value has not the length of the suite. */
        VALUE_LENGTH,
        /** The key is not on the curve of the suite. */
        KEY,
        /** r or s is zero, or not less than the order of the curve. */
        VALUE_RANGE,
        /** The value does not fit the key and SignedInfo. */
        VALUE
    }
}
