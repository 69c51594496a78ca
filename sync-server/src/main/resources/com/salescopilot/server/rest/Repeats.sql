-- name: keep
insert into request_key (workspace_id, id, fingerprint, at)
values (:ws, :id, :fingerprint, :at)
on conflict (workspace_id, id) do nothing

-- name: kept
-- carried by the primary key
select fingerprint from request_key where workspace_id = :ws and id = :id
