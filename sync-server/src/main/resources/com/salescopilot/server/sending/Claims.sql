-- name: held
-- carried by mailbox's primary key
select id from mailbox
where workspace_id = :ws and id = :mailbox and lease_token = :lease and lease_until > now()

-- name: due
-- carried by send_job_due
select e.id, e.user_id, e.to_email, e.subject, e.body_html, e.body_text, e.message_id, e.tracking,
       e.campaign_id, e.step_position, e.thread_references
from send_job j
join email e on e.workspace_id = j.workspace_id and e.id = j.email_id
where j.workspace_id = :ws and j.mailbox_id = :mailbox and j.phase = 'QUEUED' and j.due_at <= now()
order by j.priority, j.due_at, e.not_before, e.id limit :most

-- name: postpone
update send_job set due_at = greatest(:due::timestamptz, now() + interval '1 second')
where workspace_id = :ws and email_id = :email and phase = 'QUEUED'

-- name: await
-- clocks that differ a little must not make a mail asked for without end
update send_job set due_at = greatest(:due::timestamptz, now() + interval '50 milliseconds')
where workspace_id = :ws and email_id = :email and phase = 'QUEUED'

-- name: names
-- carried by workspace_member's primary key
select u.id, trim(u.first_name || ' ' || u.last_name) as name
from workspace_member m join users u on u.id = m.user_id
where m.workspace_id = :ws and m.user_id = any(:users::uuid[])

-- name: claim
update send_job
set phase = 'CLAIMED', claim_token = :lease, claimed_at = now(), attempt = attempt + 1,
    first_claimed_at = coalesce(first_claimed_at, now())
where workspace_id = :ws and email_id = any(:ids::uuid[]) and phase = 'QUEUED'

-- name: next
-- carried by send_job_due; what joins the queue meanwhile waits for this stream
update mailbox m set next_due_at = (
  select min(j.due_at) from send_job j
  where j.workspace_id = :ws and j.mailbox_id = :mailbox and j.phase = 'QUEUED')
where m.workspace_id = :ws and m.id = :mailbox and m.lease_token = :lease
returning m.next_due_at
