-- name: page
-- carried by campaign_rev (a workspace has few campaigns) and stat's primary key
select r.id, r.rev, to_jsonb(r) as doc, n.mails
from campaign r
cross join lateral stat_total(:ws, 'CAMPAIGN', r.id) n
where workspace_id = :ws and (:status::text is null or status = :status)
order by created_at desc, id desc limit :limit offset :offset

-- name: count
-- carried by campaign_rev
select count(*) as n from campaign
where workspace_id = :ws and (:status::text is null or status = :status)

-- name: byStatus
-- carried by campaign_prospect_once
select status, count(*) as n from campaign_prospect
where workspace_id = :ws and campaign_id = :campaign
group by status

-- name: numbers
-- carried by stat's primary key
select * from stat_total(:ws, 'CAMPAIGN', :campaign)

-- name: wordings
-- carried by campaign_step_place and stat's primary key
select s.id, s.position, s.variant, n.*
from campaign_step s
cross join lateral stat_total(:ws, 'STEP', stat_step(:campaign, s.position, s.variant)) n
where s.workspace_id = :ws and s.campaign_id = :campaign
order by s.position, s.variant

-- name: enrolments
-- carried by campaign_prospect_once
select r.id, r.rev, to_jsonb(r) as doc from campaign_prospect r
where workspace_id = :ws and campaign_id = :campaign
order by created_at, id limit :limit offset :offset

-- name: countEnrolments
-- carried by campaign_prospect_once
select count(*) as n from campaign_prospect
where workspace_id = :ws and campaign_id = :campaign
