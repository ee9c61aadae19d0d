/**
 * Decides on which Java a command runs, and finds what its class path may hold twice; compiled for
 * Java 8, so that an old one can still say what is missing.
 *
 * <p>Never knows what the command does: it is named in the manifest of the jar.
 *
 * <p>Follows no standard.
 */
package org.plugcharge.start;
