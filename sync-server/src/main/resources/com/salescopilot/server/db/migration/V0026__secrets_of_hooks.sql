-- With what a workspace's programs prove their reports: two at once, so that one can take the place of
-- the other without a gap.
create table hook_secret (
  workspace_id uuid not null references workspace (id),
  id           uuid not null,
  place        smallint not null check (place in (1, 2)),
  secret       text not null,               -- encrypted; told once, to whoever made it
  made_by      uuid not null,
  created_at   timestamptz not null,
  primary key (workspace_id, id),
  constraint hook_secret_place unique (workspace_id, place)
);

grant select, insert, delete on hook_secret to sc_app;
alter table hook_secret enable row level security;
alter table hook_secret force row level security;
create policy owner on hook_secret to sc_owner using (true);
create policy ws on hook_secret to sc_app
  using (workspace_id = nullif(current_setting('app.ws', true), '')::uuid);
