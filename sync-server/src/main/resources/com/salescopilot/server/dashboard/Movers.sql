-- name: signals
-- carried by email_reply_event_replied and email_open_event_opened, then by primary keys; of a mail
-- that was opened all opens, for which of them count depends on the first. Each person is looked at
-- once, however many signals there are: by campaign_prospect_prospect, email_bounced_for and
-- suppression_address
with s as materialized (
  select 'REPLY' as kind, email_id, replied_at as at from email_reply_event
  where workspace_id = :ws and replied_at >= :from and replied_at <= :now
  union all
  select 'OPEN', o.email_id, o.opened_at
  from (
    select distinct i.email_id from email_open_event i
    where i.workspace_id = :ws and i.counted and i.kind = 'human' and i.opened_at >= :from) t
  cross join lateral (
    select * from email_open_event o
    where o.workspace_id = :ws and o.email_id = t.email_id and o.counted and o.kind = 'human'
      and o.opened_at <= :now
    offset 0) o
), mails as materialized (
  select e.id, coalesce(a.to_id, e.prospect_id) as prospect_id
  from (select distinct email_id from s) t
  join email e on e.workspace_id = :ws and e.id = t.email_id
  left join prospect_alias a on a.workspace_id = :ws and a.id = e.prospect_id
  where :sender::uuid is null or e.user_id = :sender
), people as materialized (
  select p.id
  from (select distinct prospect_id from mails) t
  join prospect p on p.workspace_id = :ws and p.id = t.prospect_id
  where not exists (
      select from campaign_prospect c
      where c.workspace_id = :ws and c.prospect_id = p.id
        and c.status in ('UNSUBSCRIBED', 'BOUNCED'))
    and not exists (
      select from email b
      where b.workspace_id = :ws and b.prospect_id = p.id and b.status = 'BOUNCED')
    and not exists (
      select from suppression x where x.workspace_id = :ws and x.address_key = p.email_key))
select m.prospect_id, s.kind, s.email_id, s.at
from s join mails m on m.id = s.email_id join people p on p.id = m.prospect_id

-- name: people
-- carried by primary keys, email_prospect and campaign_prospect_prospect; a few prospects at a time
select p.id, p.first_name, p.last_name, p.email, p.company, m.sent_at, m.replied_at, m.pending,
  exists (
    select from campaign_prospect c
    where c.workspace_id = :ws and c.prospect_id = p.id and c.status = 'ACTIVE') as enrolled
from prospect p
cross join lateral (
  select max(e.sent_at) filter (where e.status = 'SENT') as sent_at,
    max(e.replied_at) as replied_at,
    count(*) filter (where e.status in ('PENDING_SEND', 'SENDING')) as pending
  from email e
  where e.workspace_id = :ws and e.prospect_id = any(array(
    select p.id
    union all
    select a.id from prospect_alias a where a.workspace_id = :ws and a.to_id = p.id))) m
where p.workspace_id = :ws and p.id = any(:ids::uuid[])
