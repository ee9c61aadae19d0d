/**
 * Decides what a transaction cost: which of its events count, whether they are complete and
 * believable, how much energy and time they add up to, what a tariff makes of them. Never stores,
 * never looks at the order of arrival, never sees a clock. Follows OCPP 2.0.1 (transaction events,
 * sequence numbers) and the cost dimensions of OCPI 2.2.1; the rounding rule is our own.
 */
@NullMarked
package org.plugcharge.csms.rating;

import org.jspecify.annotations.NullMarked;
