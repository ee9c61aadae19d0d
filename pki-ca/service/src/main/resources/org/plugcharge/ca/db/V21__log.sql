-- Certificates that are to be appended to the log; a row comes in the same commit as the certificate.
create table log_queue (
    certificate bigint primary key references certificate (id)
);

insert into log_queue (certificate) select id from certificate where der is not null;

-- The entries of the log. Salt and fingerprint are what ties an entry to a certificate: both can be erased.
create table log_leaf (
    index       bigint primary key,
    certificate bigint not null unique references certificate (id),
    logged_at   bigint not null,        -- milliseconds since 1970-01-01, UTC
    commitment  bytea not null,
    salt        bytea,
    fingerprint bytea unique
);

-- The perfect subtrees: level 0 holds the leaf hashes.
create table log_node (
    level smallint not null,
    index bigint not null,
    hash  bytea not null,
    primary key (level, index)
);

-- Every head that was signed.
create table log_head (
    size      bigint primary key,
    signed_at bigint not null,
    root      bytea not null,
    signature bytea not null
);

create function log_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the log is append-only';
end
$$;

create trigger log_node_is_append_only before update or delete or truncate on log_node
    for each statement execute function log_is_append_only();
create trigger log_head_is_append_only before update or delete or truncate on log_head
    for each statement execute function log_is_append_only();
create trigger log_leaf_is_append_only before delete or truncate on log_leaf
    for each statement execute function log_is_append_only();

-- Of an erased certificate the names are gone, and the octets; its serial number and its status stay.
alter table certificate add column erased_at timestamptz;
alter table certificate drop constraint certificate_check;
alter table certificate add check (der is null or issued_at is not null);
alter table certificate add check (issued_at is null or der is not null or erased_at is not null);
