-- name: trouble
-- carried by stat's and suppression's primary keys: where nothing ever came back, nobody counts
select exists (
    select from stat
    where workspace_id = :ws and scope = 'WORKSPACE' and scope_id = :ws and bucket = '0001-01-01Z'
      and bounced > 0)
  or exists (select from suppression where workspace_id = :ws and source = 'COMPLAINED') as trouble

-- name: campaigns
-- carried by the primary keys of email and campaign; those that run and sent one of these mails
select r.id, greatest(:since::timestamptz, (r.pauses -> -1 ->> 1)::timestamptz) as since
from campaign r
where r.workspace_id = :ws and r.status = 'ACTIVE' and r.id in (
  select e.campaign_id from email e where e.workspace_id = :ws and e.id = any(:mails::uuid[]))

-- name: mailboxes
-- carried by email's primary key, mailbox's and campaign_status: what runs from the mailboxes of
-- these mails. A person who resumed one of its campaigns has looked at the mailbox
select m.id as mailbox, r.id,
  greatest(:since::timestamptz, max((r.pauses -> -1 ->> 1)::timestamptz) over (partition by m.id))
    as since
from campaign r
cross join lateral (
  select m.id from mailbox m
  where m.workspace_id = :ws
    and case when r.mailbox_id is null then m.user_id = r.user_id or m.user_id is null
        else m.id = r.mailbox_id end
  order by m.user_id nulls last, m.created_at limit 1) m
where r.workspace_id = :ws and r.status = 'ACTIVE' and m.id in (
  select e.mailbox_id from email e where e.workspace_id = :ws and e.id = any(:mails::uuid[]))

-- name: counts
-- carried by email_campaign, email_sent_at and email_bounced; of a campaign or of a mailbox
select count(*) filter (where e.status = 'SENT') as sent,
  count(*) filter (where e.status = 'BOUNCED') as bounced,
  count(*) filter (where exists (
    select from prospect p
    join suppression s on s.workspace_id = p.workspace_id and s.address_key in (p.email_key, erased_address(p.email_key))
    where p.workspace_id = :ws and p.id = e.prospect_id and s.source = 'COMPLAINED'
      and s.created_at > :since)) as complained
from email e
where e.workspace_id = :ws and e.status in ('SENT', 'BOUNCED')
  and (e.sent_at > :since or (e.sent_at is null and e.status = 'BOUNCED' and e.updated_at > :since))
  and (:campaign::uuid is null or e.campaign_id = :campaign)
  and (:mailbox::uuid is null or e.mailbox_id = :mailbox)

-- name: since
-- carried by the primary key
select greatest(:since::timestamptz, (pauses -> -1 ->> 1)::timestamptz) as since
from campaign where workspace_id = :ws and id = :campaign
