-- Sequences of mails and who gets none: what a campaign sends, and the addresses that opted out.

create table campaign_step (
  workspace_id      uuid not null references workspace (id),
  id                uuid not null,
  rev               bigint not null,
  campaign_id       uuid not null,
  position          int not null check (position between 1 and 20),
  variant           text not null check (variant in ('A', 'B', 'C', 'D', 'E', 'F')),
  weight            int not null check (weight between 0 and 1000),
  template_id       uuid,
  template_revision int,
  subject           text,
  body_html         text,
  body_text         text,
  delay_amount      int not null check (delay_amount between 0 and 365),
  delay_unit        text not null check (delay_unit in ('BUSINESS', 'CALENDAR')),
  thread_mode       text not null check (thread_mode in ('REPLY', 'NEW')),
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  primary key (workspace_id, id),
  -- deferred: two steps change places in one statement
  constraint campaign_step_place unique (workspace_id, campaign_id, position, variant)
    deferrable initially deferred,
  foreign key (workspace_id, campaign_id) references campaign (workspace_id, id)
);
create index campaign_step_rev on campaign_step (workspace_id, rev);

create table suppression (
  workspace_id uuid not null references workspace (id),
  id           uuid not null,
  rev          bigint not null,
  address      text not null,
  address_key  text not null,               -- the form in which addresses are compared
  reason       text,
  source       text not null
               check (source in ('PERSON', 'UNSUBSCRIBED', 'COMPLAINED', 'BOUNCED')),
  user_id      uuid,                        -- who noted it; none: the server itself
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (workspace_id, id),
  constraint suppression_address unique (workspace_id, address_key)
);
create index suppression_rev on suppression (workspace_id, rev);

-- which step a mail is of, and the Message-IDs of the conversation it goes on with
alter table email
  add column step_position     int check (step_position between 1 and 20),
  add column rotation          int,
  add column variant           text,
  add column thread_references text;

-- when an enrolment's next step may be due at the earliest, kept by the dispatcher
alter table campaign_prospect add column next_due_at timestamptz;
create index campaign_prospect_due on campaign_prospect (workspace_id, next_due_at)
  where next_due_at is not null;

grant select, insert, update, delete on campaign_step, suppression to sc_app;

do $$
declare t text;
begin
  foreach t in array array['campaign_step', 'suppression'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to sc_owner using (true)', t);
    execute format($p$create policy ws on %I to sc_app
      using (workspace_id = nullif(current_setting('app.ws', true), '')::uuid)$p$, t);
  end loop;
end $$;
