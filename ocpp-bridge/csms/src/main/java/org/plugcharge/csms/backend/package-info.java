/**
 * Decides how the services behind the CSMS are asked: the certificate authority, the contract pool,
 * OCSP responders. Never decides what an answer means for a driver. Follows the REST interfaces of
 * those services and RFC 6960.
 */
@NullMarked
package org.plugcharge.csms.backend;

import org.jspecify.annotations.NullMarked;
