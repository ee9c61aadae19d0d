/**
 * Decides how the contract pool is started: its options, its database, its port.
 *
 * <p>Never decides anything about contracts; that is {@code provisioning}'s.
 *
 * <p>Follows the roles of VDE-AR-E 2802-100-1 (root pool, provisioning pool, CPS, contract pool) as
 * public sources show them.
 */
@NullMarked
package org.plugcharge.pool;

import org.jspecify.annotations.NullMarked;
