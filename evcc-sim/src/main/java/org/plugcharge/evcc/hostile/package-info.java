/**
 * Decides how a car can misbehave at a station, what the station must do then, and whether it did.
 *
 * <p>Never harms beyond what one car at one cable can do, and says nothing of a station that could
 * not be brought to the point where the misbehaviour begins: that is not tried, neither passed nor
 * failed.
 *
 * <p>The demands are those of ISO 15118-2 by the requirement ids cited, and of the attacks on
 * stations that were published; the numbers of the latter are those of the table in the README.
 */
@NullMarked
package org.plugcharge.evcc.hostile;

import org.jspecify.annotations.NullMarked;
