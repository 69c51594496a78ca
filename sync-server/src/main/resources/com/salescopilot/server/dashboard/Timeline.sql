-- name: counts
-- carried by the primary key: the kept quarters of an hour, at most 96 a day and more when clocks
-- change
select width_bucket(bucket, :bounds::timestamptz[]) as day, sum(sent) as sent,
  sum(opened) as opened, sum(replied) as replied
from stat
where workspace_id = :ws
  and scope = case when :sender::uuid is null then 'WORKSPACE' else 'USER' end
  and scope_id = coalesce(:sender::uuid, :ws::uuid)
  and bucket >= :from and bucket < :to
group by day

-- name: events
-- carried by email_day_sent, email_day_opened and email_reply_event_replied, the newest of each;
-- an opened mail is told of by the id of its first counted open
select x.id, x.type, x.at, x.email_id, e.subject,
  p.id as prospect_id, p.first_name, p.last_name, p.email, p.company,
  c.id as campaign_id, c.name as campaign_name
from (
  (select id, 'EMAIL_SENT' as type, sent_at as at, id as email_id
   from email
   where workspace_id = :ws and (:sender::uuid is null or user_id = :sender) and status = 'SENT'
     and sent_at >= :from and sent_at < :to
   order by sent_at desc, id desc limit :most)
  union all
  (select coalesce(
     (select o.id from email_open_event o
      where o.workspace_id = :ws and o.email_id = m.id and o.counted
      order by o.opened_at, o.id limit 1), m.id), 'EMAIL_OPENED', m.opened_at, m.id
   from email m
   where m.workspace_id = :ws and (:sender::uuid is null or m.user_id = :sender)
     and m.opened_at >= :from and m.opened_at < :to
   order by m.opened_at desc, m.id desc limit :most)
  union all
  (select r.id, 'EMAIL_REPLIED', r.replied_at, r.email_id
   from email_reply_event r
   join email m on m.workspace_id = :ws and m.id = r.email_id
   where r.workspace_id = :ws and (:sender::uuid is null or m.user_id = :sender)
     and r.replied_at >= :from and r.replied_at < :to
   order by r.replied_at desc, r.id desc limit :most)
) x
join email e on e.workspace_id = :ws and e.id = x.email_id
left join prospect p on p.workspace_id = :ws and p.id = e.prospect_id
left join campaign c on c.workspace_id = :ws and c.id = e.campaign_id
order by x.at desc, x.id desc limit :most
