-- What is done, or shall be, with a CA. "act" is the text approvers sign, octet by octet; "material" the certificate or request it names by hash.
create table ceremony (
    id           text primary key,
    act          text not null,
    material     text,
    proposed_at  timestamptz not null,
    performed_at timestamptz,
    result       text
);

create table approval (
    ceremony  text not null references ceremony (id),
    approver  text not null,
    signature bytea not null,
    given_at  timestamptz not null,
    primary key (ceremony, approver)
);

-- The signed transcript, one JSON line a row, each with the hash of the one before. Nothing is ever changed or removed.
create table transcript (
    number bigint primary key,
    line   text not null
);

create function transcript_stands() returns trigger language plpgsql as $$
begin
    raise exception 'the transcript is append-only';
end $$;

create trigger transcript_stands before update or delete or truncate on transcript
    for each statement execute function transcript_stands();
