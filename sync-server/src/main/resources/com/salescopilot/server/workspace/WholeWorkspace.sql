-- name: patience
-- a large workspace takes longer than a request usually may
select set_config('statement_timeout', '300s', true)

-- name: lockStreams
-- carried by the primary key; the workspace's first, as everybody does
select owner from stream where workspace_id = :ws
order by (owner = workspace_id) desc, owner
for update

-- name: ownDrafts
-- carried by email_draft_rev
delete from email_draft where workspace_id = :ws and owner = :owner

-- name: ownFavorites
-- carried by template_favorite_rev
delete from template_favorite where workspace_id = :ws and owner = :owner

-- name: ownTasks
-- carried by task_rev
delete from task where workspace_id = :ws and owner = :owner

-- name: ownImports
-- carried by prospect_import_rev
delete from prospect_import where workspace_id = :ws and owner = :owner

-- name: ownErrorFiles
-- carried by the primary key
delete from import_errors where workspace_id = :ws and owner = :owner

-- name: ownConflicts
-- carried by conflict_rev
delete from conflict where workspace_id = :ws and owner = :owner

-- name: ownTombstones
-- carried by tombstone_rev
delete from tombstone where workspace_id = :ws and owner = :owner

-- name: jobs
-- carried by send_job_campaign
delete from send_job where workspace_id = :ws

-- name: opens
-- carried by the primary key, as all that follow
delete from email_open_event where workspace_id = :ws

-- name: replies
delete from email_reply_event where workspace_id = :ws

-- name: enrolments
delete from campaign_prospect where workspace_id = :ws

-- name: due
delete from campaign_due where workspace_id = :ws

-- name: steps
delete from campaign_step where workspace_id = :ws

-- name: suppressions
delete from suppression where workspace_id = :ws

-- name: campaigns
delete from campaign where workspace_id = :ws

-- name: templates
delete from template where workspace_id = :ws

-- name: aliases
delete from prospect_alias where workspace_id = :ws

-- name: prospects
delete from prospect where workspace_id = :ws

-- name: emails
delete from email where workspace_id = :ws

-- name: evidence
delete from score_evidence where workspace_id = :ws

-- name: numbers
delete from stat where workspace_id = :ws

-- name: mailboxes
delete from mailbox where workspace_id = :ws

-- name: companies
delete from company_data where workspace_id = :ws

-- name: tombstones
delete from tombstone where workspace_id = :ws

-- name: mutations
delete from mutation_log where workspace_id = :ws

-- name: devices
delete from device where workspace_id = :ws

-- name: requests
delete from request_key where workspace_id = :ws

-- name: answers
delete from ai_answer where workspace_id = :ws

-- name: feedback
delete from ai_feedback where workspace_id = :ws

-- name: receipts
delete from webhook_receipt where workspace_id = :ws

-- name: retries
delete from event_retry where workspace_id = :ws

-- name: events
-- reads the log from end to end, which is short and seldom asked
delete from event where workspace_id = :ws

-- name: hookSecrets
delete from hook_secret where workspace_id = :ws

-- name: codes
-- carried by one_time_code_workspace
delete from one_time_code where workspace_id = :ws

-- name: commits
delete from stream_commit where workspace_id = :ws

-- name: streams
delete from stream where workspace_id = :ws

-- name: members
delete from workspace_member where workspace_id = :ws

-- name: keys
-- shreds every secret of the workspace
delete from data_key where owner_id = :ws

-- name: grave
-- carried by the primary key
update workspace set name = '', policy = '{}', deleted_at = :now, updated_at = :now where id = :ws
