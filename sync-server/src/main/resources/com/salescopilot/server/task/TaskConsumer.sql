-- name: mails
-- carried by the primary keys of email, prospect_alias and prospect, and email_prospect; with whom a
-- mail was exchanged, and when the last one left for them
select e.id, e.user_id, e.subject, e.to_email, p.id as prospect, (
    select max(s.sent_at) from email s
    where s.workspace_id = :ws and s.status = 'SENT' and s.prospect_id = any(array(
      select p.id
      union all
      select b.id from prospect_alias b where b.workspace_id = :ws and b.to_id = p.id))) as last_sent
from email e
left join prospect_alias a on a.workspace_id = :ws and a.id = e.prospect_id
join prospect p on p.workspace_id = :ws and p.id = coalesce(a.to_id, e.prospect_id)
where e.workspace_id = :ws and e.id = any(:mails::uuid[])

-- name: senders
-- carried by the primary key of the mails
select distinct user_id from email where workspace_id = :ws and id = any(:mails::uuid[])
order by user_id

-- name: waiting
-- carried by task_email, which holds only those that are not done
select r.id, r.rev, to_jsonb(r) as doc from task r
where workspace_id = :ws and owner = :owner and email_id = any(:mails::uuid[])
  and done_at is null and kind = 'NO_REPLY'

-- name: open
-- carried by task_due and the primary key; what a rule made of these people and is not done, and
-- what it made of these events
select r.id, r.rev, to_jsonb(r) as doc from task r
where workspace_id = :ws and owner = :owner and (
  (prospect_id = any(:prospects::uuid[]) and done_at is null
   and kind in ('REPLY_OWED', 'LEFT_COMPANY'))
  or id = any(:ids::uuid[]))
