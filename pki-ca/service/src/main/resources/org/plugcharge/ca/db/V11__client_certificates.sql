-- A client is known by a token or by the SHA-256 of its TLS certificate.
alter table client alter column token_sha256 drop not null;
alter table client add column certificate_sha256 bytea unique;
alter table client add check ((token_sha256 is null) <> (certificate_sha256 is null));
