-- An authority's "profile" is its id: the profile's, and from the second generation on with .g2, .g3, ... behind it.
-- "kind" is the profile itself. An authority without key_id has its key elsewhere: an offline root.
alter table authority add column kind text;
alter table authority add column key_id text references sealed_key (id);
update authority set kind = profile, key_id = profile;
alter table authority alter column kind set not null;
alter table authority alter column ocsp_signer drop not null;
alter table authority alter column ocsp_signer_key drop not null;
