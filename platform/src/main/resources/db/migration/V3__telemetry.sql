-- Frames: the bytes as they came, immutable, hash-chained per device, partitioned by the day of receipt (+08:00).
create table frame (
    device_id    integer not null,
    seq          bigint not null,
    received_day date not null,
    received_at  timestamptz not null,
    data_time    timestamptz not null,
    dedup_key    bigint not null,
    mn           text not null,
    qn           text not null,
    st           text not null,
    cn           text not null,
    pnum         smallint,
    pno          smallint,
    edition      text not null,
    verdict      smallint not null check (verdict between 0 and 3),
    findings     text[] not null,
    bytes        bytea not null,
    peer         text not null,
    reply        bytea,
    replied_at   timestamptz,
    prev_hash    bytea not null,
    hash         bytea not null,
    primary key (device_id, seq, received_day)
) partition by range (received_day);
comment on column frame.seq is 'position in the device''s chain, from 1 without gaps';
comment on column frame.received_day is 'Beijing date of receipt; never earlier than that of the frame before it in the chain, should the clock be set back';
comment on column frame.mn is 'as sent; the device''s own is in the table device';
comment on column frame.data_time is 'DataTime, else the time in QN, else received_at';
comment on column frame.dedup_key is 'first 64 bits of SHA-256 over MN, CN, QN, DataTime, PNUM, PNO, or over the bytes where there is no QN: a re-send has the same; 0: none';
comment on column frame.verdict is '0 accepted, 1 accepted with findings, 2 rejected, 3 junk';
comment on column frame.findings is 'CODE@offset, in wire order; details are decoded again when read';
comment on column frame.reply is 'the acknowledgement decided on in the same commit; replied_at is when it was due to be sent';
comment on column frame.hash is 'SHA-256(prev_hash, seq, received_at in microseconds since 1970, mn in UTF-8, SHA-256(bytes)), numbers as 8 bytes big-endian; the first prev_hash is 32 zero bytes';
create index frame_by_data_time on frame (device_id, data_time);

-- Minute, hour and day values as the device sent them. A re-send with another value is a new revision.
create table observation (
    device_id    integer not null,
    kind         text not null check (kind in ('minute', 'hour', 'day')),
    factor       text not null,
    data_time    timestamptz not null,
    revision     integer not null,
    as_sent      text not null,
    avg_value    numeric,
    min_value    numeric,
    max_value    numeric,
    total        numeric,
    zs_avg_value numeric,
    zs_min_value numeric,
    zs_max_value numeric,
    mark         text,
    other        jsonb,
    known_at     timestamptz not null,
    frame_day    date not null,
    frame_seq    bigint not null,
    primary key (device_id, kind, factor, data_time, revision)
) partition by range (data_time);
comment on column observation.data_time is 'start of the interval';
comment on column observation.total is 'xxx-Cou: amount in the interval, in the emission unit of the factor';
comment on column observation.other is 'suffixes without a column, and texts that are not numbers, as sent';
comment on column observation.known_at is 'when this revision became known: receipt of its frame';

-- How often which device sends which defect, kept in the transaction that stores the frames.
create table finding_day (
    device_id  integer not null,
    day        date not null,
    code       text not null,
    occurrences bigint not null,
    last_seq   bigint not null,
    last_day   date not null,
    primary key (day, device_id, code)
);
