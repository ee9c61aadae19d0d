package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.SubstitutionGroup;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/** Status of a station, AC or DC, with its notice to the car. */
@SubstitutionGroup("EVSEStatus")
@Namespace(Iso2Namespaces.DATA_TYPES)
public sealed interface EvseStatus permits AcEvseStatus, DcEvseStatus {

    /** Seconds within which the car has to obey the notification. */
    @Wire(value = "NotificationMaxDelay", xs = Xs.UNSIGNED_SHORT)
    int notificationMaxDelay();

    /** What the station asks of the car. */
    @Wire("EVSENotification")
    EvseNotification notification();
}
