-- Who may what, where: organisations, roles, scopes; second factor; and the audit trail.

create table region (
    code        text primary key check (code ~ '^[0-9]{6}([0-9]{3}){0,2}$'),
    parent_code text references region,
    level       text not null check (level in ('city', 'district', 'township', 'grid')),
    name_zh     text not null,
    name_en     text not null,
    check ((level = 'city') = (parent_code is null))
);
comment on table region is 'Administrative divisions. City and districts by GB/T 2260 (6 digits), townships by GB/T 10114 (9), grids with 12.';
insert into region (code, parent_code, level, name_zh, name_en) values
    ('330600', null, 'city', '绍兴市', 'Shaoxing'),
    ('330602', '330600', 'district', '越城区', 'Yuecheng'),
    ('330603', '330600', 'district', '柯桥区', 'Keqiao'),
    ('330604', '330600', 'district', '上虞区', 'Shangyu'),
    ('330624', '330600', 'district', '新昌县', 'Xinchang'),
    ('330681', '330600', 'district', '诸暨市', 'Zhuji'),
    ('330683', '330600', 'district', '嵊州市', 'Shengzhou');

create table organisation (
    organisation_id bigint generated always as identity primary key,
    parent_id       bigint references organisation,
    kind            text not null check (kind in
        ('city', 'district', 'township', 'grid', 'department', 'enterprise', 'public')),
    name_zh         text not null check (name_zh <> ''),
    name_en         text not null check (name_en <> ''),
    region_code     text references region,
    credit_code     text unique check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
    active          boolean not null default true,
    created_at      timestamptz not null,
    changed_at      timestamptz not null,
    check (parent_id <> organisation_id)
);
comment on column organisation.credit_code is 'unified social credit identifier, GB 32100';
create index organisation_by_parent on organisation (parent_id);
insert into organisation (kind, name_zh, name_en, region_code, created_at, changed_at)
values ('city', '绍兴市', 'Shaoxing', '330600', now(), now());
insert into organisation (parent_id, kind, name_zh, name_en, region_code, created_at, changed_at)
select (select organisation_id from organisation where kind = 'city'), 'district', name_zh, name_en, code, now(), now()
from region where level = 'district' order by code;
insert into organisation (kind, name_zh, name_en, region_code, created_at, changed_at)
values ('public', '社会公众', 'The public', '330600', now(), now());

alter table account
    add column organisation_id      bigint references organisation,
    add column active               boolean not null default true,
    add column must_change_password boolean not null default false,
    add column password_changed_at  timestamptz,
    add column totp_secret          bytea,
    add column totp_confirmed_at    timestamptz,
    add column totp_last_step       bigint,
    add column last_login_at        timestamptz,
    add check (totp_secret is not null or (totp_confirmed_at is null and totp_last_step is null));
comment on column account.must_change_password is 'the password was set by somebody else: nothing but changing it is allowed';
comment on column account.totp_secret is 'RFC 6238, SHA-1, 30 s, 6 digits; in force once confirmed';
comment on column account.totp_last_step is 'the last time step a code was taken for; no earlier or equal one is taken again';
update account set password_changed_at = changed_at;

create table password_history (
    account_id    bigint not null references account on delete cascade,
    password_hash text not null,
    replaced_at   timestamptz not null
);
create index password_history_by_account on password_history (account_id, replaced_at desc);

create table known_browser (
    browser_sha256 bytea not null,
    account_id     bigint not null references account on delete cascade,
    last_log_in_at timestamptz not null,
    primary key (browser_sha256, account_id)
);
comment on table known_browser is 'Browsers in which the account has logged in: failures elsewhere do not hold them up.';
create index known_browser_by_account on known_browser (account_id);

create table role (
    role_id  bigint generated always as identity primary key,
    code     text not null unique check (code ~ '^[a-z][a-z0-9-]{1,31}$'),
    name_zh  text not null check (name_zh <> ''),
    name_en  text not null check (name_en <> ''),
    built_in boolean not null default false
);
create table role_permission (
    role_id    bigint not null references role on delete cascade,
    permission text not null,
    primary key (role_id, permission)
);
comment on column role_permission.permission is 'a label of io.jianhu.platform.identity.Permission';
create table account_role (
    account_id bigint not null references account on delete cascade,
    role_id    bigint not null references role on delete cascade,
    primary key (account_id, role_id)
);
create index account_role_by_role on account_role (role_id);

create table account_region (
    account_id bigint not null references account on delete cascade,
    prefix     text not null check (prefix ~ '^[0-9]{0,12}$'),
    primary key (account_id, prefix)
);
comment on column account_region.prefix is 'the region codes this account sees begin so; empty: everything, with and without a region';
create table account_enterprise (
    account_id      bigint not null references account on delete cascade,
    organisation_id bigint not null references organisation,
    primary key (account_id, organisation_id)
);

insert into role (code, name_zh, name_en, built_in) values
    ('administrator', '系统管理员', 'Administrator', true),
    ('city-officer', '市级业务人员', 'City officer', true),
    ('district-officer', '区县业务人员', 'District officer', true),
    ('monitoring-operator', '监测运维人员', 'Monitoring operator', true),
    ('enterprise-user', '企业用户', 'Enterprise user', true),
    ('auditor', '审计员', 'Auditor', true),
    ('public', '社会公众', 'The public', true);
insert into role_permission (role_id, permission)
select role_id, permission
from role join (values
    ('administrator', array['devices.read', 'devices.write', 'devices.secrets', 'frames.read', 'findings.read',
        'commands.read', 'commands.write', 'standards.use', 'organisations.read', 'organisations.write', 'users.read',
        'users.write', 'roles.read', 'roles.write', 'tokens.read', 'tokens.write', 'audit.read', 'audit.export',
        'system.read']),
    ('city-officer', array['devices.read', 'devices.write', 'devices.secrets', 'frames.read', 'findings.read',
        'commands.read', 'commands.write', 'standards.use', 'organisations.read']),
    ('district-officer', array['devices.read', 'devices.write', 'frames.read', 'findings.read', 'commands.read',
        'commands.write', 'standards.use', 'organisations.read']),
    ('monitoring-operator', array['devices.read', 'frames.read', 'findings.read', 'commands.read', 'commands.write']),
    ('enterprise-user', array['devices.read', 'findings.read', 'commands.read', 'standards.use']),
    ('auditor', array['organisations.read', 'users.read', 'roles.read', 'tokens.read', 'audit.read', 'audit.export']),
    ('public', array['standards.use'])
) as grants (code, permissions) using (code) cross join unnest(permissions) as permission;

-- Whoever could log in before could do everything.
insert into account_role (account_id, role_id)
select account_id, role_id from account cross join role where code = 'administrator';
insert into account_region (account_id, prefix) select account_id, '' from account;

alter table api_token
    add column permissions text[],
    add column regions     text[] not null default '{""}',
    add column made_by     text not null default 'cli';
comment on column api_token.permissions is 'null: all';
comment on column api_token.regions is 'as account_region.prefix';

alter table device add column organisation_id bigint references organisation;
comment on column device.organisation_id is 'the enterprise it belongs to';
create index device_by_organisation on device (organisation_id) where organisation_id is not null;
create index device_by_district on device (district_code text_pattern_ops);

create table audit (
    entry_no    bigint primary key check (entry_no > 0),
    at          timestamptz not null,
    actor       text not null,
    peer        text not null,
    action      text not null,
    object_kind text not null,
    object_id   text not null,
    region      text,
    reason      text,
    before      json,
    after       json,
    prev_hash   bytea not null,
    hash        bytea not null
);
comment on table audit is 'Who did what to what and why. Written in the transaction of the change; never changed.';
comment on column audit.entry_no is 'from 1 without gaps';
comment on column audit.region is 'where the object lies; null: known only to those who see everything';
comment on column audit.hash is 'SHA-256(prev_hash, entry_no, at in microseconds since 1970, then actor, peer, action, object_kind, object_id, region, reason, before, after in UTF-8, each after its length in 4 bytes, -1 for null); numbers big-endian; the first prev_hash is 32 zero bytes';
create index audit_by_object on audit (object_kind, object_id, entry_no desc);
create index audit_by_actor on audit (actor, entry_no desc);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only';
end $$;
create trigger audit_append_only before update or delete on audit
    for each row execute function audit_is_append_only();
