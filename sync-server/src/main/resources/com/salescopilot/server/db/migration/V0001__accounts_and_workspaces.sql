-- Who may do what where. Tables without workspace_id are reached by packages auth, workspace and keys
-- alone; every other table is guarded by forced row-level security.

create extension if not exists pg_trgm;

grant usage on schema public to sc_app, sc_worker;

create table users (
  id            uuid primary key,
  email         text not null,              -- folded to lower case by the program
  password_hash text,                       -- null: signs in elsewhere
  first_name    text not null default '',
  last_name     text not null default '',
  role          text not null default 'user' check (role in ('admin', 'user')), -- grants nothing in a workspace
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  constraint users_email unique (email)
);

create table oauth_connection (
  id               uuid primary key,
  user_id          uuid not null references users (id) on delete cascade,
  provider         text not null,
  subject          text not null,           -- who the provider says it is; never the address
  email_address    text not null,
  access_token     text,                    -- encrypted, as refresh_token
  refresh_token    text,
  token_expires_at timestamptz,
  created_at       timestamptz not null,
  updated_at       timestamptz not null,
  constraint oauth_connection_identity unique (provider, subject)
);
create index oauth_connection_user on oauth_connection (user_id);

create table workspace (
  id         uuid primary key,
  name       text not null,
  policy     jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null
);

create table workspace_member (
  workspace_id uuid not null references workspace (id),
  user_id      uuid not null references users (id),
  role         text not null check (role in ('ADMIN', 'USER')),
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (workspace_id, user_id)
);
create index workspace_member_user on workspace_member (user_id);

create table session (
  id           uuid primary key,
  user_id      uuid not null references users (id) on delete cascade,
  workspace_id uuid not null references workspace (id),
  generation   int not null default 0,      -- raised to end every access token of the session
  device       text,
  source       text,
  created_at   timestamptz not null,
  used_at      timestamptz not null,
  expires_at   timestamptz not null,
  revoked_at   timestamptz,
  changed_at   timestamptz not null         -- what the pulse of other processes looks for
);
create index session_user_id on session (user_id);
create index session_changed on session (changed_at);

create table refresh_token (
  hash       bytea primary key,             -- SHA-256; the token itself is nowhere
  session_id uuid not null references session (id) on delete cascade,
  n          int not null,
  expires_at timestamptz not null,
  child_used boolean not null default false
);
create index refresh_token_session on refresh_token (session_id);

create table data_key (
  owner_id   uuid primary key,              -- a workspace or a user; deleting the row shreds its secrets
  kid        text not null,
  wrapped    text not null,
  created_at timestamptz not null
);

-- one encrypted constant: a start with another key file does not open it, and refuses
create table key_check (
  id         boolean primary key default true check (id),
  kid        text not null,
  sealed     text not null,
  created_at timestamptz not null
);

grant select, insert, update, delete
  on users, oauth_connection, workspace, workspace_member, session, refresh_token, data_key, key_check
  to sc_app;
grant select (id, user_id, workspace_id, generation, expires_at, revoked_at, changed_at) on session to sc_worker;

alter table workspace_member enable row level security;
alter table workspace_member force row level security;
create policy owner on workspace_member to sc_owner using (true);
create policy ws on workspace_member to sc_app
  using (workspace_id = nullif(current_setting('app.ws', true), '')::uuid);
-- sign-in happens before a workspace is chosen
create policy mine on workspace_member for select to sc_app
  using (user_id = nullif(current_setting('app.user', true), '')::uuid);
