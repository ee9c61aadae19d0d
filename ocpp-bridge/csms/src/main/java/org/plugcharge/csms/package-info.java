/**
 * The CSMS as a service: starts it, wires it, stops it. Decides which port, database and
 * certificate it has; never what a station or a bill may say. Follows the module's README.
 */
@NullMarked
package org.plugcharge.csms;

import org.jspecify.annotations.NullMarked;
