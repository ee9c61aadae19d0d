package org.plugcharge.evcc.fleet;

import org.plugcharge.evcc.host.Approach;
import org.plugcharge.evcc.hostile.Target;

/** One connector: how a car comes to it, and how one that means ill. */
public record Stall(Approach approach, Target target) {}
