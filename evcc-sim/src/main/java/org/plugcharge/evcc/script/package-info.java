/**
 * Decides what a script and a kind of car mean, runs a script at a station, and says what was other
 * than expected.
 *
 * <p>Never decides about a message: what a step leads to is the session's business.
 *
 * <p>Scripts are YAML 1.2 of the plainest kind (no anchors, no tags, no repeated keys, at most 64
 * KiB), described in the README; they follow no standard.
 */
@NullMarked
package org.plugcharge.evcc.script;

import org.jspecify.annotations.NullMarked;
