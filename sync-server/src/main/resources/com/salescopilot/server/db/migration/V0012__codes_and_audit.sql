-- Codes that are used once, and the record of who did what.

-- Reached by its hash alone, before anybody is signed in, so no policy can ask for a workspace; only
-- packages auth and workspace touch it, through package codes.
create table one_time_code (
  hash         bytea primary key,           -- SHA-256 of kind and code; the code itself is nowhere
  id           uuid not null,               -- by which its maker may withdraw it
  kind         text not null,
  user_id      uuid references users (id) on delete cascade,
  workspace_id uuid references workspace (id) on delete cascade,
  data         jsonb not null default '{}',
  tries        int not null default 0,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  used_at      timestamptz,
  constraint one_time_code_id unique (id)
);
create index one_time_code_user on one_time_code (user_id, kind);
create index one_time_code_workspace on one_time_code (workspace_id, kind);
create index one_time_code_expiry on one_time_code (expires_at);

grant select, insert, update, delete on one_time_code to sc_app;
grant select (hash, expires_at), delete on one_time_code to sc_worker;

-- written in the transaction of the act, and never changed
create table audit_log (
  id           bigint generated always as identity primary key,
  workspace_id uuid,                        -- null: an account's own act
  at           timestamptz not null,
  actor_id     uuid,                        -- null: nobody that is known
  session_id   uuid,
  action       text not null,
  target       text not null default '',
  detail       jsonb not null default '{}',
  source       text not null default ''     -- the network address it came from
);
create index audit_log_workspace on audit_log (workspace_id, id);
create index audit_log_actor on audit_log (actor_id, id);
create index audit_log_at on audit_log using brin (at);

grant select, insert on audit_log to sc_app;
grant select (id, at), delete on audit_log to sc_worker;

alter table audit_log enable row level security;
alter table audit_log force row level security;
create policy owner on audit_log to sc_owner using (true);
create policy worker on audit_log to sc_worker using (true);
create policy ws on audit_log to sc_app
  using (workspace_id = nullif(current_setting('app.ws', true), '')::uuid);
-- what an account does is written down wherever it is, and shown to that account
create policy account on audit_log for insert to sc_app with check (workspace_id is null);
create policy mine on audit_log for select to sc_app
  using (workspace_id is null and actor_id = nullif(current_setting('app.user', true), '')::uuid);
