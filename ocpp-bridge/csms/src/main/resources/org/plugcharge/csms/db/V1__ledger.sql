-- Every table leads with the tenant: no key of one tenant can name a row of another.

create table station (
    tenant        text not null,
    id            text not null,
    password_salt bytea not null,
    password_hash bytea not null,
    secc_id       text,
    booted_at     timestamptz,
    seen_at       timestamptz,
    vendor        text,
    model         text,
    primary key (tenant, id)
);

create table connector (
    tenant    text not null,
    station   text not null,
    evse      int not null,
    connector int not null,
    status    text not null,
    at        timestamptz not null,
    primary key (tenant, station, evse, connector)
);

create table security_event (
    id          bigint generated always as identity primary key,
    tenant      text not null,
    station     text not null,
    type        text not null,
    at          timestamptz not null,
    tech_info   text,
    received_at timestamptz not null
);

create table token (
    tenant text not null,
    type   text not null,
    value  text not null,
    status text not null,
    primary key (tenant, type, value)
);

create table tariff (
    id          text not null,
    version     int not null,
    valid_from  timestamptz not null,
    currency    text not null,
    per_kwh     numeric not null,
    per_minute  numeric not null,
    per_session numeric not null,
    vat_percent numeric not null,
    primary key (id, version)
);

-- An authorisation freezes the tariff.
create table authorization_given (
    id             bigint generated always as identity primary key,
    tenant         text not null,
    station        text not null,
    token_type     text not null,
    token          text not null,
    at             timestamptz not null,
    tariff_id      text not null,
    tariff_version int not null,
    foreign key (tariff_id, tariff_version) references tariff
);
create index authorization_by_token on authorization_given (tenant, station, token_type, token, at);

-- Append-only: what a station said of a transaction, each thing once.
create table transaction_event (
    tenant         text not null,
    station        text not null,
    transaction_id text not null,
    seq_no         int not null,
    hash           bytea not null,
    type           text not null,
    payload        text not null,
    received_at    timestamptz not null,
    primary key (tenant, station, transaction_id, seq_no, hash)
);

-- What the events add up to so far; can be made anew from them at any time.
create table transaction_account (
    tenant         text not null,
    station        text not null,
    transaction_id text not null,
    state          text not null,
    detail         text not null,
    updated_at     timestamptz not null,
    primary key (tenant, station, transaction_id)
);

create table cdr (
    id             text primary key,
    tenant         text not null,
    station        text not null,
    transaction_id text not null,
    body           jsonb not null,
    created_at     timestamptz not null,
    unique (tenant, station, transaction_id)
);

-- Written together with the fact it announces; a sender takes rows from here.
create table outbox (
    id           bigint generated always as identity primary key,
    kind         text not null,
    subject      text not null,
    body         jsonb not null,
    created_at   timestamptz not null,
    delivered_at timestamptz,
    unique (kind, subject)
);
