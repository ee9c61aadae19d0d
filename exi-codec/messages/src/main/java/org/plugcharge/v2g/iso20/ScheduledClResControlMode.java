package org.plugcharge.v2g.iso20;

/** Scheduled mode: the station only states its limits. */
public interface ScheduledClResControlMode extends ClResControlMode {}
