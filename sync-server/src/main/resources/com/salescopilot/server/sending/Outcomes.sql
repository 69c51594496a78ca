-- name: ours
-- carried by send_job's primary key
select j.email_id, j.attempt, j.first_claimed_at, e.status
from send_job j join email e on e.workspace_id = j.workspace_id and e.id = j.email_id
where j.workspace_id = :ws and j.email_id = any(:ids::uuid[]) and j.claim_token = :lease
for update of j

-- name: statuses
-- carried by email's primary key
select id, status from email where workspace_id = :ws and id = any(:ids::uuid[])

-- name: requeue
update send_job
set phase = 'QUEUED', due_at = :due, claim_token = null, claimed_at = null, dot_at = null,
    attempt = attempt - :unspent::int, last_reply = :reply
where workspace_id = :ws and email_id = :email

-- name: due
update mailbox set next_due_at = least(next_due_at, :due)
where workspace_id = :ws and id = :mailbox

-- name: left
-- carried by send_job_taken
select email_id, phase, claimed_at as at from send_job
where workspace_id = :ws and mailbox_id = :mailbox and phase <> 'QUEUED' and claim_token <> :lease
for update

-- name: requeueLeft
-- carried by send_job_taken; those whose dot was marked are gone by the change that says so
update send_job
set phase = 'QUEUED', due_at = now(), claim_token = null, claimed_at = null
where workspace_id = :ws and mailbox_id = :mailbox and phase = 'CLAIMED' and claim_token <> :lease

-- name: release
-- carried by send_job_due and send_job_taken; what is left unsettled, by whomever, is due at once: the next
-- holder settles it
update mailbox m set lease_owner = null, lease_until = null, next_due_at = least(
  (select min(j.due_at) from send_job j
   where j.workspace_id = :ws and j.mailbox_id = :mailbox and j.phase = 'QUEUED'),
  (select min(j.claimed_at) from send_job j
   where j.workspace_id = :ws and j.mailbox_id = :mailbox and j.phase <> 'QUEUED'))
where m.workspace_id = :ws and m.id = :mailbox and m.lease_token = :lease
