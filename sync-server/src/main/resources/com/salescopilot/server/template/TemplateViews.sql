-- name: page
-- carried by template_rev (a workspace has few templates), template_favorite_template and stat's
-- primary key
select r.id, r.rev, to_jsonb(r) as doc,
  exists (select 1 from template_favorite f
          where f.workspace_id = :ws and f.template_id = r.id and f.owner = :user) as is_favorite,
  coalesce(s.sent, 0) as sent, coalesce(s.tracked, 0) as tracked, coalesce(s.opened, 0) as opened,
  coalesce(s.replied, 0) as replied
from template r
left join stat s on s.workspace_id = :ws and s.scope = 'TEMPLATE' and s.scope_id = r.id
  and s.bucket = '0001-01-01Z'
where r.workspace_id = :ws
order by r.created_at desc, r.id desc limit :limit offset :offset

-- name: count
-- carried by template_rev
select count(*) as n from template where workspace_id = :ws

-- name: one
-- carried by the primary key, template_favorite_template and stat's primary key
select r.id, r.rev, to_jsonb(r) as doc,
  exists (select 1 from template_favorite f
          where f.workspace_id = :ws and f.template_id = r.id and f.owner = :user) as is_favorite,
  coalesce(s.sent, 0) as sent, coalesce(s.tracked, 0) as tracked, coalesce(s.opened, 0) as opened,
  coalesce(s.replied, 0) as replied
from template r
left join stat s on s.workspace_id = :ws and s.scope = 'TEMPLATE' and s.scope_id = r.id
  and s.bucket = '0001-01-01Z'
where r.workspace_id = :ws and r.id = :id
