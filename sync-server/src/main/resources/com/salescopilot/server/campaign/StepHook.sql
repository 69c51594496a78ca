-- name: passed
-- carried by campaign_prospect_once
select id from campaign_prospect
where workspace_id = :ws and campaign_id = :campaign and current_step >= :position limit 1

-- name: place
-- carried by campaign_prospect_once, prospect_alias' primary key and campaign_step_place; whoever was
-- merged meanwhile has the enrolment of the one that stayed
select cp.id, not exists (
  select from campaign_step s
  where s.workspace_id = :ws and s.campaign_id = :campaign and s.position > :position) as last
from campaign_prospect cp
where cp.workspace_id = :ws and cp.campaign_id = :campaign
  and cp.prospect_id = coalesce(
    (select a.to_id from prospect_alias a where a.workspace_id = :ws and a.id = :prospect), :prospect)
