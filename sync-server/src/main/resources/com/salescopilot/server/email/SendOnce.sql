-- name: byKey
-- carried by email_idempotency_key
select id from email
where workspace_id = :ws and user_id = :user and idempotency_key = :key

-- name: lastOfDraft
-- carried by email_draft_generation
select generation, status from email
where workspace_id = :ws and draft_id = :draft
order by generation desc limit 1

-- name: prospectByAddress
-- carried by prospect_email
select id from prospect where workspace_id = :ws and email_key = :key
