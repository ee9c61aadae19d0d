/**
 * Decides what the demo of the whole runs, and how a session is shown to people: on a terminal
 * while it runs, as a page after it.
 *
 * <p>Never takes part in a protocol: what it shows was collected by the hosts of both sides, and
 * what a peer said is shown escaped.
 *
 * <p>Follows no standard; names are those of ISO 15118-2, OCPP 2.0.1 and OCPI.
 */
@NullMarked
package org.plugcharge.evcc.demo;

import org.jspecify.annotations.NullMarked;
