-- name: mails
-- carried by email's and prospect_alias' primary keys and campaign_prospect_once; whoever was merged
-- meanwhile has the enrolment of the one that stayed
select e.id, e.to_email, who.id as prospect, cp.id as enrolment,
       coalesce(p.custom_fields ->> 'timezone', c.policy ->> 'zone', w.policy ->> 'zone') as zone
from email e
join workspace w on w.id = e.workspace_id
cross join lateral (
  select coalesce(
    (select a.to_id from prospect_alias a
     where a.workspace_id = e.workspace_id and a.id = e.prospect_id), e.prospect_id) as id) who
left join prospect p on p.workspace_id = e.workspace_id and p.id = who.id
left join campaign c on c.workspace_id = e.workspace_id and c.id = e.campaign_id
left join campaign_prospect cp on cp.workspace_id = e.workspace_id
  and cp.campaign_id = e.campaign_id and cp.prospect_id = who.id
where e.workspace_id = :ws and e.id = any(:mails::uuid[])

-- name: policy
-- carried by the primary key
select policy from workspace where id = :ws

-- name: elsewhere
-- carried by campaign_prospect_prospect
select id from campaign_prospect
where workspace_id = :ws and prospect_id = :prospect and id is distinct from :but::uuid
  and status in ('ACTIVE', 'PAUSED')

-- name: colleagues
-- carried by prospect_domain and campaign_prospect_prospect
select cp.id
from prospect p
join campaign_prospect cp on cp.workspace_id = p.workspace_id and cp.prospect_id = p.id
where p.workspace_id = :ws and substring(p.email_key from '[^@]*$') = :domain
  and p.id is distinct from :prospect::uuid and cp.status in ('ACTIVE', 'PAUSED')

-- name: ofAddress
-- carried by prospect_email and campaign_prospect_prospect
select cp.id
from prospect p
join campaign_prospect cp on cp.workspace_id = p.workspace_id and cp.prospect_id = p.id
where p.workspace_id = :ws and p.email_key = :key

-- name: bounces
-- carried by email_prospect
select count(*) as n from email
where workspace_id = :ws and prospect_id = :prospect and status = 'BOUNCED'
  and coalesce(sent_at, updated_at) > :since
