/**
 * Decides how vehicles, contracts, bundles and events lie in PostgreSQL, and what is written in one
 * transaction.
 *
 * <p>Never decides whether something may be written; it is told.
 *
 * <p>Follows the schema in {@code org/plugcharge/pool/db}.
 */
@NullMarked
package org.plugcharge.pool.store;

import org.jspecify.annotations.NullMarked;
