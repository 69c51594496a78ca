-- name: campaigns
-- carried by campaign_status, email_campaign and send_job_campaign; a workspace has few campaigns
select c.id, c.name, c.status, c.paused_reason, c.start_date, c.end_date, n.*, j.next_at
from campaign c
cross join lateral (
  select
    count(*) filter (where status = 'SENT') as sent,
    count(*) filter (where status = 'BOUNCED') as bounced,
    count(*) filter (where status = 'FAILED') as failed,
    count(*) filter (where status = 'UNCONFIRMED') as unconfirmed,
    count(*) filter (where status in ('PENDING_SEND', 'SENDING')) as pending,
    count(*) filter (where status = 'SENT' and tracking = 'IDENTIFIED') as tracked,
    count(*) filter (where status = 'SENT' and tracking = 'IDENTIFIED' and opened_at is not null)
      as opened,
    count(*) filter (where status = 'SENT' and replied_at is not null) as replied,
    count(distinct prospect_id) filter (where status = 'SENT') as reached_prospects,
    count(distinct prospect_id) filter (where status = 'SENT' and replied_at is not null)
      as replied_prospects
  from email e where e.workspace_id = :ws and e.campaign_id = c.id) n
cross join lateral (
  select min(s.due_at) as next_at from send_job s
  where s.workspace_id = :ws and s.campaign_id = c.id and s.phase = 'QUEUED') j
where c.workspace_id = :ws and (:sender::uuid is null or c.user_id = :sender)
  and c.status in ('ACTIVE', 'DRAFT')
order by c.status, c.created_at desc, c.id desc limit :most

-- name: enrolments
-- carried by campaign_prospect_once
select campaign_id, status, count(*) as n from campaign_prospect
where workspace_id = :ws and campaign_id = any(:campaigns::uuid[])
group by campaign_id, status
