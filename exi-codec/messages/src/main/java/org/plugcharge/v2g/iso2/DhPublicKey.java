package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Text;
import org.plugcharge.exi.schema.Xs;

/** The sender's ephemeral key, an uncompressed P-256 point of 65 octets. */
@ComplexType("DiffieHellmanPublickeyType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record DhPublicKey(
        @Attribute(value = "Id", xs = Xs.ID) String id, @Text @Length(max = 65) Bytes value) {}
