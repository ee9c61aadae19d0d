/**
 * Decides how HTTP requests become values and verdicts become answers: who may ask what, how long a
 * body may be, what an error says.
 *
 * <p>Never decides about contracts.
 *
 * <p>Follows RFC 6750 (bearer tokens) and RFC 9457 (problem details).
 */
@NullMarked
package org.plugcharge.pool.rest;

import org.jspecify.annotations.NullMarked;
