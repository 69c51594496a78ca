-- name: add
-- carried by hook_secret_place; none is added where both places are taken
insert into hook_secret (workspace_id, id, place, secret, made_by, created_at)
select :ws, :id, p.place, :secret, :user, :at
from generate_series(1, 2) p (place)
where not exists (
  select from hook_secret h where h.workspace_id = :ws and h.place = p.place)
order by p.place limit 1
on conflict do nothing

-- name: live
-- carried by hook_secret_place: there are two at most
select id, secret, made_by, created_at from hook_secret
where workspace_id = :ws order by created_at desc, id

-- name: remove
-- carried by the primary key
delete from hook_secret where workspace_id = :ws and id = :id
