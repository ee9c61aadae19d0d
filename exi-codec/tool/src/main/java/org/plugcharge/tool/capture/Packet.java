package org.plugcharge.tool.capture;

import org.plugcharge.exi.Bytes;

import java.time.Instant;

/**
 * One packet as captured.
 *
 * @param number counted from 1, as other programs number the packets of the file
 * @param time when it was captured
 * @param linkType what the octets begin with: a LINKTYPE number of the capture formats
 * @param octets what was kept of it
 * @param length how long it was on the link
 */
public record Packet(long number, Instant time, int linkType, Bytes octets, long length) {}
