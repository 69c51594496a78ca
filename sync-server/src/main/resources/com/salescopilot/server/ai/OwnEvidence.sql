-- name: workspaces
-- carried by stream's primary key
select workspace_id from stream where owner = workspace_id order by 1

-- name: senders
-- carried by stat's primary key: the totals of people
select scope_id as user_id from stat
where workspace_id = :ws and scope = 'USER' and bucket = stat_total_day()
  and sent >= :sent and replied >= :answered
order by 1

-- name: mails
-- carried by email_sent, the newest, and prospect's primary key; who was written to a moment ago had
-- no time to answer
select e.subject, e.body_html, e.body_text, e.step_position, e.replied_at is not null as answered,
  p.id, p.rev, to_jsonb(p) as doc
from email e
left join prospect p on p.workspace_id = :ws and p.id = e.prospect_id
where e.workspace_id = :ws and e.user_id = :user and e.status = 'SENT' and e.sent_at < :before
order by e.sent_at desc limit :most

-- name: keep
-- carried by the primary key
insert into score_evidence (workspace_id, user_id, own, counted_at)
values (:ws, :user, :own::jsonb, :at)
on conflict (workspace_id, user_id) do update set
  own = excluded.own, counted_at = excluded.counted_at
