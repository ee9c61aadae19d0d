/**
 * Decides whether every public case of ISO 15118-4 and -5 has a test of ours or a reason.
 *
 * <p>Never plays a case: that is done beside the cores, from the same tables.
 *
 * <p>Follows the list of case ids beside the repository.
 */
@NullMarked
package org.plugcharge.evcc.conformance;

import org.jspecify.annotations.NullMarked;
