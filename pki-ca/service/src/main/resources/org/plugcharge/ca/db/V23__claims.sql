-- The natural key of an enrolment: SHA-256 over profile, client and common name, a line feed behind each, and the key's hash.
-- One row holds it, from its intent on, until half its life is over or it is revoked: two requests at one moment,
-- at whichever instance, are one certificate.
alter table certificate add column claim bytea unique;

update certificate set claim = newest.claim
from (
    select distinct on (profile, client, common_name, key_sha256)
        id, sha256(convert_to(profile || E'\n' || client || E'\n' || common_name || E'\n', 'UTF8') || key_sha256) as claim
    from certificate
    where der is not null and revoked_at is null and client <> 'pki-ca'
    order by profile, client, common_name, key_sha256, id desc
) newest
where certificate.id = newest.id;
