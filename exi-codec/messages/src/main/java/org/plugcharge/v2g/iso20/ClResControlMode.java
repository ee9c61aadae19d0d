package org.plugcharge.v2g.iso20;

import org.plugcharge.exi.schema.SubstitutionGroup;

/**
 * What a station offers in a charge loop, in the control mode of the session; each message set
 * seals its own members below this.
 */
@SubstitutionGroup("CLResControlMode")
public interface ClResControlMode {}
