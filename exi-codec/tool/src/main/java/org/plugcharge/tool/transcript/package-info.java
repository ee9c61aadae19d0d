/**
 * Decides how a transcript looks: as text for a terminal, as JSON lines for programs, as one HTML
 * page to pass on.
 *
 * <p>Never decides what is in it, and never keeps more of it than what is still being folded
 * together.
 *
 * <p>Follows JSON (RFC 8259), and HTML with everything escaped that came from a peer.
 */
@NullMarked
package org.plugcharge.tool.transcript;

import org.jspecify.annotations.NullMarked;
