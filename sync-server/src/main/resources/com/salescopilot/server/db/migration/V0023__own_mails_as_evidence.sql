-- What somebody's own mails say of the checks of a score, counted anew at night.
create table score_evidence (
  workspace_id uuid not null references workspace (id),
  user_id      uuid not null,
  own          jsonb not null,              -- pairs of rates by the names of checks
  counted_at   timestamptz not null,
  primary key (workspace_id, user_id)
);

grant select, insert, update, delete on score_evidence to sc_app;
alter table score_evidence enable row level security;
alter table score_evidence force row level security;
create policy owner on score_evidence to sc_owner using (true);
create policy ws on score_evidence to sc_app
  using (workspace_id = nullif(current_setting('app.ws', true), '')::uuid);

-- who is not moved any more, as nothing reaches them
create index email_bounced_for on email (workspace_id, prospect_id) where status = 'BOUNCED';
