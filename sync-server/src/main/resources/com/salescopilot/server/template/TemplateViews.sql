-- name: page
-- carried by template_rev (a workspace has few templates), template_favorite_template and stat's
-- primary key
select r.id, r.rev, to_jsonb(r) as doc,
  exists (select 1 from template_favorite f
          where f.workspace_id = :ws and f.template_id = r.id and f.owner = :user) as is_favorite,
  n.sent, n.tracked, n.opened, n.replied
from template r
cross join lateral stat_total(:ws, 'TEMPLATE', r.id) n
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
  n.sent, n.tracked, n.opened, n.replied
from template r
cross join lateral stat_total(:ws, 'TEMPLATE', r.id) n
where r.workspace_id = :ws and r.id = :id
