/**
 * Decides how people and programs of the operator read what the CSMS knows and register stations,
 * tokens and tariffs. Never shows a password and lets nobody in without the token. Follows the
 * module's README.
 */
@NullMarked
package org.plugcharge.csms.rest;

import org.jspecify.annotations.NullMarked;
