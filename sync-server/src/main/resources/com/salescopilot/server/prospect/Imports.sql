-- name: known
-- carried by prospect_email
select r.id, r.rev, r.email_key, to_jsonb(r) as doc from unnest(:keys::text[]) as k (email_key)
cross join lateral (
  select * from prospect where workspace_id = :ws and email_key = k.email_key limit 1) r

-- name: portions
-- carried by prospect_import_import
select r.id, r.rev, to_jsonb(r) as doc from prospect_import r
where workspace_id = :ws and owner = :owner and import_id = :id
order by chunk

-- name: keepErrors
-- carried by the primary key
insert into import_errors (workspace_id, owner, import_id, file_hash, content, created_at)
values (:ws, :owner, :id, :hash, :content, :at)
on conflict do nothing

-- name: hash
-- carried by the primary key
select file_hash from import_errors
where workspace_id = :ws and owner = :owner and import_id = :id

-- name: errors
-- carried by the primary key
select content from import_errors
where workspace_id = :ws and owner = :owner and import_id = :id
