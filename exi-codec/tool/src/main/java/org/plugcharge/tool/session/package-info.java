/**
 * Decides which message octets are, given the payload type they came under and what was negotiated
 * before, and what of it a reader wants to see first.
 *
 * <p>Never judges a message: rules do.
 *
 * <p>Follows the message sets of {@code org.plugcharge.v2g} and the namespaces of
 * supportedAppProtocol.
 */
@NullMarked
package org.plugcharge.tool.session;

import org.jspecify.annotations.NullMarked;
