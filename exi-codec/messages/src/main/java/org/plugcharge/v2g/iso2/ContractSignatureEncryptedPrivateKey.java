package org.plugcharge.v2g.iso2;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Attribute;
import org.plugcharge.exi.schema.ComplexType;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Namespace;
import org.plugcharge.exi.schema.Text;
import org.plugcharge.exi.schema.Xs;

/** The contract key wrapped for the car: IV (16 octets) and ciphertext (32 octets). */
@ComplexType("ContractSignatureEncryptedPrivateKeyType")
@Namespace(Iso2Namespaces.DATA_TYPES)
public record ContractSignatureEncryptedPrivateKey(
        @Attribute(value = "Id", xs = Xs.ID) String id, @Text @Length(max = 48) Bytes value) {}
