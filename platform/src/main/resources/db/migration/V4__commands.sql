-- Downward commands as work orders.
create table command (
    command_id   bigint generated always as identity primary key,
    device_id    integer not null references device,
    cn           text not null,
    edition      text not null,
    parameters   jsonb not null,
    qn           text,
    state        text not null check (state in
        ('queued', 'sent', 'accepted', 'done', 'refused', 'failed', 'timed-out', 'cancelled')),
    attempts     integer not null default 0,
    data_frames  integer not null default 0,
    qn_rtn       text,
    exe_rtn      text,
    asked_by     text not null,
    reason       text not null check (reason <> ''),
    asked_at     timestamptz not null,
    sent_at      timestamptz,
    answered_at  timestamptz,
    finished_at  timestamptz,
    due_at       timestamptz,
    expires_at   timestamptz not null,
    unique (device_id, qn)
);
comment on column command.parameters is 'values by name of the catalogue, each a list of texts';
comment on column command.qn is 'names the exchange; given at the first sending and kept by every re-send';
comment on column command.attempts is 'how often it was sent';
comment on column command.data_frames is 'frames that came in answer to it';
comment on column command.asked_by is 'login of a person, token:NAME of a program, system';
comment on column command.due_at is 'when to send again or to give up; null once finished';
create index command_by_device on command (device_id, command_id desc);
create index command_due on command (due_at) where state in ('queued', 'sent', 'accepted');
create index command_open on command (device_id) where state in ('queued', 'sent', 'accepted');

create table command_event (
    command_id bigint not null references command,
    event_no   integer not null,
    at         timestamptz not null,
    what       text not null,
    bytes      bytea,
    note       text,
    primary key (command_id, event_no)
);
comment on column command_event.bytes is 'the frame sent or received';

-- How long a device is waited for, and how often it is asked again, as it was last told by command 1000.
create table device_timing (
    device_id   integer primary key references device,
    over_time_s integer not null check (over_time_s between 1 and 9999),
    re_count    integer not null check (re_count between 0 and 99),
    changed_at  timestamptz not null
);
