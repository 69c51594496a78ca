-- What leaves and what is told of it: mailboxes, the queue, the log.

create sequence mailbox_lease;

create table mailbox (
  workspace_id   uuid not null references workspace (id),
  id             uuid not null,
  rev            bigint not null,
  user_id        uuid,                      -- null: the operator's relay, for members without their own
  address        text not null,
  from_name      text,
  smtp_host      text,
  smtp_port      int,
  smtp_user      text,
  smtp_tls       text check (smtp_tls in ('none', 'starttls', 'tls')),
  imap_host      text,
  imap_port      int,
  imap_user      text,
  imap_tls       text check (imap_tls in ('none', 'starttls', 'tls')),
  secret         text,                      -- encrypted, as dkim
  dkim           text,
  daily_cap      int,
  per_minute     int,
  connections    int,
  send_window    jsonb,
  paused_reason  text,
  plus_ok        boolean not null default false,
  files_sent     boolean not null default false,
  rewrites_id    boolean not null default false,
  history        jsonb not null default '[]', -- sent per day
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  -- from here on no part of the synced row: these move without a rev
  tokens         double precision,
  tokens_at      timestamptz,
  sent_day       date,
  sent_today     int not null default 0,
  last_sent_at   timestamptz,
  next_due_at    timestamptz,
  last_served_at timestamptz,
  lease_owner    text,
  lease_token    bigint,
  lease_until    timestamptz,
  read_owner     text,
  read_token     bigint,
  read_until     timestamptz,
  read_through   timestamptz,
  primary key (workspace_id, id)
) with (fillfactor = 70);
create index mailbox_rev on mailbox (workspace_id, rev);
create index mailbox_due on mailbox (next_due_at) where lease_until is null and paused_reason is null;
create index mailbox_leased on mailbox (lease_until) where lease_until is not null;

-- Narrow and short-lived, no bodies: dead tuples kill queues. The key begins with email_id because
-- marks and claims come by it, across workspaces; a mail's id says nothing to another tenant.
create table send_job (
  email_id     uuid not null,
  workspace_id uuid not null,
  mailbox_id   uuid not null,
  campaign_id  uuid,
  prospect_id  uuid,
  priority     smallint not null check (priority between 0 and 2), -- composer, follow-up, first touch
  due_at       timestamptz not null,
  phase        text not null default 'QUEUED' check (phase in ('QUEUED', 'CLAIMED', 'DOT')),
  attempt      int not null default 0,
  claim_token  bigint,
  claimed_at   timestamptz,
  dot_at       timestamptz,
  last_reply   text,
  primary key (email_id, workspace_id),
  check (phase = 'QUEUED' or (claim_token is not null and claimed_at is not null)),
  check (phase <> 'DOT' or dot_at is not null)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 200,
        autovacuum_vacuum_cost_delay = 0);
create index send_job_due on send_job (mailbox_id, priority, due_at) where phase = 'QUEUED';
create index send_job_taken on send_job (mailbox_id) where phase <> 'QUEUED';
create index send_job_campaign on send_job (workspace_id, campaign_id);
create index send_job_prospect on send_job (workspace_id, prospect_id);

-- One table for now. Days as partitions are for volumes that this schema has not seen, and come with
-- the housekeeping that drops them.
create table event (
  id           bigint generated always as identity primary key,
  xid          xid8 not null default pg_current_xact_id(),
  event_id     uuid not null,
  type         text not null,
  workspace_id uuid not null,
  key          text not null,
  occurred_at  timestamptz not null,
  payload      jsonb not null
);
create index event_xid on event (xid);

create table event_tick (
  id       bigint generated always as identity primary key,
  snapshot pg_snapshot not null,
  at       timestamptz not null default now()
);

create table event_consumer (
  name        text primary key,
  tick_id     bigint not null default 0,
  after_id    bigint not null default 0,
  lease_owner text,
  lease_until timestamptz
);

create table event_retry (
  workspace_id uuid not null,
  consumer     text not null,
  event_id     uuid not null,
  log_id       bigint not null,             -- event.id: where the event stands
  attempt      int not null default 1,
  not_before   timestamptz not null,
  error        text not null,
  dead         boolean not null default false,
  primary key (workspace_id, consumer, event_id)
);
create index event_retry_due on event_retry (consumer, not_before) where not dead;

grant usage on sequence mailbox_lease to sc_app, sc_worker;
grant select, insert, update, delete on mailbox, send_job to sc_app;
grant select, insert on event to sc_app;
grant select, update on event_retry to sc_app;

grant select (workspace_id, id, rev, user_id, address, from_name, smtp_host, smtp_port, smtp_user,
    smtp_tls, imap_host, imap_port, imap_user, imap_tls, daily_cap, per_minute, connections,
    send_window, paused_reason, plus_ok, files_sent, rewrites_id, tokens, tokens_at, sent_day,
    sent_today, last_sent_at, next_due_at, last_served_at, lease_owner, lease_token, lease_until,
    read_owner, read_token, read_until, read_through)
  on mailbox to sc_worker;
grant update (tokens, tokens_at, sent_day, sent_today, last_sent_at, next_due_at, last_served_at,
    lease_owner, lease_token, lease_until, read_owner, read_token, read_until, read_through)
  on mailbox to sc_worker;
grant select, insert, update, delete
  on send_job, event_tick, event_consumer, event_retry to sc_worker;
grant select, insert, delete on event to sc_worker;

do $$
declare t text;
begin
  foreach t in array array['mailbox', 'send_job', 'event', 'event_retry'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to sc_owner using (true)', t);
    execute format('create policy worker on %I to sc_worker using (true)', t);
    execute format($p$create policy ws on %I to sc_app
      using (workspace_id = nullif(current_setting('app.ws', true), '')::uuid)$p$, t);
  end loop;
end $$;
