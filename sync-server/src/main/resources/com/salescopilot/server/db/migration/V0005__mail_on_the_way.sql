-- What sending and tracking look up that no earlier schema had to answer.

-- a token or a hook names an e-mail by its id alone; the worker finds whose it is
create index email_id_alone on email (id);

-- when it was first tried: retries end 48 hours later
alter table send_job add column first_claimed_at timestamptz;

-- who opened, as far as it may be known: a keyed hash of the network, unreadable once the day's salt
-- is gone. Opens of one source within 30 minutes count once.
alter table email_open_event add column source text;

-- one a day, thrown away after two
create table tracking_salt (
  day  date primary key,
  salt bytea not null
);
grant select, insert, delete on tracking_salt to sc_worker;

-- signed hooks that were taken: a repeat has no effect
create table webhook_receipt (
  workspace_id uuid not null,
  id           text not null,
  received_at  timestamptz not null default now(),
  primary key (workspace_id, id)
);
create index webhook_receipt_age on webhook_receipt (received_at);
grant select, insert on webhook_receipt to sc_app;
grant select, insert, delete on webhook_receipt to sc_worker;

alter table webhook_receipt enable row level security;
alter table webhook_receipt force row level security;
create policy owner on webhook_receipt to sc_owner using (true);
create policy worker on webhook_receipt to sc_worker using (true);
create policy ws on webhook_receipt to sc_app
  using (workspace_id = nullif(current_setting('app.ws', true), '')::uuid);
