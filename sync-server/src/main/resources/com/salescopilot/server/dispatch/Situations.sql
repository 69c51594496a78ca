-- name: marks
-- carried by the primary key
select marks from campaign_due where workspace_id = :ws

-- name: campaigns
-- carried by campaign_status (a workspace has few that run), campaign_step_place and campaign_prospect_once. A campaign is over at its end, or with steps when nobody is left in it who could get a mail; one without steps concerns nobody here but for its end
select r.id, coalesce(r.end_date <= :now::timestamptz, false) or (
    exists (select from campaign_step s where s.workspace_id = :ws and s.campaign_id = r.id)
    and exists (select from campaign_prospect p where p.workspace_id = :ws and p.campaign_id = r.id)
    and not exists (
      select from campaign_prospect p
      where p.workspace_id = :ws and p.campaign_id = r.id and p.status in ('ACTIVE', 'PAUSED'))
  ) as over,
  u.first_name, u.last_name, u.email
from campaign r
join users u on u.id = r.user_id
where r.workspace_id = :ws and r.status = 'ACTIVE'
  and (r.end_date is not null
    or exists (select from campaign_step s where s.workspace_id = :ws and s.campaign_id = r.id))

-- name: keys
-- reads the prospects only where a step of a running campaign names a field of their own
select distinct k.key from prospect p cross join lateral jsonb_object_keys(p.custom_fields) as k (key)
where p.workspace_id = :ws and exists (
  select from campaign_step s
  join campaign c on c.workspace_id = s.workspace_id and c.id = s.campaign_id
  where s.workspace_id = :ws and c.status = 'ACTIVE'
    and concat(s.subject, s.body_html, s.body_text) like '%custom.%')
