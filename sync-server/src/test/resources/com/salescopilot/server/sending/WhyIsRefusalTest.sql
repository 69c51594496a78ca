-- name: lease
update mailbox set lease_owner = 'test', lease_token = 7, lease_until = now() + interval '1 hour'
where workspace_id = :ws returning id

-- name: job
insert into send_job (email_id, workspace_id, mailbox_id, campaign_id, prospect_id, priority, due_at)
select id, workspace_id, :mailbox, campaign_id, prospect_id, 0, now() - interval '1 minute'
from email where workspace_id = :ws and id = :mail

-- name: RESTORED
update email set hold = 'RESTORED' where workspace_id = :ws and id = :mail

-- name: STALE
update email set hold = 'STALE' where workspace_id = :ws and id = :mail

-- name: only
delete from send_job where workspace_id = :ws and email_id <> :mail

-- name: EXPIRED
update email set expires_at = now() - interval '1 hour' where workspace_id = :ws and id = :mail

-- name: SENDER_GONE
delete from workspace_member where workspace_id = :ws and :mail::uuid is not null

-- name: CAMPAIGN_DRAFT
update campaign set status = 'DRAFT' where workspace_id = :ws and :mail::uuid is not null

-- name: CAMPAIGN_PAUSED
update campaign set status = 'PAUSED' where workspace_id = :ws and :mail::uuid is not null

-- name: CAMPAIGN_ENDED
update campaign set status = 'COMPLETED' where workspace_id = :ws and :mail::uuid is not null

-- name: ENROLMENT_PAUSED
update campaign_prospect set status = 'PAUSED' where workspace_id = :ws and :mail::uuid is not null

-- name: ENROLMENT_ENDED
update campaign_prospect set status = 'REPLIED' where workspace_id = :ws and :mail::uuid is not null

-- name: BAD_ADDRESS
update email set to_email = 'b' || chr(246) || '@acme.example' where workspace_id = :ws and id = :mail

-- name: MAILBOX_PAUSED
update mailbox set paused_reason = 'AUTH' where workspace_id = :ws and :mail::uuid is not null
