-- The days of the dashboard are short ranges of these, for one person and for a whole workspace.
create index email_day_sent on email (workspace_id, sent_at) where sent_at is not null;
create index email_day_opened on email (workspace_id, opened_at) where opened_at is not null;
create index email_day_replied on email (workspace_id, replied_at) where replied_at is not null;
