-- name: campaigns
-- carried by campaign_status, stat's primary key and send_job_campaign; a workspace has few campaigns
select c.id, c.name, c.status, c.paused_reason, c.start_date, c.end_date, n.*, j.next_at
from campaign c
cross join lateral stat_total(:ws, 'CAMPAIGN', c.id) n
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
