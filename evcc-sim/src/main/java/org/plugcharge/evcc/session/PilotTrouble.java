package org.plugcharge.evcc.session;

/** What a car may see on the control pilot that ends its session at once. */
public enum PilotTrouble {
    /** E or F: the station can't deliver. */
    FAULT,
    /** No pilot any more: the cable was pulled, or a wire of it is broken. */
    GONE
}
