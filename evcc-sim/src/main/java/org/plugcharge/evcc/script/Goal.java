package org.plugcharge.evcc.script;

import java.time.Duration;

/** How long a driver charges, counted from plugging in. */
public sealed interface Goal {

    /** So many rounds of the charge loop. */
    record Loops(int loops) implements Goal {}

    /** So much energy, in Wh. */
    record Energy(long wattHours) implements Goal {}

    /** A battery as full as this, in thousandths. */
    record StateOfCharge(int permille) implements Goal {}

    /** So much time from the first delivery on. */
    record Time(Duration time) implements Goal {}
}
