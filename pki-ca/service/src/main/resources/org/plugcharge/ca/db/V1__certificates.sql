-- Private keys, sealed by the key-encryption key; the id is bound into the seal.
create table sealed_key (
    id         text primary key,
    sealed     bytea not null,
    created_at timestamptz not null default now()
);

-- Whoever may ask for something. Of a token only its SHA-256 is kept.
create table client (
    name         text primary key,
    token_sha256 bytea not null unique,
    roles        text[] not null,
    scopes       text[] not null
);

-- Every certificate ever meant to be issued. A row is written before the signature is made; der is null until it was.
create table certificate (
    id                bigint generated always as identity primary key,
    profile           text not null,
    issuer            text not null,
    serial            text not null,
    common_name       text not null,
    subject           text not null,
    key_sha256        bytea not null,
    not_before        timestamptz not null,
    not_after         timestamptz not null,
    tbs               bytea not null,
    der               bytea,
    client            text not null,
    intended_at       timestamptz not null,
    issued_at         timestamptz,
    revoked_at        timestamptz,
    revocation_reason text,
    unique (issuer, serial),
    check ((der is null) = (issued_at is null)),
    check ((revoked_at is null) = (revocation_reason is null))
);

create index certificate_by_name on certificate (profile, common_name);

-- One authority certificate and one current OCSP signer for each CA profile.
create table authority (
    profile            text primary key,
    certificate        bigint not null references certificate (id),
    ocsp_signer        bigint not null references certificate (id),
    ocsp_signer_key    text not null references sealed_key (id)
);
