-- name: mail
select status, last_reply, message_id, from_email, cancel_reason, sent_at from email
where workspace_id = :ws and id = :id

-- name: rev
select rev from email where workspace_id = :ws and id = :id

-- name: job
select phase, attempt, extract(epoch from due_at - now())::double precision as seconds from send_job
where workspace_id = :ws and email_id = :id

-- name: jobs
select count(*) as n from send_job where workspace_id = :ws

-- name: statusChange
select status_change from campaign where workspace_id = :ws and id = :id

-- name: leaveJob
update send_job set phase = :phase, claim_token = 1, claimed_at = now(), dot_at = now(),
  first_claimed_at = now(), attempt = 1
where workspace_id = :ws and email_id = :id

-- name: leaveMail
update email set status = 'SENDING' where workspace_id = :ws and id = :id

-- name: leaveLease
update mailbox set lease_owner = :node, lease_token = 1, lease_until = now() + interval '1 minute'
where workspace_id = :ws

-- name: claimedByNobody
update send_job set phase = 'CLAIMED', claim_token = 1, claimed_at = now(),
  first_claimed_at = now(), attempt = 1
where workspace_id = :ws and email_id = :id

-- name: dueNow
update email set status = 'SENDING', not_before = null where workspace_id = :ws and id = :id

-- name: hurryJob
update send_job set due_at = now() where workspace_id = :ws and email_id = :id

-- name: hurryMailbox
update mailbox set next_due_at = now()
where workspace_id = :ws
  and id = (select mailbox_id from send_job where workspace_id = :ws and email_id = :id)

-- name: firstTried
update send_job set first_claimed_at = now() - make_interval(hours => :hours)
where workspace_id = :ws and email_id = :id

-- name: expireLease
update mailbox set lease_until = now() - interval '1 second'
where workspace_id = :ws and lease_until is not null and id <> :id
