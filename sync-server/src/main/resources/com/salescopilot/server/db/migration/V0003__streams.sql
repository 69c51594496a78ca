-- The order of changes: one counter a stream, an inbox of mutations, graves of deleted rows.

create table stream (
  workspace_id uuid not null references workspace (id),
  owner        uuid not null,               -- the workspace: its ws stream; a user: that one's me stream
  head         bigint not null default 0,
  floor        bigint not null default 0,   -- a cursor below it reads the whole stream again
  primary key (workspace_id, owner)
) with (fillfactor = 50);

create table device (
  workspace_id uuid not null references workspace (id),
  id           uuid not null,
  user_id      uuid not null,
  last_seq     bigint not null default 0,
  last_id      uuid,
  last_edit    timestamptz,
  name         text,
  app_version  text,
  seen_at      timestamptz not null,
  primary key (workspace_id, id)
);

-- inbox, audit and history; never partitioned, so that ids stay unique
create table mutation_log (
  workspace_id uuid not null references workspace (id),
  id           uuid not null,
  body_hash    text not null,
  device_id    uuid,
  seq          bigint,
  user_id      uuid,                        -- null: the system
  op           text not null,
  entity       text,                        -- none: it could not be read
  entity_id    uuid,
  also         uuid[] not null default '{}', -- more rows that a bulk command changed
  fields       text[] not null default '{}', -- what it really set: who wrote a field last
  body         jsonb not null,
  outcome      text not null check (outcome in ('APPLIED', 'MERGED', 'NOOP', 'REJECTED')),
  code         text,
  rev          bigint,
  edited_at    timestamptz not null,
  received_at  timestamptz not null,
  primary key (workspace_id, id)
);
create index mutation_log_entity on mutation_log (workspace_id, entity_id, received_at);
create index mutation_log_also on mutation_log using gin (also) where also <> '{}';

create table tombstone (
  workspace_id uuid not null references workspace (id),
  owner        uuid not null,               -- as in stream
  entity       text not null,
  id           uuid not null,
  rev          bigint not null,
  doc          jsonb,                       -- the row as it was, while it can be restored
  by_user      uuid,
  at           timestamptz not null,
  primary key (workspace_id, entity, id)
);
create index tombstone_rev on tombstone (workspace_id, owner, rev);

-- a life of this database; a restore or a failover begins the next
create table epoch (
  id                uuid primary key,
  started_at        timestamptz not null,
  reason            text not null,
  system_identifier text not null,
  timeline_id       bigint not null,
  database_oid      bigint not null,
  restored_to       timestamptz,
  sends_released_at timestamptz
);

grant select, insert, update, delete on stream, device, mutation_log, tombstone to sc_app;
grant select, insert on epoch to sc_app;
grant select on stream, epoch to sc_worker;

do $$
declare t text;
begin
  foreach t in array array['stream', 'device', 'mutation_log', 'tombstone'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to sc_owner using (true)', t);
  end loop;
  foreach t in array array['stream', 'device', 'mutation_log'] loop
    execute format($p$create policy ws on %I to sc_app
      using (workspace_id = nullif(current_setting('app.ws', true), '')::uuid)$p$, t);
  end loop;
end $$;

-- a grave may hold somebody's draft
create policy ws on tombstone to sc_app
  using (workspace_id = nullif(current_setting('app.ws', true), '')::uuid
         and owner in (workspace_id, nullif(current_setting('app.user', true), '')::uuid));
-- parked pulls wait for heads that other processes move
create policy worker on stream for select to sc_worker using (true);
