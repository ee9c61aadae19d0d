package org.plugcharge.v2g.iso20.commonmessages;

import org.plugcharge.exi.Bytes;
import org.plugcharge.exi.schema.Choice;
import org.plugcharge.exi.schema.Group;
import org.plugcharge.exi.schema.Length;
import org.plugcharge.exi.schema.Wire;

/** The contract's private key, encrypted for the car or for the TPM in it. */
@Choice
public sealed interface EncryptedPrivateKey
        permits EncryptedPrivateKey.Secp521, EncryptedPrivateKey.X448, EncryptedPrivateKey.Tpm {

    /** A P-521 key of 66 octets, with initialization vector and tag. */
    @Group
    record Secp521(@Wire("SECP521_EncryptedPrivateKey") @Length(min = 94, max = 94) Bytes octets)
            implements EncryptedPrivateKey {}

    /** An X448 key of 56 octets, with initialization vector and tag. */
    @Group
    record X448(@Wire("X448_EncryptedPrivateKey") @Length(min = 84, max = 84) Bytes octets)
            implements EncryptedPrivateKey {}

    /** A P-521 key wrapped for import into the car's TPM 2.0. */
    @Group
    record Tpm(@Wire("TPM_EncryptedPrivateKey") @Length(min = 206, max = 206) Bytes octets)
            implements EncryptedPrivateKey {}
}
