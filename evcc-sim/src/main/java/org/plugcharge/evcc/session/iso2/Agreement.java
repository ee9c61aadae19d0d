package org.plugcharge.evcc.session.iso2;

import org.plugcharge.v2g.iso2.ChargingProfile;

/**
 * What charge parameter discovery led to: the schedule chosen, the plan under it, and the station's
 * limits (mA, W).
 */
public record Agreement(
        int scheduleTupleId, ChargingProfile profile, long maxMilliamps, long maxWatts) {}
