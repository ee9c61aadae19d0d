/**
 * Decides how HomePlug management messages lie in Ethernet frames, and what the keys and
 * identifiers in them are.
 *
 * <p>Never decides what to answer, never keeps state, and lets nothing but {@link
 * org.plugcharge.plc.mme.MmeException} escape.
 *
 * <p>Follows HomePlug Green PHY 1.1 and ISO 15118-3 Annex A as far as public implementations show
 * them.
 */
@NullMarked
package org.plugcharge.plc.mme;

import org.jspecify.annotations.NullMarked;
