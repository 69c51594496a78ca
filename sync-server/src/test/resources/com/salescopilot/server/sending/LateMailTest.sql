-- name: lease
update mailbox set lease_owner = 'test', lease_token = 7, lease_until = now() + interval '1 hour'
where workspace_id = :ws returning id

-- name: look
-- whatever it waits for, the worker looks at it now; not before its own instant
update send_job j set due_at = now() - interval '1 minute'
from email e
where j.workspace_id = :ws and j.phase = 'QUEUED'
  and e.workspace_id = j.workspace_id and e.id = j.email_id and e.not_before <= :now

-- name: waiting
select id from email where workspace_id = :ws and status = 'PENDING_SEND' and step_position is not null
order by not_before, id

-- name: late
select id from email
where workspace_id = :ws and status = 'PENDING_SEND' and step_position is not null
  and not_before <= :now
order by not_before, id

-- name: putOff
update send_job set due_at = now() + interval '1 day' where workspace_id = :ws

-- name: isDue
select due_at <= now() and (
  select min(next_due_at) <= now() from mailbox where workspace_id = :ws) as due
from send_job where workspace_id = :ws
