package org.plugcharge.v2g.iso20;

/** What a car says. */
public interface Iso20Request extends Iso20Message {}
