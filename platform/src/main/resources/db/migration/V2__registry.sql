-- Devices: one row per MN ever heard of. An unknown MN is quarantined, never dropped.
create table device (
    device_id      integer generated always as identity primary key,
    mn             text not null unique,
    name           text not null,
    status         text not null check (status in ('registered', 'quarantine')),
    medium         text not null check (medium in ('waste-water', 'flue-gas', 'surface-water', 'air', 'noise', 'other')),
    district_code  text,
    longitude      numeric(9, 6),
    latitude       numeric(8, 6),
    edition        text check (edition in ('2005', '2017', '2025', 'surface-water')),
    password       text,
    sm4_key        bytea,
    first_heard_at timestamptz,
    registered_at  timestamptz,
    check ((longitude is null) = (latitude is null))
);
comment on column device.password is 'PW the device must send; null: any';
comment on column device.district_code is 'GB/T 2260';
-- device 0 owns what no MN can be read from: junk, and rejected frames of unknown senders.
insert into device (device_id, mn, name, status, medium) overriding system value
values (0, '', '无法识别 MN 的报文', 'quarantine', 'other');
