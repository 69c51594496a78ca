-- What was asked for under an Idempotency-Key, kept in the commit that did it.
create table request_key (
  workspace_id uuid not null references workspace (id),
  id           uuid not null,               -- of the user and the key
  fingerprint  text not null,               -- of method, path and body
  at           timestamptz not null,
  primary key (workspace_id, id)
);
create index request_key_age on request_key using brin (at);

grant select, insert, delete on request_key to sc_app;
alter table request_key enable row level security;
alter table request_key force row level security;
create policy owner on request_key to sc_owner using (true);
create policy ws on request_key to sc_app
  using (workspace_id = nullif(current_setting('app.ws', true), '')::uuid);
