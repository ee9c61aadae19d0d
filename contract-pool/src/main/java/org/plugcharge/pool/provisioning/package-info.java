/**
 * Decides which vehicle is registered, which order becomes a contract, and which car gets which
 * contract.
 *
 * <p>Never asks a database, a CA or a clock: what they say comes in as values.
 *
 * <p>Follows the ISO 15118-2 certificate installation and the put-checks of the provisioning pool
 * as public sources show them.
 */
@NullMarked
package org.plugcharge.pool.provisioning;

import org.jspecify.annotations.NullMarked;
