-- name: drafts
-- carried by email's and campaign's primary keys; a campaign with steps is started by a person alone
select distinct c.id
from email e
join campaign c on c.workspace_id = e.workspace_id and c.id = e.campaign_id
where e.workspace_id = :ws and e.id = any(:mails::uuid[]) and c.status = 'DRAFT'
  and not exists (
    select from campaign_step s where s.workspace_id = c.workspace_id and s.campaign_id = c.id)
