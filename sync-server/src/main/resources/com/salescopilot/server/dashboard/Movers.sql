-- name: signals
-- carried by email_moved and primary keys; each person is looked at once, however many mails there
-- are: by campaign_prospect_prospect, email_bounced_for and suppression_address
with mails as materialized (
  select e.id, coalesce(a.to_id, e.prospect_id) as prospect_id, e.signals, e.opened_at, e.replied_at
  from email e
  left join prospect_alias a on a.workspace_id = :ws and a.id = e.prospect_id
  where e.workspace_id = :ws and e.moved_at >= :from
    and (:sender::uuid is null or e.user_id = :sender)
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
      select from suppression x where x.workspace_id = :ws and x.address_key in (p.email_key, erased_address(p.email_key))))
select m.* from mails m join people p on p.id = m.prospect_id

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
