package org.plugcharge.v2g.v2gtp;

/**
 * What the decoder found in the octets: a frame, a frame to be ignored, or the end of all sense in
 * this connection.
 */
public sealed interface V2gtpEvent permits V2gtpFrame, Skipped, Broken {}
