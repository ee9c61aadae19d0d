-- Every change of a certificate's status, numbered without gaps in the order of the commits:
-- whoever has read up to a number has missed nothing before it.
create table status_counter (
    only_row boolean primary key default true check (only_row),
    last     bigint not null
);

create table status_change (
    number      bigint primary key,
    certificate bigint not null references certificate (id),
    issuer      text not null,
    serial      text not null,
    changed_at  timestamptz not null,
    reason      text                    -- null: no longer on hold
);

create index status_change_by_issuer on status_change (issuer, number);
create index certificate_revoked on certificate (issuer) where revoked_at is not null;
create index certificate_expiring on certificate (not_after);

insert into status_change (number, certificate, issuer, serial, changed_at, reason)
select row_number() over (order by revoked_at, id), id, issuer, serial, revoked_at, revocation_reason
from certificate where revoked_at is not null;

insert into status_counter (last) select coalesce(max(number), 0) from status_change;

-- Revocation lists as they were published; numbers rise with every list of an issuer, full or delta.
create table revocation_list (
    issuer      text not null,
    number      bigint not null,
    base        bigint,                 -- of a delta: the full list it builds on
    up_to       bigint not null,        -- the last status change it knows
    this_update timestamptz not null,
    next_update timestamptz not null,
    der         bytea not null,
    primary key (issuer, number)
);

create table revocation_list_number (
    issuer text primary key,
    last   bigint not null
);
