-- Who may. One administrator for now; roles come with the registry issue.
create table account (
    account_id    bigint generated always as identity primary key,
    login         text not null unique,
    display_name  text not null,
    password_hash text not null,
    created_at    timestamptz not null,
    changed_at    timestamptz not null
);
comment on column account.password_hash is 'Argon2id, PHC string';

create table session (
    session_sha256 bytea primary key,
    account_id     bigint not null references account on delete cascade,
    peer           text not null,
    started_at     timestamptz not null,
    last_used_at   timestamptz not null
);
comment on table session is 'Browsers logged in. Only the SHA-256 of the cookie is kept; the row ends with log-out, idle time or a new password.';
comment on column session.last_used_at is 'written at most once a minute';

create table api_token (
    token_id     bigint generated always as identity primary key,
    name         text not null,
    prefix       text not null,
    token_sha256 bytea not null unique,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
comment on table api_token is 'Only the SHA-256 of a token is kept; the token is shown once.';
comment on column api_token.prefix is 'the first characters, so that people can tell tokens apart';
comment on column api_token.last_used_at is 'written at most once a minute';
create unique index api_token_in_force on api_token (name) where revoked_at is null;
