-- name: senders
-- carried by the primary keys
select c.id, u.first_name, u.last_name, u.email
from campaign c join users u on u.id = c.user_id
where c.workspace_id = :ws and c.id = any(:campaigns::uuid[])

-- name: keys
-- reads the prospects only where a step names a field of their own
select distinct k.key from prospect p cross join lateral jsonb_object_keys(p.custom_fields) as k (key)
where p.workspace_id = :ws and exists (
  select from campaign_step s
  where s.workspace_id = :ws and s.campaign_id = any(:campaigns::uuid[])
    and concat(s.subject, s.body_html, s.body_text) like '%custom.%')
