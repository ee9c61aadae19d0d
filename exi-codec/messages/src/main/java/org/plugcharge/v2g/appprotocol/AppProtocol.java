package org.plugcharge.v2g.appprotocol;

import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Range;
import org.plugcharge.exi.schema.Wire;
import org.plugcharge.exi.schema.Xs;

/**
 * One protocol the car offers: its namespace, version, the car's number for it (0 to 255), and its
 * rank, 1 being the one the car likes best.
 */
@ComplexType("AppProtocolType")
public record AppProtocol(
        @Wire(value = "ProtocolNamespace", xs = Xs.ANY_URI) @Length(max = 100)
                String protocolNamespace,
        @Wire(value = "VersionNumberMajor", xs = Xs.UNSIGNED_INT) long versionNumberMajor,
        @Wire(value = "VersionNumberMinor", xs = Xs.UNSIGNED_INT) long versionNumberMinor,
        @Wire(value = "SchemaID", xs = Xs.UNSIGNED_BYTE) int schemaId,
        @Wire(value = "Priority", xs = Xs.UNSIGNED_BYTE) @Range(min = 1, max = 20) int priority) {}
