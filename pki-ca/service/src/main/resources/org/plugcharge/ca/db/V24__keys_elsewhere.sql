-- Keys may live in a PKCS#11 token or in Vault: then the table of sealed keys does not know them.
alter table authority drop constraint authority_key_id_fkey;
alter table authority drop constraint authority_ocsp_signer_key_fkey;
