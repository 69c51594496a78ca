-- name: replied
-- carried by email's and prospect_alias' primary keys and campaign_prospect_once; whoever was merged
-- meanwhile has the enrolment of the one that stayed
select distinct cp.id
from email e
join campaign_prospect cp on cp.workspace_id = e.workspace_id and cp.campaign_id = e.campaign_id
  and cp.prospect_id = coalesce(
    (select a.to_id from prospect_alias a
     where a.workspace_id = e.workspace_id and a.id = e.prospect_id), e.prospect_id)
where e.workspace_id = :ws and e.id = any(:mails::uuid[])

-- name: drafts
-- carried by email's and campaign's primary keys
select distinct c.id
from email e
join campaign c on c.workspace_id = e.workspace_id and c.id = e.campaign_id
where e.workspace_id = :ws and e.id = any(:mails::uuid[]) and c.status = 'DRAFT'
