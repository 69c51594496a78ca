-- name: due
-- carried by campaign_due_at
select workspace_id from campaign_due where due_at <= now() order by due_at limit 100

-- name: next
-- carried by campaign_due_at
select extract(epoch from min(due_at) - now())::double precision as seconds from campaign_due
where due_at < 'infinity'

-- name: rest
-- carried by the primary key
update campaign_due set due_at = 'infinity' where workspace_id = :ws

-- name: looked
-- carried by the primary key; what was marked after it had been read is looked at again at once
update campaign_due set due_at = now() + make_interval(secs => :seconds::double precision)
where workspace_id = :ws and marks = :marks

-- name: postpone
-- carried by the primary key
update campaign_due set due_at = now() + interval '30 seconds' where workspace_id = :ws

-- name: wake
-- carried by send_job's primary key; a row that waits for a later turn, which has come nearer: the
-- worker judges it again
update send_job set due_at = now()
where workspace_id = :ws and email_id = any(:mails::uuid[]) and phase = 'QUEUED'
  and due_at > now() + interval '2 minutes'

-- name: wakeMailboxes
-- carried by send_job's primary key
update mailbox set next_due_at = now()
where workspace_id = :ws and next_due_at > now() and id in (
  select mailbox_id from send_job
  where workspace_id = :ws and email_id = any(:mails::uuid[]) and due_at <= now())
