-- Roots, each for what it may be trusted for.
create table root (
    kind        text        not null check (kind in ('V2G', 'MO', 'OEM')),
    fingerprint bytea       not null check (octet_length(fingerprint) = 32),
    certificate bytea       not null check (octet_length(certificate) <= 10000),
    added_at    timestamptz not null,
    primary key (kind, fingerprint)
);

-- Vehicles: the provisioning certificate a PCID has at present, with its sub-CAs, as PEM.
create table vehicle (
    pcid          text        primary key check (pcid ~ '^[0-9A-Z]{17,18}$'),
    chain         text        not null check (length(chain) <= 100000),
    fingerprint   bytea       not null check (octet_length(fingerprint) = 32),
    valid_until   timestamptz not null,
    registered_at timestamptz not null
);

-- Contracts by their natural key. A row is written before anything is signed (ORDERED); whoever works on it holds the claim.
create table contract (
    emaid         text        not null check (emaid ~ '^[A-Z]{2}[0-9A-Z]{12}$'),
    pcid          text        not null references vehicle,
    begins        timestamptz not null,
    ends          timestamptz not null check (ends > begins),
    state         text        not null check (state in ('ORDERED', 'READY', 'LAPSED', 'CANCELLED')),
    attempt       integer     not null default 0,
    claimed_until timestamptz,
    ordered_at    timestamptz not null,
    ready_at      timestamptz,
    delivered_at  timestamptz,
    primary key (emaid, pcid)
);
create index contract_by_pcid on contract (pcid);

-- Every contract certificate the CA issued for us, so that one that came to nothing can be revoked.
create table contract_certificate (
    fingerprint bytea       primary key check (octet_length(fingerprint) = 32),
    emaid       text        not null,
    pcid        text        not null,
    certificate bytea       not null,
    issued_at   timestamptz not null,
    revoked_at  timestamptz,
    foreign key (emaid, pcid) references contract
);
create index contract_certificate_in_use on contract_certificate (emaid, pcid) where revoked_at is null;

-- What is handed to the car: one signed response for each V2G root, complete but for the session id.
create table bundle (
    emaid       text   not null,
    pcid        text   not null,
    v2g_root    bytea  not null check (octet_length(v2g_root) = 32),
    root_serial text   not null,
    message     bytea  not null check (octet_length(message) <= 65536),
    primary key (emaid, pcid, v2g_root),
    foreign key (emaid, pcid) references contract
);

-- What the eMSP is told, in order; written in the transaction of the fact it tells of.
create table outbox (
    id         bigint      generated always as identity primary key,
    provider   text        not null,
    kind       text        not null,
    emaid      text        not null,
    pcid       text        not null,
    happened_at timestamptz not null
);
