-- name: page
-- carried by campaign_rev (a workspace has few campaigns) and email_campaign
select r.id, r.rev, to_jsonb(r) as doc,
  (select count(*) from email e where e.workspace_id = :ws and e.campaign_id = r.id) as emails
from campaign r
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
-- carried by email_campaign
select
  count(*) as emails,
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
from email
where workspace_id = :ws and campaign_id = :campaign

-- name: enrolments
-- carried by campaign_prospect_once
select r.id, r.rev, to_jsonb(r) as doc from campaign_prospect r
where workspace_id = :ws and campaign_id = :campaign
order by created_at, id limit :limit offset :offset

-- name: countEnrolments
-- carried by campaign_prospect_once
select count(*) as n from campaign_prospect
where workspace_id = :ws and campaign_id = :campaign
