-- Rows that clients hold copies of: (workspace_id, id, rev). What people may delete (prospect,
-- template, draft, mailbox) is referred to without a foreign key: a cascade would change synced rows
-- without a rev. Foreign-key checks bypass row-level security, so each one carries the workspace.

create table prospect (
  workspace_id  uuid not null references workspace (id),
  id            uuid not null,
  rev           bigint not null,
  email         text not null,
  email_key     text not null,              -- the form in which addresses are compared
  first_name    text,
  last_name     text,
  company       text,
  job_title     text,
  custom_fields jsonb not null default '{}',
  search_text   text not null default '',   -- folded by the program: unaccent() is not immutable
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (workspace_id, id),
  constraint prospect_email unique (workspace_id, email_key)
);
create index prospect_rev on prospect (workspace_id, rev);
create index prospect_search on prospect using gin (search_text gin_trgm_ops);

-- the id that a merged prospect had, and the one it has
create table prospect_alias (
  workspace_id uuid not null references workspace (id),
  id           uuid not null,
  rev          bigint not null,
  to_id        uuid not null,
  primary key (workspace_id, id)
);
create index prospect_alias_rev on prospect_alias (workspace_id, rev);
create index prospect_alias_to on prospect_alias (workspace_id, to_id);

create table company_data (
  workspace_id uuid not null,               -- the nil workspace: the operator's rows, for all to read
  id           uuid not null,
  rev          bigint not null,
  domain       text not null,
  name         text,
  industry     text,
  size         text,
  location     text,
  metadata     jsonb not null default '{}',
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (workspace_id, id),
  constraint company_data_domain unique (workspace_id, domain)
);
create index company_data_rev on company_data (workspace_id, rev);

create table campaign (
  workspace_id  uuid not null references workspace (id),
  id            uuid not null,
  rev           bigint not null,
  user_id       uuid not null,
  name          text not null,
  description   text,
  status        text not null default 'DRAFT'
                check (status in ('DRAFT', 'ACTIVE', 'PAUSED', 'COMPLETED', 'ARCHIVED')),
  start_date    timestamptz,
  end_date      timestamptz,
  policy        jsonb not null default '{}',
  mailbox_id    uuid,
  activated_at  timestamptz,
  status_change uuid,                       -- the mutation that last changed the status
  paused_reason text,
  pauses        jsonb not null default '[]',
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  primary key (workspace_id, id)
);
create index campaign_rev on campaign (workspace_id, rev);
create index campaign_status on campaign (workspace_id, user_id, status);

create table campaign_prospect (
  workspace_id uuid not null references workspace (id),
  id           uuid not null,
  rev          bigint not null,
  campaign_id  uuid not null,
  prospect_id  uuid not null,
  status       text not null default 'ACTIVE'
               check (status in ('ACTIVE', 'PAUSED', 'EXCLUDED', 'COMPLETED', 'FAILED', 'BOUNCED',
                                 'REPLIED', 'UNSUBSCRIBED')),
  current_step int not null default 0,
  rotation     int not null default 0,
  reason       text,
  resume_at    timestamptz,
  enrolled_at  timestamptz,
  anchor_at    timestamptz,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (workspace_id, id),
  constraint campaign_prospect_once unique (workspace_id, campaign_id, prospect_id),
  foreign key (workspace_id, campaign_id) references campaign (workspace_id, id)
);
create index campaign_prospect_rev on campaign_prospect (workspace_id, rev);
create index campaign_prospect_prospect on campaign_prospect (workspace_id, prospect_id);

create table template (
  workspace_id uuid not null references workspace (id),
  id           uuid not null,
  rev          bigint not null,
  user_id      uuid not null,
  title        text not null,
  subject      text,
  description  text,
  content      text not null default '',
  category     text,
  tone         text,
  revision     int not null default 1,
  used_count   int not null default 0,
  open_rate    double precision,
  reply_rate   double precision,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (workspace_id, id)
);
create index template_rev on template (workspace_id, rev);

create table email (
  workspace_id        uuid not null references workspace (id),
  id                  uuid not null,
  rev                 bigint not null,
  draft_id            uuid,
  generation          int,
  user_id             uuid not null,
  prospect_id         uuid,
  campaign_id         uuid,
  template_id         uuid,
  template_revision   int,
  mailbox_id          uuid,
  from_email          text,
  from_name           text,
  to_email            text not null,
  subject             text not null default '',
  body_html           text,
  body_text           text,
  status              text not null
                      check (status in ('PENDING_SEND', 'SENDING', 'SENT', 'UNCONFIRMED', 'FAILED',
                                        'BOUNCED', 'CANCELLED')),
  hold                text check (hold in ('STALE', 'RESTORED')),
  cancel_reason       text,
  tracking            text not null default 'IDENTIFIED'
                      check (tracking in ('OFF', 'ANONYMOUS', 'IDENTIFIED')),
  not_before          timestamptz,
  expires_at          timestamptz,
  idempotency_key     text not null,
  content_hash        text,
  message_id          text,
  provider_message_id text,
  last_reply          text,
  accepted_at         timestamptz,
  sent_at             timestamptz,
  opened_at           timestamptz,
  replied_at          timestamptz,
  opens               int not null default 0,
  replies             int not null default 0,
  created_at          timestamptz not null,
  updated_at          timestamptz not null,
  primary key (workspace_id, id),
  constraint email_idempotency_key unique (workspace_id, user_id, idempotency_key)
);
create index email_rev on email (workspace_id, rev);
create index email_sent on email (workspace_id, user_id, sent_at);
create index email_campaign on email (workspace_id, campaign_id, status);
create index email_prospect on email (workspace_id, prospect_id);
create index email_draft_generation on email (workspace_id, draft_id, generation);
create index email_message_id on email (workspace_id, message_id);

-- its id is the id of the event that told of it, so a replayed event adds nothing
create table email_open_event (
  workspace_id uuid not null,
  id           uuid not null,
  email_id     uuid not null,
  opened_at    timestamptz not null,
  kind         text not null default 'human',
  counted      boolean not null default true,
  created_at   timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, email_id) references email (workspace_id, id) on delete cascade
);
create index email_open_event_email on email_open_event (workspace_id, email_id);
create index email_open_event_opened on email_open_event (workspace_id, opened_at);

create table email_reply_event (
  workspace_id  uuid not null,
  id            uuid not null,
  email_id      uuid not null,
  replied_at    timestamptz not null,
  reply_subject text,
  reply_body    text,
  created_at    timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, email_id) references email (workspace_id, id) on delete cascade
);
create index email_reply_event_email on email_reply_event (workspace_id, email_id);
create index email_reply_event_replied on email_reply_event (workspace_id, replied_at);

-- one person's own rows: the me stream of their owner

create table email_draft (
  workspace_id uuid not null references workspace (id),
  owner        uuid not null,
  id           uuid not null,
  rev          bigint not null,
  user_id      uuid not null,
  prospect_id  uuid,
  campaign_id  uuid,
  subject      text,
  body_html    text,
  body_text    text,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (workspace_id, id)
);
create index email_draft_rev on email_draft (workspace_id, owner, rev);

create table template_favorite (
  workspace_id uuid not null references workspace (id),
  owner        uuid not null,
  id           uuid not null,
  rev          bigint not null,
  template_id  uuid not null,
  created_at   timestamptz not null,
  primary key (workspace_id, id)
);
create index template_favorite_rev on template_favorite (workspace_id, owner, rev);
create index template_favorite_template on template_favorite (workspace_id, template_id);

create table conflict (
  workspace_id uuid not null references workspace (id),
  owner        uuid not null,
  id           uuid not null,
  rev          bigint not null,
  kind         text not null,
  entity       text,                        -- none: the mutation could not be read
  entity_id    uuid,
  field        text,
  was          jsonb,
  mine         jsonb,
  theirs       jsonb,
  theirs_by    uuid,
  theirs_at    timestamptz,
  mutation_id  uuid,
  mutation     jsonb,
  code         text,
  detail       text,
  created_at   timestamptz not null,
  primary key (workspace_id, id)
);
create index conflict_rev on conflict (workspace_id, owner, rev);

grant select, insert, update, delete
  on prospect, prospect_alias, company_data, campaign, campaign_prospect, template, email,
     email_open_event, email_reply_event, email_draft, template_favorite, conflict
  to sc_app;
grant select (id, workspace_id, user_id) on email to sc_worker;

do $$
declare t text;
begin
  foreach t in array array['prospect', 'prospect_alias', 'company_data', 'campaign',
      'campaign_prospect', 'template', 'email', 'email_open_event', 'email_reply_event',
      'email_draft', 'template_favorite', 'conflict'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner on %I to sc_owner using (true)', t);
  end loop;
  foreach t in array array['prospect', 'prospect_alias', 'company_data', 'campaign',
      'campaign_prospect', 'template', 'email', 'email_open_event', 'email_reply_event'] loop
    execute format($p$create policy ws on %I to sc_app
      using (workspace_id = nullif(current_setting('app.ws', true), '')::uuid)$p$, t);
  end loop;
  foreach t in array array['email_draft', 'template_favorite', 'conflict'] loop
    execute format($p$create policy mine on %I to sc_app
      using (workspace_id = nullif(current_setting('app.ws', true), '')::uuid
             and owner = nullif(current_setting('app.user', true), '')::uuid)$p$, t);
  end loop;
end $$;

create policy shared on company_data for select to sc_app
  using (workspace_id = '00000000-0000-0000-0000-000000000000');
-- a token names an e-mail; the worker finds whose it is, and no more than that
create policy worker on email for select to sc_worker using (true);
