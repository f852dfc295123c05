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

create table api_token (
    token_id     bigint generated always as identity primary key,
    name         text not null unique,
    prefix       text not null,
    token_sha256 bytea not null unique,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
comment on table api_token is 'Only the SHA-256 of a token is kept; the token is shown once.';
