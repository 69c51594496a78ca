-- name: enrolment
-- carried by campaign_prospect_once
select id, status from campaign_prospect
where workspace_id = :ws and campaign_id = :campaign and prospect_id = :prospect
