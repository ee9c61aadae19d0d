-- Which contract is used where; at is the latest time an event of the transaction speaks of.
create table contract_use (
    tenant         text not null,
    emaid          text not null,
    station        text not null,
    transaction_id text not null,
    at             timestamptz not null,
    ended          boolean not null,
    primary key (tenant, station, transaction_id)
);
create index contract_use_open on contract_use (tenant, emaid) where not ended;
