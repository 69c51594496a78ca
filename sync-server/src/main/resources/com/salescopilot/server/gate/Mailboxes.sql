-- name: policy
-- carried by the primary key
select policy::text as policy from workspace where id = :ws

-- name: mailboxes
-- carried by mailbox's primary key: a workspace has few
select id, daily_cap, paused_reason is not null as paused from mailbox
where workspace_id = :ws and (:mailbox::uuid is null or id = :mailbox::uuid)

-- name: days
-- carried by email_sent_at, email_bounced and send_job's primary key. What came back at once never
-- was sent, and counts all the same; so does what is leaving now
select mailbox_id, (at at time zone :zone)::date as day, count(*) as sent,
  count(*) filter (where bounced) as bounced
from (
  select mailbox_id, sent_at as at, status = 'BOUNCED' as bounced from email
  where workspace_id = :ws and sent_at > :since
  union all
  select mailbox_id, updated_at, true from email
  where workspace_id = :ws and status = 'BOUNCED' and sent_at is null and updated_at > :since
  union all
  select mailbox_id, :now::timestamptz, false from send_job
  where workspace_id = :ws and phase <> 'QUEUED') m
where mailbox_id is not null and (:mailbox::uuid is null or mailbox_id = :mailbox::uuid)
group by 1, 2

-- name: gaps
-- carried by campaign_rev: a workspace has few campaigns
select distinct policy ->> 'gapSeconds' as gap from campaign
where workspace_id = :ws and policy ->> 'gapSeconds' ~ '^[0-9]{1,6}$'

-- name: last
-- carried by email_sent_at, send_job's mailbox index and campaign's primary key; letters by hand keep
-- a mailbox busy too, and what leaves now counts from when it was taken up
select m.id, m.mailbox_id, m.at, c.policy::text as policy
from (
  select id, mailbox_id, sent_at as at, case when step_position is not null then campaign_id end as campaign
  from email
  where workspace_id = :ws and sent_at > :since and mailbox_id is not null
  union all
  select e.id, j.mailbox_id, coalesce(:now::timestamptz - (now() - j.claimed_at), e.not_before),
    case when e.step_position is not null then e.campaign_id end
  from send_job j
  join email e on e.workspace_id = j.workspace_id and e.id = j.email_id
  where j.workspace_id = :ws and j.phase <> 'QUEUED') m
left join campaign c on c.workspace_id = :ws and c.id = m.campaign
where :mailbox::uuid is null or m.mailbox_id = :mailbox::uuid
