package org.plugcharge.secc.session.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.v2g.iso2.EnergyTransferMode;
import org.plugcharge.v2g.iso2.PaymentOption;

/**
 * A session that a vehicle paused: who comes back with its id goes on with the same choices
 * [V2G2-740].
 */
public record PausedSession(Bytes id, PaymentOption payment, EnergyTransferMode mode) {}
