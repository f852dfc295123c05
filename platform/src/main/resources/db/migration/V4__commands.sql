-- Downward commands as work orders.
create table command (
    command_id   bigint generated always as identity primary key,
    device_id    integer not null references device,
    cn           text not null,
    parameters   jsonb not null,
    qn           text,
    edition      text not null,
    state        text not null check (state in
        ('queued', 'sent', 'accepted', 'done', 'refused', 'failed', 'timed-out', 'cancelled')),
    attempts     integer not null default 0,
    qn_rtn       text,
    exe_rtn      text,
    asked_by     text not null,
    reason       text not null,
    asked_at     timestamptz not null,
    sent_at      timestamptz,
    answered_at  timestamptz,
    finished_at  timestamptz,
    expires_at   timestamptz not null
);
create index command_by_device on command (device_id, command_id desc);
create index command_open on command (device_id) where state in ('queued', 'sent', 'accepted');
create table command_event (
    command_id bigint not null references command,
    at         timestamptz not null,
    what       text not null,
    bytes      bytea,
    primary key (command_id, at, what)
);
