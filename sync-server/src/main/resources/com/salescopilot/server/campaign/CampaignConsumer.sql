-- name: replied
-- carried by email's primary key and campaign_prospect_once
select distinct cp.id
from email e
join campaign_prospect cp on cp.workspace_id = e.workspace_id and cp.campaign_id = e.campaign_id
  and cp.prospect_id = e.prospect_id
where e.workspace_id = :ws and e.id = any(:mails::uuid[])

-- name: drafts
-- carried by email's and campaign's primary keys
select distinct c.id
from email e
join campaign c on c.workspace_id = e.workspace_id and c.id = e.campaign_id
where e.workspace_id = :ws and e.id = any(:mails::uuid[]) and c.status = 'DRAFT'
