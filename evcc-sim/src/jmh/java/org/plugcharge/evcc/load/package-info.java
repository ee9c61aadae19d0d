/** Measures how many vehicles one station process serves, and how fast; not a test. */
@NullMarked
package org.plugcharge.evcc.load;

import org.jspecify.annotations.NullMarked;
