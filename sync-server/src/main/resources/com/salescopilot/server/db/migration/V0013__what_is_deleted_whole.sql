-- Accounts and workspaces that were deleted. Their rows stay as empty graves: sessions refer to them,
-- by which every process learns that they have ended.

alter table users add column deleted_at timestamptz;
alter table workspace add column deleted_at timestamptz;

-- what was told of a workspace goes with it
grant delete on event, event_retry, webhook_receipt to sc_app;
