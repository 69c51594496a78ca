-- By which colleagues of somebody who answered are found.
create index prospect_domain on prospect (workspace_id, (substring(email_key from '[^@]*$')));

-- When the plan of a workspace with a running campaign is to be looked at again. It moves without a
-- rev; marks tell a look that something changed meanwhile.
create table campaign_due (
  workspace_id uuid primary key references workspace (id),
  due_at       timestamptz not null,
  marks        bigint not null
);
create index campaign_due_at on campaign_due (due_at);

grant select, insert, update, delete on campaign_due to sc_app;
grant select on campaign_due to sc_worker;
alter table campaign_due enable row level security;
alter table campaign_due force row level security;
create policy owner on campaign_due to sc_owner using (true);
create policy ws on campaign_due to sc_app
  using (workspace_id = nullif(current_setting('app.ws', true), '')::uuid);
-- which workspaces have something to do, and no more than that
create policy worker on campaign_due for select to sc_worker using (true);

-- what was thought of as a place for it
drop index campaign_prospect_due;
alter table campaign_prospect drop column next_due_at;

-- what a mailbox sent lately
create index email_sent_at on email (workspace_id, sent_at) where sent_at is not null;
