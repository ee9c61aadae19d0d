/**
 * Decides what octets went by: reads capture files, takes off link, IP, UDP and TCP, and puts each
 * direction of a TCP connection together again.
 *
 * <p>Never looks into what the octets mean, and never keeps more of a connection than what is still
 * out of order.
 *
 * <p>Follows the pcap and pcapng file formats, IEEE 802.3 and 802.1Q, Linux cooked captures, RFC
 * 8200, RFC 791 and RFC 9293.
 */
@NullMarked
package org.plugcharge.tool.capture;

import org.jspecify.annotations.NullMarked;
