-- name: steps
-- carried by campaign_step_place
select r.id, r.rev, to_jsonb(r) as doc from campaign_step r
where workspace_id = :ws and campaign_id = :campaign
order by position, variant

-- name: people
-- carried by campaign_prospect_once, prospect's primary key, suppression_address and
-- campaign_prospect_prospect
select p.id, p.rev, to_jsonb(p) as doc, s.id is not null as suppressed,
  exists (
    select from campaign_prospect o
    join campaign c on c.workspace_id = o.workspace_id and c.id = o.campaign_id
    where o.workspace_id = :ws and o.prospect_id = p.id and o.campaign_id <> :campaign
      and o.status = 'ACTIVE' and c.status = 'ACTIVE') as elsewhere
from campaign_prospect cp
join prospect p on p.workspace_id = cp.workspace_id and p.id = cp.prospect_id
left join suppression s on s.workspace_id = p.workspace_id and s.address_key in (p.email_key, erased_address(p.email_key))
where cp.workspace_id = :ws and cp.campaign_id = :campaign and cp.status in ('ACTIVE', 'PAUSED')
order by p.id

-- name: way
-- carried by mailbox's primary key: a workspace has few. The mailbox that the campaign names, else
-- its owner's, else the operator's
select coalesce((
  select case when m.paused_reason is null then 'OPEN' else 'PAUSED' end
  from mailbox m
  where m.workspace_id = :ws
    and case when :mailbox::uuid is null then m.user_id = :user or m.user_id is null
        else m.id = :mailbox end
  order by m.user_id nulls last, m.created_at limit 1), 'NONE') as way

-- name: sender
-- carried by the primary key
select first_name, last_name, email from users where id = :user

-- name: keys
-- reads the workspace's prospects, which is done when a campaign starts and not otherwise
select distinct k.key from prospect p cross join lateral jsonb_object_keys(p.custom_fields) as k (key)
where p.workspace_id = :ws
