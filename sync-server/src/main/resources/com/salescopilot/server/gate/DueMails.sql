-- name: campaigns
-- carried by the primary keys of email and campaign
select r.id, r.rev, to_jsonb(r) as doc from campaign r
where r.workspace_id = :ws and r.id in (
  select campaign_id from email where workspace_id = :ws and id = any(:mails::uuid[]))

-- name: steps
-- carried by campaign_step_place
select r.id, r.rev, to_jsonb(r) as doc from campaign_step r
where workspace_id = :ws and campaign_id = any(:campaigns::uuid[])
order by campaign_id, position, variant

-- name: enrolments
-- carried by the primary keys of email and prospect, and campaign_prospect_once
select cp.id, cp.rev, to_jsonb(cp) as doc, p.custom_fields ->> 'timezone' as timezone,
  e.not_before as mail_at
from email e
join campaign_prospect cp on cp.workspace_id = e.workspace_id and cp.campaign_id = e.campaign_id
  and cp.prospect_id = e.prospect_id and cp.rotation = e.rotation
join prospect p on p.workspace_id = e.workspace_id and p.id = e.prospect_id
where e.workspace_id = :ws and e.id = any(:mails::uuid[])
