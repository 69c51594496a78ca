-- name: endOwn
-- carried by mailbox_leased
update mailbox set lease_until = now() - interval '1 second'
where lease_owner = :node and lease_until is not null

-- name: take
-- carried by mailbox_due, mailbox_leased and send_job_taken; an expired lease is taken even of a paused mailbox, to
-- settle its mails
update mailbox m
set lease_owner = :node, lease_token = nextval('mailbox_lease'),
    lease_until = now() + interval '60 seconds', last_served_at = now()
from (
  select workspace_id, id from mailbox
  where user_id is null
    and (lease_until < now()
         or (lease_until is null and paused_reason is null and next_due_at <= now()))
  order by last_served_at nulls first
  limit :most
  for update skip locked) due
where m.workspace_id = due.workspace_id and m.id = due.id
returning m.workspace_id, m.id, m.lease_token,
  exists (select from send_job j where j.mailbox_id = m.id and j.phase <> 'QUEUED') as "left"

-- name: renew
-- carried by mailbox_leased
update mailbox set lease_until = now() + interval '60 seconds'
where lease_owner = :node and lease_until is not null and lease_token = any(:tokens::bigint[])
returning lease_token

-- name: due
-- carried by mailbox_leased
select id from mailbox
where lease_owner = :node and lease_until is not null and next_due_at <= now()

-- name: next
-- carried by mailbox_due
select extract(epoch from min(next_due_at) - now())::double precision as seconds from mailbox
where user_id is null and lease_until is null and paused_reason is null and next_due_at > now()
