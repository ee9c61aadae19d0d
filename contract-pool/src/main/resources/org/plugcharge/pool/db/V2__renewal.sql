-- Until when the provider lets cars renew a contract's certificate, and until when the renewed one holds.
alter table contract add column renew_until timestamptz;
alter table contract add column renewed_until timestamptz;

-- The certificate another one was issued to replace.
alter table contract_certificate add column replaces bytea references contract_certificate;

-- Renewals by the certificate that is replaced. A row is written before anything is signed; whoever works on it holds the claim.
create table renewal (
    replaced      bytea       primary key references contract_certificate,
    attempt       integer     not null default 1,
    claimed_until timestamptz,
    begun_at      timestamptz not null,
    ready_at      timestamptz,
    successor     bytea       references contract_certificate
);

-- What the car is answered: one signed response for each V2G root, complete but for the session id.
create table renewed_bundle (
    replaced    bytea not null references renewal,
    v2g_root    bytea not null check (octet_length(v2g_root) = 32),
    root_serial text  not null,
    message     bytea not null check (octet_length(message) <= 65536),
    primary key (replaced, v2g_root)
);
