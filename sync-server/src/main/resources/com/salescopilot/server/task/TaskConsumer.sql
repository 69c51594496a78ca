-- name: senders
-- carried by the primary key of the mails
select distinct user_id from email where workspace_id = :ws and id = any(:mails::uuid[])
order by user_id

-- name: waiting
-- carried by task_email, which holds only those that are not done
select r.id, r.rev, to_jsonb(r) as doc from task r
where workspace_id = :ws and owner = :owner and email_id = any(:mails::uuid[])
  and done_at is null and kind = 'NO_REPLY'
