-- name: page
-- carried by template_rev (a workspace has few templates) and template_favorite_template
select r.id, r.rev, to_jsonb(r) as doc,
  exists (select 1 from template_favorite f
          where f.workspace_id = :ws and f.template_id = r.id and f.owner = :user) as is_favorite
from template r
where workspace_id = :ws
order by created_at desc, id desc limit :limit offset :offset

-- name: count
-- carried by template_rev
select count(*) as n from template where workspace_id = :ws

-- name: one
-- carried by the primary key and template_favorite_template
select r.id, r.rev, to_jsonb(r) as doc,
  exists (select 1 from template_favorite f
          where f.workspace_id = :ws and f.template_id = r.id and f.owner = :user) as is_favorite
from template r
where workspace_id = :ws and id = :id
