package org.plugcharge.secc.session.iso2;

import org.plugcharge.secc.evse.AcLimits;
import org.plugcharge.secc.evse.DcLimits;
import org.plugcharge.secc.evse.EvseLimits;
import org.plugcharge.secc.evse.Identification;
import org.plugcharge.v2g.iso2.EnergyTransferMode;

/**
 * What charge parameter discovery led to: {@code identification} may charge, and was offered these
 * schedules.
 */
sealed interface Agreement {

    Identification identification();

    Offered offered();

    EvseLimits limits();

    EnergyTransferMode mode();

    /** Direct current. */
    record Dc(
            Identification identification,
            Offered offered,
            DcLimits limits,
            EnergyTransferMode mode)
            implements Agreement {}

    /** Alternating current. */
    record Ac(
            Identification identification,
            Offered offered,
            AcLimits limits,
            EnergyTransferMode mode)
            implements Agreement {

        int phases() {
            return mode == EnergyTransferMode.AC_THREE_PHASE_CORE ? limits.phases() : 1;
        }

        /** The current of each phase that makes this power. */
        int milliAmps(int watts) {
            return limits.milliAmps(phases(), watts);
        }
    }
}
