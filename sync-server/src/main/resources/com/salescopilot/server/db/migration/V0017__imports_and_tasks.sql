-- What somebody has to do, and what an import remembers to take itself back: rows of one person.

create table task (
  workspace_id uuid not null references workspace (id),
  owner        uuid not null,
  id           uuid not null,
  rev          bigint not null,
  prospect_id  uuid,
  email_id     uuid,
  kind         text not null
               check (kind in ('MANUAL', 'NO_REPLY', 'REPLY_OWED', 'LEFT_COMPANY')),
  title        text not null,
  due_at       timestamptz,
  done_at      timestamptz,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (workspace_id, id)
);
create index task_rev on task (workspace_id, owner, rev);
create index task_email on task (workspace_id, email_id) where done_at is null;
create index task_due on task (workspace_id, owner, due_at);

create table prospect_import (
  workspace_id uuid not null references workspace (id),
  owner        uuid not null,
  id           uuid not null,
  rev          bigint not null,
  import_id    uuid not null,
  chunk        int not null,
  file         text,
  mode         text not null check (mode in ('FILL_BLANKS', 'OVERWRITE', 'SKIP')),
  created      int not null,
  updated      int not null,
  unchanged    int not null,
  undo         jsonb,                       -- none once it was taken back, or can be no more
  undone_at    timestamptz,
  kept         jsonb,                       -- whom undoing left as they were
  created_at   timestamptz not null,
  primary key (workspace_id, id)
);
create index prospect_import_rev on prospect_import (workspace_id, owner, rev);
create index prospect_import_import on prospect_import (workspace_id, owner, import_id, chunk);

-- the rows that an import over REST could not take, as the file that is given back
create table import_errors (
  workspace_id uuid not null references workspace (id),
  owner        uuid not null,
  import_id    uuid not null,
  file_hash    text not null,               -- by which a repeat is known
  content      bytea not null,              -- gzip
  created_at   timestamptz not null,
  primary key (workspace_id, owner, import_id)
);

grant select, insert, update, delete on task, prospect_import, import_errors to sc_app;

do $$
declare t text;
begin
  foreach t in array array['task', 'prospect_import', 'import_errors'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to sc_owner using (true)', t);
    execute format($p$create policy mine on %I to sc_app
      using (workspace_id = nullif(current_setting('app.ws', true), '')::uuid
             and owner = nullif(current_setting('app.user', true), '')::uuid)$p$, t);
  end loop;
end $$;
